package io.github.sparsej.encode.l1;

import java.util.Arrays;

import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.InverseGram;

/**
 * The atoms with a coefficient other than 0 while a code is sought, and the minimum over them: of 1/2 |x - D a|^2 + ridge /
 * 2 |a|^2 + sum of l_i s_i a_i for given signs s, which is the solution of (D'D + ridge) a = c - l s. An atom that joins
 * moves all coefficients to the new minimum. Where one of them would change its sign, they move only as far as its 0, it
 * leaves, and the others go on to the minimum without it (Lawson &amp; Hanson, Solving Least Squares Problems, 1974, chapter
 * 23; for signed coefficients Osborne, Presnell &amp; Turlach, IMA J. Numerical Analysis 20, 2000). The objective falls with
 * every such step, so that no set of atoms and signs comes twice.
 */
final class ActiveAtoms {

	/**
	 * How much the inner products of float32 are off, relative to unit norm. An atom whose distance d from the span of the
	 * others is less than that of its nearest combination u, d &lt; this (1 + |u|^2), depends on them as far as one can tell.
	 */
	private static final double ROUNDING = 1e-6;
	/** Distance from which on that need not be looked at, as a share of the atom's square. */
	private static final double CLEARLY_INDEPENDENT = 1e-2;

	private final double ridge;
	private final InverseGram inverse = new InverseGram();
	/** Which row of {@link #rows} belongs to each atom here: stays with it when others leave. All rows are in it once. */
	private final int[] slots;
	private final float[][] rows;
	private final int[] atoms;
	private final boolean[] isHere;
	private final double[] signs;
	private final double[] limits;
	private double[] coefficients;
	/** The minimum, where the coefficients are not there yet. */
	private double[] minimum;
	private final double[] products;
	private final float[] factors;
	private int size;
	private long steps;

	ActiveAtoms(final int atomCount, final double ridge) {
		this.ridge = ridge;
		slots = new int[atomCount];
		Arrays.setAll(slots, k -> k);
		rows = new float[atomCount][];
		atoms = new int[atomCount];
		isHere = new boolean[atomCount];
		signs = new double[atomCount];
		limits = new double[atomCount];
		coefficients = new double[atomCount];
		minimum = new double[atomCount];
		products = new double[atomCount];
		factors = new float[atomCount];
	}

	void clear() {
		for (int k = 0; k < size; k++) isHere[atoms[k]] = false;
		inverse.clear();
		size = 0;
		steps = 0;
	}

	int size() {
		return size;
	}

	int atom(final int k) {
		return atoms[k];
	}

	double coefficient(final int k) {
		return coefficients[k];
	}

	float[] row(final int k) {
		return rows[slots[k]];
	}

	/** Where the Gram row of an atom here is kept; k = {@link #size()} is where the next to join has it. */
	int slot(final int k) {
		return slots[k];
	}

	boolean isHere(final int atom) {
		return isHere[atom];
	}

	/** Sum of the absolute values of the coefficients. */
	double magnitude() {
		double sum = 0;
		for (int k = 0; k < size; k++) sum += Math.abs(coefficients[k]);
		return sum;
	}

	/** How often atoms joined or left, or rounding was made good for, since {@link #clear}. */
	long steps() {
		return steps;
	}

	/** The correlation of an atom with the residual, in float64. */
	double residual(final float[] row, final double correlation) {
		double sum = correlation;
		for (int k = 0; k < size; k++) {
			final double product = row[atoms[k]];
			products[k] = product;
			sum = Math.fma(-product, coefficients[k], sum);
		}
		return sum;
	}

	/**
	 * Lets an atom join that violates its optimality condition, and moves to the minimum.
	 *
	 * @param residual its correlation with the residual, just computed by {@link #residual}
	 * @param limit    factor on its absolute value, less than |residual|
	 */
	void join(final int atom, final float[] row, final double residual, final double limit) {
		final double sign = Math.signum(residual);
		final double distance = append(atom, row, sign, limit);
		final double coefficient = (residual - limit * sign) / distance;
		steps++;
		final double[] nearest = inverse.nearest();
		final int last = size - 1;
		// Nearly always all signs stay: that is seen in the same pass.
		boolean keepSigns = coefficient * sign > 0;
		for (int k = 0; k < last; k++) {
			final double value = Math.fma(-coefficient, nearest[k], coefficients[k]);
			minimum[k] = value;
			if (!(value * signs[k] > 0)) keepSigns = false;
		}
		coefficients[last] = 0;
		minimum[last] = coefficient;
		if (keepSigns) arrive();
		else settle();
	}

