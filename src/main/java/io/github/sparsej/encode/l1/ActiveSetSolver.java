package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.linalg.Excess;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * Minimises 1/2 |x - D a|^2 + {@link Penalty} for one signal after another from inner products alone: c = D'x, |x|^2 and the
 * rows of the Gram matrix that are asked for. Atoms may have any norm, 0 included.
 * <p>
 * Rounds, until no atom violates its optimality condition ({@link Optimality}): of the atoms that do, those with the largest
 * violations become {@link Candidates}; of these the worst joins the {@link ActiveAtoms}, which move to their minimum, and
 * again, until no candidate violates its condition; then the correlations of all atoms with the residual are computed anew,
 * from c and the coefficients in float32 as they will be in the code, and looked at. The objective falls with every step.
 * <p>
 * Where the tolerance asks for less than float32 can tell (2^-23 of |x| + |a|_1), that is what is reached. Of equal atoms
 * the first alone is used, but with an elastic net, whose minimum shares between them. A code to start from is where the
 * first solution begins; the minimum does not depend on it. Not thread-safe: one instance per thread.
 */
public final class ActiveSetSolver {

	/** What rounding to float32 may leave of a violation. */
	private static final double ROUNDING = 0x1p-23;
	/** Sum of absolute coefficients, in norms of the signal, beyond which float32 inner products tell too little of the residual. */
	private static final double LARGE_CODE = 64;

	private final Penalty penalty;
	private final Convergence stop;
	private final int atomCount;
	private final boolean signed;
	private final float[] limits;
	private final float[] residuals;
	private final float[] excess;
	private final LargestValue search;
	private final ActiveAtoms active;
	private final Candidates candidates;
	private SparseCodes start;
	private int startRow;

	/** @throws IllegalArgumentException if the penalty has weights, but not as many as atoms */
	public ActiveSetSolver(final Penalty penalty, final Convergence stop, final int atomCount) {
		penalty.requireFit(atomCount);
		this.penalty = penalty;
		this.stop = stop;
		this.atomCount = atomCount;
		signed = !penalty.isNonnegative();
		limits = new float[atomCount];
		for (int i = 0; i < atomCount; i++) limits[i] = (float) Math.min(Float.MAX_VALUE, penalty.l1(i));
		residuals = new float[atomCount];
		excess = new float[LargestValue.room(atomCount)];
		search = new LargestValue(atomCount);
		active = new ActiveAtoms(atomCount, penalty.ridge());
		candidates = new Candidates(active, atomCount, signed);
	}

	/**
	 * Makes the next solution begin with a code, whose entries of a sign that is not allowed count as 0. One near the minimum
	 * saves up to two thirds of the time; one with many more nonzeros costs more than none, since its atoms leave one by one.
	 */
	public void startFrom(final SparseCodes codes, final int row) {
		start = codes;
		startRow = row;
	}

	/** Nonzeros of the last solution. */
	public int size() {
		return active.size();
	}

	/** The atom of nonzero k, from 0; in no order. */
	public int atom(final int k) {
		return active.atom(k);
	}

	/** The coefficient of nonzero k. */
	public double coefficient(final int k) {
		return active.coefficient(k);
	}

