package io.github.sparsej.encode.l1;

import java.util.function.BooleanSupplier;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.linalg.BeyondLimits;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * One thread's run of the proximal gradient method. Coefficients are kept in lists of those that are not 0, in float64;
 * slopes in a {@link WorkingSet}, in float32.
 */
final class ProximalGradientRun implements SignalEncoder {

	/** Iterations between two looks at the duality gap. */
	private static final int GAP_EVERY = 10;
	/** The first iteration after which a smaller working set is thought of, and the least number until it is again. */
	private static final int NARROW_EVERY = 6;
	/** How many times its last move the decoded code may go before the working set is chosen anew. */
	private static final double MOVES = 8;
	/** From this iteration on slopes are refreshed from the residual itself: before, their rounding does not matter. */
	private static final int LATE = 128;

	private final PreparedAtoms atoms;
	private final ProximalGradientOptions options;
	private final Penalty penalty;
	private final boolean nonnegative;
	private final double step, damping;
	private final double[] l1;
	private final WorkingSet set;
	private final ObjectiveTrace trace;
	private final float[] slopes;
	private final int[] scratch, found;
	private final Residual residual;

	/** Of the atoms with a coefficient now, before, or at the reference: position, limit, and these coefficients. */
	private final int[] positions;
	private final double[] limits, values, priors, origins;
	/** What the slopes are told of: the way from the reference. */
	private final float[] ways;
	private int size;

	private double energy, tolerance, lastMove, distance, margin;
	private int iteration, nextNarrowing, nextConfirmation;
	private SparseCodes start;
	private int startRow;
	private BooleanSupplier stop = () -> false;

	ProximalGradientRun(final ProximalGradientOptions options, final PreparedAtoms atoms, final double lipschitz, final ObjectiveTrace trace) {
		this.options = options;
		this.atoms = atoms;
		this.trace = trace;
		penalty = options.penalty();
		nonnegative = penalty.isNonnegative();
		step = 1 / lipschitz;
		damping = 1 / (1 + penalty.ridge() * step);
		final int p = atoms.count;
		l1 = new double[p];
		final float[] roundedL1 = new float[p];
		for (int i = 0; i < p; i++) {
			l1[i] = penalty.l1(i);
			roundedL1[i] = BeyondLimits.rounded(l1[i]);
		}
		set = new WorkingSet(atoms, roundedL1, nonnegative);
		slopes = new float[p];
		scratch = new int[p];
		found = new int[p];
		residual = new Residual(atoms);
		positions = new int[p];
		limits = new double[p];
		values = new double[p];
		priors = new double[p];
		origins = new double[p];
		ways = new float[p];
	}

	@Override
	public void heed(final BooleanSupplier asked) {
		stop = asked;
	}

	@Override
	public void startFrom(final SparseCodes codes, final int row) {
		start = codes;
		startRow = row;
	}

	@Override
	public StopReason encode(final float[] signals, final int offset, final double signalEnergy, final float[] correlations, final CodeBlock code) {
		energy = signalEnergy;
		tolerance = options.stop().tolerance() * (options.stop().criterion() == Criterion.OPTIMALITY ? Math.sqrt(energy) : energy / 2);
		begin(correlations);
		if (trace != null) trace.begin();
		final StopReason reason = iterate(signals, offset, correlations);
		for (int k = 0; k < size; k++) code.add(set.atomOf[positions[k]], (float) values[k]);
		if (trace != null) trace.end(offset / atoms.length);
		return reason;
	}

	private void begin(final float[] correlations) {
		size = 0;
		margin = 0;
		nextNarrowing = NARROW_EVERY;
		lastMove = 0;
		distance = 0;
		nextConfirmation = 0;
		set.all();
		System.arraycopy(correlations, 0, set.reference, 0, set.size);
		set.move(positions, ways, 0);
		if (start != null && energy > 0) load(correlations);
		start = null;
		set.swap();
		System.arraycopy(set.before, 0, set.slopes, 0, set.size);
	}

	/** Takes the code to start from, unless it is worse than none. */
	private void load(final float[] correlations) {
		for (int k = start.start(startRow); k < start.start(startRow + 1); k++) {
			final float value = start.coefficient(k);
			if (Float.isFinite(value) && !(nonnegative && value < 0)) append(start.atom(k), value, value);
		}
		set.move(positions, ways, size);
		if (objective(correlations) <= energy / 2) return;
		size = 0;
		set.move(positions, ways, 0);
	}

