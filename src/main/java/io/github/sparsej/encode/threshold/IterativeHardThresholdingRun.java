package io.github.sparsej.encode.threshold;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValues;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** One thread's run of normalised iterative hard thresholding. */
final class IterativeHardThresholdingRun implements SignalEncoder {

	/** How much of the largest step that surely lowers the objective is allowed: 1 - c of the paper. */
	private static final double SAFE = 0.99;
	/** What a step that is too large is divided by: kappa (1 - c) with kappa = 2. */
	private static final double SHRINK = 1.98;
	/** Divisions after which rounding alone can have kept a step from being taken. */
	private static final int MAX_SHRINKS = 60;

	/** Largest step: beyond, the atoms of the support are combinations of each other, and the step is rounding. */
	private static final double MAX_STEP = 1e4;

	/** A code: its atoms, ascending, their coefficients, and the slopes D'(x - D a) of all atoms there. */
	private static final class Point {

		private final int[] atoms;
		private final float[] coefficients;
		private final float[] slopes;
		private int size;

		Point(final int most, final int atomCount) {
			atoms = new int[most];
			coefficients = new float[most];
			slopes = new float[atomCount];
		}

		double norm() {
			double sum = 0;
			for (int k = 0; k < size; k++) sum = Math.fma((double) coefficients[k], (double) coefficients[k], sum);
			return Math.sqrt(sum);
		}

		boolean hasSupportOf(final Point other) {
			return Arrays.equals(atoms, 0, size, other.atoms, 0, other.size);
		}
	}

	private final PreparedAtoms atoms;
	private final IterativeHardThresholdingOptions options;
	private final LargestValues largest;
	private final float[] stepped;
	/** The coefficients of all atoms of the current code: 0 where it has none. */
	private final float[] dense;
	private final int[] support;
	private Point current;
	private Point next;
	private SparseCodes start;
	private int startRow;
	private BooleanSupplier stop = () -> false;

	IterativeHardThresholdingRun(final IterativeHardThresholdingOptions options, final PreparedAtoms atoms) {
		this.options = options;
		this.atoms = atoms;
		final int most = options.mostNonzeros(atoms.count);
		largest = new LargestValues(most);
		stepped = new float[atoms.count];
		dense = new float[atoms.count];
		support = new int[most];
		current = new Point(most, atoms.count);
		next = new Point(most, atoms.count);
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
	public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
		current.size = 0;
		System.arraycopy(correlations, 0, current.slopes, 0, atoms.count);
		if (start != null) load(correlations);
		start = null;
		final StopReason reason = energy == 0 ? StopReason.CONVERGED : iterate(correlations);
		if (energy > 0) for (int k = 0; k < current.size; k++) code.add(current.atoms[k], current.coefficients[k]);
		spread(current, 0);
		return reason;
	}

	/** Takes the largest coefficients of the code to start from, unless they are worse than none. */
	private void load(final float[] correlations) {
		Arrays.fill(stepped, 0);
		for (int k = start.start(startRow); k < start.start(startRow + 1); k++)
			if (Float.isFinite(start.coefficient(k))) stepped[start.atom(k)] = start.coefficient(k);
		keepLargest(next, correlations);
		double gain = 0;
		for (int k = 0; k < next.size; k++) gain += next.coefficients[k] * ((double) correlations[next.atoms[k]] + next.slopes[next.atoms[k]]);
		if (gain >= 0) take();
	}

	private StopReason iterate(final float[] correlations) {
		for (int iteration = 0; iteration < options.maxIterations(); iteration++) {
			if (!step(correlations)) return StopReason.CONVERGED;
			final double change = distance();
			take();
			if (change < options.tolerance() * current.norm() || change == 0) return StopReason.CONVERGED;
			if (iteration % ITERATIONS_BETWEEN_LOOKS == ITERATIONS_BETWEEN_LOOKS - 1 && stop.getAsBoolean()) return StopReason.CANCELLED;
		}
		return StopReason.MAX_ITERATIONS;
	}