	/**
	 * Solves for one signal.
	 *
	 * @param correlations c, one value per atom; not modified
	 * @param energy       |x|^2; 0 gives the empty code
	 * @return {@link StopReason#CONVERGED}; {@link StopReason#MAX_ITERATIONS}, where an iteration is an atom that joins or
	 *         leaves; or {@link StopReason#STALLED} where the code is so much larger than the signal (nearly dependent atoms,
	 *         a small penalty) that float32 inner products cannot tell its residual: then it is not to be used
	 */
	public StopReason solve(final float[] correlations, final double energy, final GramRows gram) {
		active.clear();
		if (energy == 0) {
			start = null;
			return StopReason.CONVERGED;
		}
		float[] current = correlations;
		if (begin(correlations, gram)) current = update(correlations);
		final double norm = Math.sqrt(energy);
		for (double magnitude = active.magnitude(); magnitude <= LARGE_CODE * norm; magnitude = active.magnitude()) { // not so for NaN
			final double margin = margin(norm, magnitude);
			Excess.of(current, limits, atomCount, (float) margin, signed, excess);
			for (int k = 0; k < active.size(); k++) excess[active.atom(k)] = 0;
			final float most = search.most(excess);
			final boolean isRough = active.violation(current) > margin;
			if (most == 0 && !isRough || isWithinGap(current, correlations, energy)) return StopReason.CONVERGED;
			final long before = active.steps();
			if (before >= stop.maxIterations()) return StopReason.MAX_ITERATIONS;
			if (isRough) active.improve(current);
			if (most > 0) join(correlations, most, (float) margin, gram);
			if (active.steps() == before) return StopReason.CONVERGED; // float64 sees no violation
			current = update(correlations);
		}
		return StopReason.STALLED;
	}

	/** The active atoms of a code to start from, if there is one, at their minimum. */
	private boolean begin(final float[] correlations, final GramRows gram) {
		if (start == null) return false;
		for (int k = start.start(startRow); k < start.start(startRow + 1); k++) {
			final int atom = start.atom(k);
			final double coefficient = start.coefficient(k);
			if (!Double.isFinite(coefficient)) continue;
			if (signed ? coefficient != 0 : coefficient > 0) active.start(atom, gram.row(atom), coefficient, penalty.l1(atom));
		}
		start = null;
		active.solve(correlations);
		return true;
	}

	private float[] update(final float[] correlations) {
		active.subtract(correlations, atomCount, residuals);
		return residuals;
	}

	/** Violations up to here do not count, in the units of the signal. */
	private double margin(final double norm, final double magnitude) {
		final double least = ROUNDING * (norm + magnitude);
		return stop.criterion() == Criterion.OPTIMALITY ? Math.max(least, stop.tolerance() * norm) : least;
	}

	private void join(final float[] correlations, final float most, final float margin, final GramRows gram) {
		candidates.choose(excess, most, correlations, limits, search);
		for (int next = candidates.next(margin); next >= 0 && active.steps() < stop.maxIterations(); next = candidates.next(margin)) {
			final int atom = candidates.atom(next);
			final double limit = penalty.l1(atom);
			final float[] row = gram.row(atom);
			final double residual = active.residual(row, correlations[atom]);
			if (active.isHere(atom) || !((signed ? Math.abs(residual) : residual) > limit)) candidates.exclude(next);
			else {
				candidates.gather(active.slot(active.size()), row);
				active.join(atom, row, residual, limit);
			}
		}
	}

	/** Whether the duality gap is small enough, where that is the criterion. */
	private boolean isWithinGap(final float[] current, final float[] correlations, final double energy) {
		if (stop.criterion() != Criterion.DUALITY_GAP) return false;
		double withSignal = energy, longer = energy, absolute = 0, squares = 0, scale = Double.POSITIVE_INFINITY;
		for (int i = 0; i < atomCount; i++) if (!active.isHere(i)) scale = Math.min(scale, DualityGap.scale(current[i], penalty.l1(i), !signed));
		for (int k = 0; k < active.size(); k++) {
			final int atom = active.atom(k);
			final double a = active.coefficient(k), slope = current[atom] - penalty.ridge() * a;
			withSignal -= a * correlations[atom];
			longer -= a * (correlations[atom] + slope);
			absolute += penalty.l1(atom) * Math.abs(a);
			squares += penalty.ridge() * a * a;
			scale = Math.min(scale, DualityGap.scale(slope, penalty.l1(atom), !signed));
		}
		return DualityGap.of(longer - squares, withSignal, absolute, squares, scale) <= stop.tolerance() * energy / 2;
	}
}