	private void append(final int position, final double value, final double prior) {
		positions[size] = position;
		limits[size] = l1[set.atomOf[position]];
		values[size] = value;
		priors[size] = prior;
		origins[size] = 0;
		ways[size++] = (float) value;
	}

	private StopReason iterate(final float[] signals, final int offset, final float[] correlations) {
		record(correlations);
		iteration = 0;
		if (energy == 0 || size == 0 && isSolved(correlations, false) || size > 0 && isDone(signals, offset, correlations)) return StopReason.CONVERGED;
		double t = 1;
		float momentum = 0;
		for (iteration = 1;; iteration++) {
			step(momentum);
			measure();
			if (set.isAll() ? isTimeToNarrow() : distance + lastMove > margin) {
				refresh(signals, offset, correlations, iteration >= LATE);
				narrow();
			}
			record(correlations);
			if (isDone(signals, offset, correlations)) return StopReason.CONVERGED;
			if (iteration == options.stop().maxIterations()) return StopReason.MAX_ITERATIONS;
			if (iteration % ITERATIONS_BETWEEN_LOOKS == 0 && stop.getAsBoolean()) return StopReason.CANCELLED;
			if (options.method() == Method.FISTA) {
				final double last = t;
				t = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
				momentum = (float) ((last - 1) / t);
			}
		}
	}

	/** One iteration: a gradient step from beyond the code, shrunk; and the slopes there. */
	private void step(final float momentum) {
		Correlations.extrapolate(set.slopes, set.before, set.size, momentum, slopes);
		shrinkActive(momentum);
		final int more = nonnegative ? BeyondLimits.values(slopes, set.limits, set.size, scratch, found) : BeyondLimits.magnitudes(slopes, set.limits, set.size, scratch, found);
		for (int k = 0; k < more; k++) {
			final double value = shrunk(slopes[found[k]] * step, l1[set.atomOf[found[k]]] * step);
			if (value != 0) append(found[k], value, 0);
		}
		set.move(positions, ways, size);
	}

	/** Steps of the atoms in the lists, which leaves slopes of 0 behind; those that are of no use any more leave the lists. */
	private void shrinkActive(final float momentum) {
		int kept = 0;
		for (int k = 0; k < size; k++) {
			final int position = positions[k];
			final double old = values[k], limit = limits[k], origin = origins[k];
			final double value = shrunk(old + momentum * (old - priors[k]) + slopes[position] * step, limit * step);
			slopes[position] = 0;
			positions[kept] = position;
			limits[kept] = limit;
			priors[kept] = old;
			values[kept] = value;
			origins[kept] = origin;
			ways[kept] = (float) (value - origin);
			if (value != 0 || old != 0 || origin != 0) kept++;
		}
		size = kept;
	}

	private double shrunk(final double value, final double threshold) {
		return (value - Math.max(nonnegative ? Double.NEGATIVE_INFINITY : -threshold, Math.min(threshold, value))) * damping;
	}

	/** How far the decoded code is from the reference, and how far from where it was: w'G w of the ways w, by the slopes. */
	private void measure() {
		final float[] now = set.slopes, before = set.before, reference = set.reference;
		double moved = 0, away = 0;
		for (int k = 0; k < size; k++) {
			final int position = positions[k];
			away += (double) ways[k] * (reference[position] - now[position]);
			moved += (values[k] - priors[k]) * (before[position] - now[position]);
		}
		lastMove = Math.sqrt(Math.max(0, moved));
		distance = Math.sqrt(Math.max(0, away));
	}

	private boolean isTimeToNarrow() {
		if (iteration < nextNarrowing) return false;
		nextNarrowing = iteration + NARROW_EVERY + iteration / 8;
		// How far the code is from the reference tells how far it will go only if the reference was chosen late.
		distance = 0;
		return iteration >= LATE || set.isFewWithin((float) (MOVES * lastMove));
	}

	/** Takes the atoms alone that may get a coefficient until the code has moved as far as it did since the last reference. */
	private void narrow() {
		margin = Math.max(MOVES * lastMove, distance);
		set.keepWithin((float) margin, positions, size);
	}

