package io.github.sparsej.encode.greedy;

import java.util.Arrays;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.model.Energy;

/**
 * The least-squares fit of one signal after another by the atoms that a pursuit chooses, one by one (Batch-OMP:
 * Rubinstein, Zibulevsky &amp; Elad, Technion CS-2008-08).
 * <p>
 * With G the Gram matrix and c = D'x, a new atom gives the progressive Cholesky factor of G a row; its last inverse row m
 * writes the new orthonormal direction in terms of the atoms chosen, along which the signal has the component b = m'c;
 * coefficients change by b m. Factor, coefficients and the norm of the residual are in float64, from the first
 * correlations c, so that rounding does not add up over steps; but G and c come from float32 products. Coherent atoms (m
 * of large norm) would blow their rounding up: from the first of them on, the inner products of the atoms chosen are
 * formed in float64, and the fit so far is made anew. Not thread-safe: one per thread.
 */
final class LeastSquaresFit {

	/**
	 * Squared distance of an atom from the span of those chosen (1/20 of its norm) below which the rounding of float32
	 * products (about 1e-7 of the signal), blown up by the norm of m, would show. Uncorrelated dictionaries do not come near.
	 */
	static final double COHERENT = 1.0 / 400;

	private final PreparedAtoms atoms;
	private final ResidualTracker tracker;
	private final double exactlyDependent;
	private final CholeskyRows cholesky = new CholeskyRows();
	private final int[] chosen;
	private final double[] coefficients;
	private final double[] products;
	/** Inner products of the signal with the atoms chosen. */
	private final double[] ofChosen;
	/** Coefficients before the last atom was taken. */
	private final double[] before;
	/** The signal's components along the directions. */
	private final double[] components;
	private float[] signals;
	private int offset;
	private double energy;
	private float[] correlations;
	/** Whether inner products are formed in float64. */
	private boolean exact;
	/** Squared norm of the last direction in terms of the atoms chosen. */
	private double squaredNorm;
	private int size;

	/**
	 * @param exactlyDependent squared distance from the span of the atoms chosen up to which an atom depends on them, once
	 *                         inner products are formed in float64; until then it is {@link CholeskyRows#DEPENDENT}
	 */
	LeastSquaresFit(final PreparedAtoms atoms, final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final double exactlyDependent) {
		this.atoms = atoms;
		this.exactlyDependent = exactlyDependent;
		tracker = new ResidualTracker(residualTolerance, atLeastOne);
		final int most = Math.min(maxNonzeros, atoms.count);
		chosen = new int[most];
		coefficients = new double[most];
		products = new double[most];
		before = new double[most];
		ofChosen = new double[most];
		components = new double[most];
	}

	/**
	 * Begins with a signal; parameters as of {@link io.github.sparsej.encode.block.SignalEncoder#encode}.
	 *
	 * @param correlations as they are at first; not modified, and not to be until the signal is done
	 * @return false if the signal needs no atom
	 */
	boolean begin(final float[] signals, final int offset, final double energy, final float[] correlations) {
		this.signals = signals;
		this.offset = offset;
		this.energy = energy;
		this.correlations = correlations;
		tracker.begin(energy);
		cholesky.clear();
		exact = false;
		size = 0;
		return !tracker.isWithin();
	}

	/** Takes one more atom and fits all coefficients; false if the atom depends on those chosen, which then stay. */
	boolean take(final int atom) {
		if (!append(atom)) return false;
		before[size] = 0;
		put(atom);
		if (!exact && squaredNorm * COHERENT > 1) {
			makeExact();
			if (!append(atom)) return false;
			before[size] = 0;
			put(atom);
		}
		advance();
		return true;
	}

	/**
	 * The squared distance of an atom from the span of those chosen, from inner products in float64 (from now on the fit's
	 * too); 0 if it depends on them.
	 */
	double squaredDistance(final int atom) {
		makeExact();
		formProducts(atom);
		return cholesky.squaredDistance(products, square(atom));
	}

	/** The correlation with the residual of the atom whose {@link #squaredDistance} was asked for last, in float64. */
	double correlation(final int atom) {
		double sum = Energy.product(atoms.rows, atom * atoms.length, signals, offset, atoms.length);
		final double[] projections = cholesky.projections();
		for (int k = 0; k < size; k++) sum = Math.fma(-projections[k], components[k], sum);
		return sum;
	}

	/**
	 * Leaves out the chosen atoms whose value is 0 or less, and fits the coefficients of the others anew.
	 *
	 * @param values one per atom chosen; those of the others move up, as the atoms do and their coefficients before
	 */
	void retain(final double[] values) {
		final int count = size;
		int kept = 0;
		while (kept < count && values[kept] > 0) kept++;
		restart(kept);
		for (int k = kept; k < count; k++) {
			if (!(values[k] > 0) || !append(chosen[k])) continue;
			values[size] = values[k];
			before[size] = before[k];
			add(chosen[k]);
		}
	}