	/** Lets an atom join with any coefficient; {@link #solve} has to follow. An atom of norm 0 is left out. */
	void start(final int atom, final float[] row, final double coefficient, final double limit) {
		if (!(row[atom] + ridge > 0)) return;
		for (int k = 0; k < size; k++) products[k] = row[atoms[k]];
		append(atom, row, Math.signum(coefficient), limit);
		coefficients[size - 1] = coefficient;
	}

	private double append(final int atom, final float[] row, final double sign, final double limit) {
		final double square = row[atom] + ridge;
		final double distance = atLeastRounding(inverse.distance(products, square), square);
		inverse.append(distance);
		rows[slots[size]] = row;
		atoms[size] = atom;
		isHere[atom] = true;
		signs[size] = sign;
		limits[size++] = limit;
		return distance;
	}

	/** An atom that depends on others joins as if it were a little longer: so there is a minimum, and {@link #improve} makes good for it. */
	private double atLeastRounding(final double distance, final double square) {
		if (distance > CLEARLY_INDEPENDENT * square) return distance;
		final double[] nearest = inverse.nearest();
		double energy = 1;
		for (int k = 0; k < size; k++) energy = Math.fma(nearest[k], nearest[k], energy);
		return Math.max(distance, ROUNDING * square * energy);
	}

	/** Moves to the minimum from any coefficients of the right signs. */
	void solve(final float[] correlations) {
		for (int k = 0; k < size; k++) products[k] = correlations[atoms[k]] - limits[k] * signs[k];
		inverse.multiply(products, minimum);
		settle();
	}

	/**
	 * The largest violation of the optimality conditions of the atoms here.
	 *
	 * @param residuals correlations of all atoms with the residual
	 */
	double violation(final float[] residuals) {
		double most = 0;
		for (int k = 0; k < size; k++) {
			final double violation = Math.abs(violation(k, residuals));
			if (violation > most) most = violation; // Math.max takes longer
		}
		return most;
	}

	private double violation(final int k, final float[] residuals) {
		return residuals[atoms[k]] - ridge * coefficients[k] - limits[k] * signs[k];
	}

	/** Takes what rounding left of the violations away. */
	void improve(final float[] residuals) {
		for (int k = 0; k < size; k++) products[k] = violation(k, residuals);
		inverse.multiply(products, minimum);
		for (int k = 0; k < size; k++) minimum[k] += coefficients[k];
		steps++;
		settle();
	}

	/** Moves the coefficients to the minimum, and lets those leave that would change their signs. */
	private void settle() {
		while (true) {
			final int first = firstToChangeSign();
			if (first < 0) {
				arrive();
				return;
			}
			final double share = shareUntilZero(first);
			for (int k = 0; k < size; k++) coefficients[k] = Math.fma(share, minimum[k] - coefficients[k], coefficients[k]);
			leave(first);
		}
	}

	/** Takes the minimum as the coefficients. */
	private void arrive() {
		final double[] before = coefficients;
		coefficients = minimum;
		minimum = before;
	}

	/** The atom whose coefficient is the first to reach 0 on the way to the minimum, -1 if none is. */
	private int firstToChangeSign() {
		int first = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < size; k++) {
			if (minimum[k] * signs[k] > 0) continue;
			final double share = shareUntilZero(k);
			if (share < least) {
				least = share;
				first = k;
			}
		}
		return first;
	}

	private double shareUntilZero(final int k) {
		final double way = coefficients[k] - minimum[k];
		return way == 0 ? 0 : Math.min(1, Math.max(0, coefficients[k] / way));
	}

	private void leave(final int place) {
		steps++;
		inverse.remove(place, minimum);
		isHere[atoms[place]] = false;
		final int last = --size, slot = slots[place];
		slots[place] = slots[last];
		slots[last] = slot;
		atoms[place] = atoms[last];
		signs[place] = signs[last];
		limits[place] = limits[last];
		coefficients[place] = coefficients[last];
	}

	/** {@code residuals = correlations - G a}, of all atoms. */
	void subtract(final float[] correlations, final int count, final float[] residuals) {
		if (size == 0) System.arraycopy(correlations, 0, residuals, 0, count);
		else Correlations.subtract(correlations, residuals, count, rows, slots, factors(), size);
	}

	/** The coefficients in float32, {@link #size()} values: not a copy, good until the next change. */
	float[] factors() {
		for (int k = 0; k < size; k++) factors[k] = (float) coefficients[k];
		return factors;
	}

	/** The {@link #slot} of each atom here, {@link #size()} values: not a copy, not to be written to. */
	int[] slots() {
		return slots;
	}
}
