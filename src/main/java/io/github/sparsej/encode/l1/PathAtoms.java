package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.ChangingCholesky;
import io.github.sparsej.model.Energy;

/**
 * The atoms A of a signal's code, each pulled to 0 by a limit on its correlation, and their coefficients as a function of
 * that limit: (G_AA + ridge I) a = c_A - limit t, with c the signal's correlations and t the sign of each coefficient times
 * the atom's weight. So a = fit - limit slope, and both are kept as atoms join and leave, in float64.
 * <p>
 * As in {@link io.github.sparsej.encode.greedy.BatchOmp}, inner products come from float32 until an atom is near the span
 * of the others; from then on, for this signal, they are formed in float64, and coefficients are solved for anew where
 * what an atom added, and takes away again, was large. One instance per thread.
 */
final class PathAtoms {

	/** Squared norm of a row of the inverse factor beyond which the rounding of float32 products would show. */
	private static final double COHERENT = 400;
	/** Squared distance from the span of the others up to which an atom depends on them, as far as float32 products tell. */
	private static final double DEPENDENT = 1e-6;
	/** The same as far as float64 products of float32 atoms tell: what an atom so near could add is within the tolerance of optimality. */
	private static final double EXACTLY_DEPENDENT = 1e-10;

	/** Squared norm of the direction of an atom that leaves beyond which the rounding of what it takes away would show. */
	private static final double LARGE_TERM = 1e6;

	private final PreparedAtoms atoms;
	private final double ridge;
	private final ChangingCholesky cholesky = new ChangingCholesky();
	private final int[] chosen;
	private final double[] pulls;
	private final double[] products;
	private final double[] ofSignal;
	private final double[] fit;
	private final double[] slope;
	/** Inner products of each atom with those before it and with itself, where they are exact. */
	private final double[][] inner;
	private double[] right = {};
	private double[] correction = {};
	private float[] signals;
	private int offset;
	private float scale;
	private float[] correlations;
	private boolean exact;
	private int size;

	PathAtoms(final PreparedAtoms atoms, final double ridge) {
		this.atoms = atoms;
		this.ridge = ridge;
		chosen = new int[atoms.count];
		pulls = new double[atoms.count];
		products = new double[atoms.count];
		ofSignal = new double[atoms.count];
		fit = new double[atoms.count];
		slope = new double[atoms.count];
		inner = new double[atoms.count][];
	}

	/**
	 * A new signal, without atoms.
	 *
	 * @param scale        factor on the signal as it is in {@code signals}
	 * @param correlations of the scaled signal; read as long as this signal is in work
	 */
	void begin(final float[] newSignals, final int newOffset, final float newScale, final float[] newCorrelations) {
		signals = newSignals;
		offset = newOffset;
		scale = newScale;
		correlations = newCorrelations;
		exact = false;
		size = 0;
		cholesky.clear();
	}

	int size() {
		return size;
	}

	int atom(final int place) {
		return chosen[place];
	}

	/** The atoms in the order in which they joined: not a copy, not to be written to. */
	int[] chosen() {
		return chosen;
	}

	/** 1 or -1, times the weight of the atom. */
	double pull(final int place) {
		return pulls[place];
	}

	/** By how much each coefficient grows as the limit falls by 1: not a copy, not to be written to. */
	double[] slope() {
		return slope;
	}

	double coefficient(final int place, final double limit) {
		return Math.fma(-limit, slope[place], fit[place]);
	}

	/** Whether inner products of this signal's atoms are formed in float64. */
	boolean isExact() {
		return exact;
	}

	/** Takes an atom with a coefficient of the sign of its pull; false if it is a combination of those here. */
	boolean join(final int atom, final double pull) {
		final boolean appended = append(atom);
		if (!exact && (!appended || isCoherent())) {
			exact = true;
			anew();
			if (!append(atom)) return false;
		}
		else if (!appended) return false;
		add(atom, pull);
		return true;
	}

	private boolean isCoherent() {
		return squaredNorm(cholesky.lastRow(), size + 1) > COHERENT;
	}

	private static double squaredNorm(final double[] values, final int count) {
		double sum = 0;
		for (int k = 0; k < count; k++) sum = Math.fma(values[k], values[k], sum);
		return sum;
	}

	/** Appends all atoms again, by exact inner products; none is refused, since each is far from the span of those before it. */
	private void anew() {
		final int last = size;
		cholesky.clear();
		for (size = 0; size < last;) {
			append(chosen[size]);
			add(chosen[size], pulls[size]);
		}
	}

	private boolean append(final int atom) {
		if (exact) return appendExact(atom);
		final float[] row = atoms.gram[atom];
		for (int k = 0; k < size; k++) products[k] = row[chosen[k]];
		return cholesky.append(products, row[atom] + ridge, DEPENDENT);
	}