	/** Finds the next code; false if there is none that is better. */
	private boolean step(final float[] correlations) {
		float step = bestStep();
		for (int shrinks = 0; shrinks < MAX_SHRINKS; shrinks++) {
			scale(current.slopes, step, stepped);
			for (int k = 0; k < current.size; k++) stepped[current.atoms[k]] += current.coefficients[k];
			keepLargest(next, correlations);
			final double distance = distance();
			// From 0 the support is the one that the step is best for. A step near the end of float32's range may have left it.
			if (distance < Double.POSITIVE_INFINITY && (current.size == 0 || next.hasSupportOf(current) || step * decodedSquare() <= SAFE * distance * distance)) return true;
			step /= SHRINK;
		}
		return false;
	}

	/** |g_S|^2 / |D g_S|^2, S the support of the code or, without one, that of its slopes thresholded. */
	private float bestStep() {
		int size = current.size;
		System.arraycopy(current.atoms, 0, support, 0, size);
		if (size == 0) size = select(current.slopes);
		double square = 0, decoded = 0;
		for (int k = 0; k < size; k++) {
			final float[] row = atoms.gram[support[k]];
			final double slope = current.slopes[support[k]];
			double sum = 0;
			for (int l = 0; l < size; l++) sum += (double) row[support[l]] * current.slopes[support[l]];
			square += slope * slope;
			decoded += slope * sum;
		}
		// Slopes of 0 on the support: the step of a single atom, shrunk where that is too much.
		return decoded > 0 ? (float) Math.min(square / decoded, MAX_STEP) : 1;
	}

	private int select(final float[] values) {
		return options.nonnegative() ? largest.positive(values, atoms.count, support) : largest.magnitudes(values, atoms.count, support);
	}

	private static void scale(final float[] values, final float factor, final float[] scaled) {
		for (int i = 0; i < scaled.length; i++) scaled[i] = factor * values[i];
	}

	/** The largest of the values stepped to, and the slopes there. */
	private void keepLargest(final Point to, final float[] correlations) {
		to.size = select(stepped);
		System.arraycopy(support, 0, to.atoms, 0, to.size);
		Arrays.sort(to.atoms, 0, to.size);
		for (int k = 0; k < to.size; k++) to.coefficients[k] = stepped[to.atoms[k]];
		if (to.size == 0) System.arraycopy(correlations, 0, to.slopes, 0, atoms.count);
		else Correlations.subtract(correlations, to.slopes, atoms.count, atoms.gram, to.atoms, to.coefficients, to.size);
	}

	/** The l2 norm of the difference between the next code and this one. */
	private double distance() {
		double sum = 0;
		for (int k = 0; k < next.size; k++) {
			final double change = (double) next.coefficients[k] - dense[next.atoms[k]];
			sum = Math.fma(change, change, sum);
		}
		for (int k = 0; k < current.size; k++)
			if (Arrays.binarySearch(next.atoms, 0, next.size, current.atoms[k]) < 0) sum = Math.fma((double) current.coefficients[k], (double) current.coefficients[k], sum);
		return Math.sqrt(sum);
	}

	/** The squared l2 norm of the difference between the next decoded code and this one: (b - a)'G (b - a), by the slopes. */
	private double decodedSquare() {
		double sum = 0;
		for (int k = 0; k < next.size; k++) {
			final int i = next.atoms[k];
			sum += ((double) next.coefficients[k] - dense[i]) * ((double) current.slopes[i] - next.slopes[i]);
		}
		for (int k = 0; k < current.size; k++) {
			final int i = current.atoms[k];
			if (Arrays.binarySearch(next.atoms, 0, next.size, i) < 0) sum -= (double) current.coefficients[k] * ((double) current.slopes[i] - next.slopes[i]);
		}
		return sum;
	}

	/** Makes the next code the current one. */
	private void take() {
		spread(current, 0);
		final Point last = current;
		current = next;
		next = last;
		spread(current, 1);
	}

	private void spread(final Point point, final float factor) {
		for (int k = 0; k < point.size; k++) dense[point.atoms[k]] = factor * point.coefficients[k];
	}
}