	/** Makes the fit anew from inner products in float64, unless that is done. */
	void makeExact() {
		if (exact) return;
		exact = true;
		final int count = size;
		System.arraycopy(coefficients, 0, before, 0, count);
		restart(0);
		// None is refused, since float32 saw all of them at a distance.
		for (int k = 0; k < count; k++) if (append(chosen[k])) add(chosen[k]);
	}

	/** Goes back to the fit by the first atoms chosen. */
	private void restart(final int count) {
		cholesky.truncate(count);
		tracker.begin(energy);
		Arrays.fill(coefficients, 0, size, 0);
		for (size = 0; size < count;) {
			measure(size);
			advance();
		}
	}

	/** Appends an atom's inner products with those chosen to the factor. */
	private boolean append(final int atom) {
		formProducts(atom);
		return cholesky.append(products, square(atom), exact ? exactlyDependent : CholeskyRows.DEPENDENT);
	}

	private void formProducts(final int atom) {
		final float[] row = atoms.gram[atom];
		if (exact) for (int k = 0; k < size; k++) products[k] = Energy.product(atoms.rows, atom * atoms.length, atoms.rows, chosen[k] * atoms.length, atoms.length);
		else for (int k = 0; k < size; k++) products[k] = row[chosen[k]];
	}

	private double square(final int atom) {
		return exact ? Energy.of(atoms.rows, atom * atoms.length, atoms.length) : atoms.gram[atom][atom];
	}

	/** Adds the atom appended last to those chosen, and the signal's component along its new direction to the fit. */
	private void add(final int atom) {
		put(atom);
		advance();
	}

	private void put(final int atom) {
		chosen[size] = atom;
		ofChosen[size] = exact ? Energy.product(atoms.rows, atom * atoms.length, signals, offset, atoms.length) : correlations[atom];
		coefficients[size] = 0;
		measure(size);
	}

	/** Finds the component of the signal along a direction, and the norm of that in terms of the atoms chosen. */
	private void measure(final int index) {
		final double[] direction = cholesky.inverseRow(index);
		double sum = 0, norm = 0;
		for (int k = 0; k <= index; k++) {
			sum = Math.fma(direction[k], ofChosen[k], sum);
			norm = Math.fma(direction[k], direction[k], norm);
		}
		components[index] = sum;
		squaredNorm = norm;
	}

	private void advance() {
		final double[] direction = cholesky.inverseRow(size);
		final double component = components[size];
		for (int k = 0; k <= size; k++) coefficients[k] += component * direction[k];
		if (tracker.isOfUse()) tracker.lower(component, exact ? 1 : Math.sqrt(squaredNorm));
		size++;
	}

	/** Forms the residual in float64, and all atoms' correlations with it; returns its norm. */
	double correlate(final float[] to) {
		final double[] sum = new double[atoms.length];
		for (int j = 0; j < sum.length; j++) sum[j] = signals[offset + j];
		for (int k = 0; k < size; k++) {
			final int at = chosen[k] * sum.length;
			for (int j = 0; j < sum.length; j++) sum[j] = Math.fma(-coefficients[k], (double) atoms.rows[at + j], sum[j]);
		}
		final float[] residual = new float[atoms.length];
		for (int j = 0; j < sum.length; j++) residual[j] = (float) sum[j];
		FloatProduct.best().multiply(residual, 0, atoms.length, 1, atoms.length, atoms.columns, atoms.count, new float[][] { to });
		return Math.sqrt(Energy.of(residual, 0, residual.length));
	}

	/** Whether the residual is within the tolerance; with tolerance 0, no residual is. */
	boolean isWithin() {
		return tracker.isWithin(() -> atoms.residualEnergy(signals, offset, chosen, coefficients, size));
	}

	/** Whether inner products are formed in float64 by now. */
	boolean isExact() {
		return exact;
	}

	int size() {
		return size;
	}

	/** The atoms in the order of choice, {@link #size()} of them: not a copy, not to be written to. */
	int[] chosen() {
		return chosen;
	}

	/** Their coefficients: not a copy, not to be written to. */
	double[] coefficients() {
		return coefficients;
	}

	/** The direction that the last atom brought in, in terms of the atoms chosen: not a copy, not to be written to. */
	double[] direction() {
		return cholesky.lastInverseRow();
	}

	/** The signal's component along that direction. */
	double component() {
		return components[size - 1];
	}

	/** Writes what was added to each coefficient since this was last asked, or since the fit became exact. */
	void takeChanges(final float[] changes) {
		for (int k = 0; k < size; k++) {
			changes[k] = (float) (coefficients[k] - before[k]);
			before[k] = coefficients[k];
		}
	}

	/** The coefficients when changes were last asked for: not a copy, not to be written to. */
	double[] before() {
		return before;
	}

	void writeTo(final CodeBlock code) {
		for (int k = 0; k < size; k++) code.add(chosen[k], (float) coefficients[k]);
	}
}