	private boolean appendExact(final int atom) {
		for (int k = 0; k < size; k++) products[k] = Energy.product(atoms.rows, atom * atoms.length, atoms.rows, chosen[k] * atoms.length, atoms.length);
		products[size] = Energy.of(atoms.rows, atom * atoms.length, atoms.length) + ridge;
		if (!cholesky.append(products, products[size], EXACTLY_DEPENDENT)) return false;
		if (inner[size] == null) inner[size] = new double[atoms.count];
		System.arraycopy(products, 0, inner[size], 0, size + 1);
		return true;
	}

	/** Adds the atom appended last, whose new direction adds a term to both parts of all coefficients. */
	private void add(final int atom, final double pull) {
		chosen[size] = atom;
		pulls[size] = pull;
		ofSignal[size] = exact ? scale * Energy.product(atoms.rows, atom * atoms.length, signals, offset, atoms.length) : correlations[atom];
		fit[size] = 0;
		slope[size++] = 0;
		addTerm(cholesky.lastRow(), 1);
	}

	private void addTerm(final double[] direction, final double sign) {
		double ofFit = 0, ofSlope = 0;
		for (int k = 0; k < size; k++) {
			ofFit = Math.fma(direction[k], ofSignal[k], ofFit);
			ofSlope = Math.fma(direction[k], pulls[k], ofSlope);
		}
		addTo(fit, sign * ofFit, direction, size);
		addTo(slope, sign * ofSlope, direction, size);
	}

	private static void addTo(final double[] sum, final double factor, final double[] direction, final int size) {
		for (int k = 0; k < size; k++) sum[k] = Math.fma(factor, direction[k], sum[k]);
	}

	/** Removes the atom at a place; those behind it move up. */
	void leave(final int place) {
		final double[] direction = cholesky.remove(place);
		final boolean anew = exact && squaredNorm(direction, size) > LARGE_TERM;
		if (!anew) addTerm(direction, -1);
		size--;
		for (int k = place; k < size; k++) {
			chosen[k] = chosen[k + 1];
			pulls[k] = pulls[k + 1];
			ofSignal[k] = ofSignal[k + 1];
			fit[k] = fit[k + 1];
			slope[k] = slope[k + 1];
		}
		if (exact) removeInner(place);
		if (anew) solveAnew(place);
	}

	private void removeInner(final int place) {
		final double[] gone = inner[place];
		for (int k = place; k < size; k++) {
			inner[k] = inner[k + 1];
			System.arraycopy(inner[k], place + 1, inner[k], place, k + 1 - place);
		}
		inner[size] = gone;
	}

	private void solveAnew(final int place) {
		cholesky.truncate(place);
		for (int k = place; k < size; k++) cholesky.append(inner[k], inner[k][k], 0); // farther from fewer atoms than it was
		cholesky.solve(ofSignal, fit);
		cholesky.solve(pulls, slope);
	}

	/** The coefficients at a limit; exact ones refined until they are as accurate as their inner products. */
	void coefficients(final double limit, final double[] to) {
		if (!exact) {
			for (int k = 0; k < size; k++) to[k] = coefficient(k, limit);
			return;
		}
		if (right.length < size) {
			right = new double[atoms.count];
			correction = new double[atoms.count];
		}
		for (int k = 0; k < size; k++) right[k] = Math.fma(-limit, pulls[k], ofSignal[k]);
		cholesky.solve(right, to);
		for (int k = 0; k < size; k++) {
			double sum = Math.fma(-inner[k][k], to[k], right[k]);
			for (int l = 0; l < size; l++) if (l != k) sum = Math.fma(-(l < k ? inner[k][l] : inner[l][k]), to[l], sum);
			products[k] = sum;
		}
		cholesky.solve(products, correction);
		for (int k = 0; k < size; k++) to[k] += correction[k];
	}

	/** Writes the atom that was refused last as the combination that it is of those here. */
	void combination(final double[] to) {
		cholesky.solve(products, to);
	}

	/**
	 * The place of the atom whose coefficient is the first to reach 0 as the limit falls, the first of equal ones; -1 if none
	 * does before the limit is {@code end}.
	 */
	int firstToVanish(final double limit, final double end) {
		int first = -1;
		double most = end;
		for (int k = 0; k < size; k++)
			if (pulls[k] * coefficient(k, most) < 0 && pulls[k] * slope[k] < 0) {
				first = k;
				most = zero(k, limit);
			}
		return first;
	}

	/** The limit, at most the present one, at which a coefficient that falls is 0. */
	double zero(final int place, final double limit) {
		return Math.min(limit, fit[place] / slope[place]);
	}
}