	/** Makes the code the reference, for all atoms. */
	private void refresh(final float[] signals, final int offset, final float[] correlations, final boolean exactly) {
		for (int k = 0; k < size; k++) positions[k] = set.atomOf[positions[k]];
		set.all();
		int kept = 0;
		for (int k = 0; k < size; k++) {
			if (values[k] == 0 && priors[k] == 0) continue;
			positions[kept] = positions[k];
			limits[kept] = limits[k];
			values[kept] = values[k];
			priors[kept] = priors[k];
			origins[kept] = exactly ? values[k] : (float) values[k];
			ways[kept++] = (float) values[k];
		}
		size = kept;
		if (exactly) residual.slopes(signals, offset, positions, values, size, set.reference);
		else if (size == 0) System.arraycopy(correlations, 0, set.reference, 0, set.size);
		else Correlations.subtract(correlations, set.reference, set.size, atoms.gram, positions, ways, size);
		for (int k = 0; k < size; k++) ways[k] = (float) (priors[k] - origins[k]);
		set.move(positions, ways, size);
		for (int k = 0; k < size; k++) ways[k] = (float) (values[k] - origins[k]);
		set.move(positions, ways, size);
	}

	/** Whether the code is within the tolerance, and slopes from the residual itself say so too. */
	private boolean isDone(final float[] signals, final int offset, final float[] correlations) {
		if (tolerance == 0 || iteration < nextConfirmation || !isSolved(correlations, false)) return false;
		nextConfirmation = iteration + GAP_EVERY + iteration / 8;
		refresh(signals, offset, correlations, true);
		if (isSolved(correlations, true)) return true;
		narrow();
		return false;
	}

	/** @param exactly whether the slopes are those of the residual itself */
	private boolean isSolved(final float[] correlations, final boolean exactly) {
		if (options.stop().criterion() == Criterion.OPTIMALITY) return isOptimal();
		return iteration % GAP_EVERY == 0 && gap(correlations, exactly) <= tolerance;
	}

	private boolean isOptimal() {
		for (int k = 0; k < size; k++) {
			final double slope = set.slopes[positions[k]] - penalty.ridge() * values[k];
			if (values[k] != 0 && !(Math.abs(slope - Math.copySign(limits[k], values[k])) <= tolerance)) return false;
		}
		System.arraycopy(set.slopes, 0, slopes, 0, set.size);
		for (int k = 0; k < size; k++) if (values[k] != 0) slopes[positions[k]] = 0;
		for (int i = 0; i < set.size; i++) if ((nonnegative ? slopes[i] : Math.abs(slopes[i])) > set.limits[i] + tolerance) return false;
		return true;
	}

	private double gap(final float[] correlations, final boolean exactly) {
		System.arraycopy(set.slopes, 0, slopes, 0, set.size);
		double ofSignal = 0, ofResidual = 0, absolute = 0, squares = 0;
		for (int k = 0; k < size; k++) {
			final int position = positions[k];
			ofSignal += values[k] * correlations[set.atomOf[position]];
			ofResidual += values[k] * set.slopes[position];
			absolute += limits[k] * Math.abs(values[k]);
			squares += penalty.ridge() * values[k] * values[k];
			slopes[position] -= (float) (penalty.ridge() * values[k]);
		}
		// Atoms that are not looked at are within their limits.
		double scale = set.isAll() ? Double.POSITIVE_INFINITY : 1;
		for (int i = 0; i < set.size; i++) scale = Math.min(scale, DualityGap.scale(slopes[i], set.limits[i], nonnegative));
		if (exactly) return DualityGap.of(residual.energy(), residual.energy() + ofResidual, absolute, squares, scale);
		return DualityGap.of(Math.max(0, energy - ofSignal - ofResidual), energy - ofSignal, absolute, squares, scale);
	}

	private void record(final float[] correlations) {
		if (trace != null) trace.add(objective(correlations));
	}

	/** The objective of the code, in float64 but from correlations in float32. */
	private double objective(final float[] correlations) {
		double twice = energy;
		for (int k = 0; k < size; k++) {
			final double value = values[k];
			twice += value * (penalty.ridge() * value - correlations[set.atomOf[positions[k]]] - set.slopes[positions[k]]) + 2 * limits[k] * Math.abs(value);
		}
		return twice / 2;
	}
}
