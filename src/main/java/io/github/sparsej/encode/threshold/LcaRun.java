package io.github.sparsej.encode.threshold;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.BeyondLimits;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * One thread's run of the locally competitive algorithm. States are in float32, but those beyond the threshold in float64,
 * since small steps add up.
 */
final class LcaRun implements SignalEncoder {

	private final PreparedAtoms atoms;
	private final LcaOptions options;
	private final double lambda;
	private final boolean soft;
	private final boolean nonnegative;
	private final float step;
	private final float[] limits;
	private final float[] states;
	private final float[] slopes;
	private final int[] scratch;
	private final int[] found;
	/** Of the states beyond the threshold: atom, state, coefficient, and this in float32. */
	private final int[] active;
	private final double[] activeStates;
	private final double[] coefficients;
	private final float[] rounded;
	private int size;
	private SparseCodes start;
	private int startRow;
	private BooleanSupplier stop = () -> false;

	LcaRun(final LcaOptions options, final PreparedAtoms atoms, final double step) {
		this.options = options;
		this.atoms = atoms;
		lambda = options.lambda();
		soft = options.threshold() == LcaOptions.Threshold.SOFT;
		nonnegative = options.nonnegative();
		this.step = Math.nextDown((float) step);
		final int p = atoms.count;
		limits = new float[p];
		Arrays.fill(limits, BeyondLimits.rounded(lambda));
		states = new float[p];
		slopes = new float[p];
		scratch = new int[p];
		found = new int[p];
		active = new int[p];
		activeStates = new double[p];
		coefficients = new double[p];
		rounded = new float[p];
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
		size = 0;
		Arrays.fill(states, 0);
		System.arraycopy(correlations, 0, slopes, 0, atoms.count);
		if (start != null) load(correlations);
		start = null;
		final StopReason reason = energy == 0 ? StopReason.CONVERGED : iterate(options.tolerance() * Math.sqrt(energy), correlations);
		if (energy > 0) for (int k = 0; k < size; k++) code.add(active[k], (float) coefficients[k]);
		return reason;
	}

	/** Takes the states that rest at the code to start from, unless it is worse than none. */
	private void load(final float[] correlations) {
		double gain = 0;
		for (int k = start.start(startRow); k < start.start(startRow + 1); k++) {
			final float coefficient = start.coefficient(k);
			if (Float.isFinite(coefficient)) append(start.atom(k), soft ? coefficient + Math.copySign(lambda, coefficient) : coefficient);
		}
		follow(correlations);
		for (int k = 0; k < size; k++) gain += coefficients[k] * ((double) correlations[active[k]] + slopes[active[k]]) - penalty(coefficients[k]);
		if (!(gain >= 0)) {
			size = 0;
			follow(correlations);
			return;
		}
		for (int i = 0; i < atoms.count; i++) states[i] = Math.max(-limits[i], Math.min(limits[i], slopes[i]));
	}

	/** Twice what a coefficient adds to the objective. */
	private double penalty(final double coefficient) {
		return soft ? 2 * lambda * Math.abs(coefficient) : lambda * lambda;
	}

	private StopReason iterate(final double tolerance, final float[] correlations) {
		if (size == 0 && find(slopes) == 0) return StopReason.CONVERGED;
		for (int iteration = 0; iteration < options.maxIterations(); iteration++) {
			step();
			follow(correlations);
			if (tolerance > 0 && isAtRest(tolerance)) return StopReason.CONVERGED;
			if (iteration % ITERATIONS_BETWEEN_LOOKS == ITERATIONS_BETWEEN_LOOKS - 1 && stop.getAsBoolean()) return StopReason.CANCELLED;
		}
		return StopReason.MAX_ITERATIONS;
	}

	/** One step of all states, by which some fall back within the threshold and others go beyond. */
	private void step() {
		leak(slopes, step, states);
		int kept = 0;
		for (int k = 0; k < size; k++) {
			final double state = activeStates[k] + step * (slopes[active[k]] + coefficients[k] - activeStates[k]);
			final int atom = active[k];
			states[atom] = (float) state;
			if (!isBeyond(state)) continue;
			// Not to be found among the others.
			states[atom] = 0;
			active[kept] = atom;
			activeStates[kept++] = state;
		}
		size = 0;
		for (int k = 0; k < kept; k++) append(active[k], activeStates[k]);
		final int more = find(states);
		for (int k = 0; k < more; k++) append(found[k], states[found[k]]);
	}

	/** {@code states[i] += step * (slopes[i] - states[i])}. */
	private static void leak(final float[] slopes, final float step, final float[] states) {
		for (int i = 0; i < states.length; i++) states[i] = Math.fma(step, slopes[i] - states[i], states[i]);
	}

	private int find(final float[] values) {
		return nonnegative ? BeyondLimits.values(values, limits, atoms.count, scratch, found) : BeyondLimits.magnitudes(values, limits, atoms.count, scratch, found);
	}

	private boolean isBeyond(final double state) {
		return (nonnegative ? state : Math.abs(state)) > lambda;
	}

	/** Adds a state to those beyond the threshold, if it is. */
	private void append(final int atom, final double state) {
		if (!isBeyond(state)) return;
		active[size] = atom;
		activeStates[size] = state;
		coefficients[size] = soft ? state - Math.copySign(lambda, state) : state;
		rounded[size] = (float) coefficients[size];
		size++;
	}

	/** The slopes D'(x - D a) of the code. */
	private void follow(final float[] correlations) {
		if (size == 0) System.arraycopy(correlations, 0, slopes, 0, atoms.count);
		else Correlations.subtract(correlations, slopes, atoms.count, atoms.gram, active, rounded, size);
	}

	/** Whether no state changes faster than the tolerance; it mostly ends at the first. */
	private boolean isAtRest(final double tolerance) {
		for (int k = 0; k < size; k++) {
			final int atom = active[k];
			if (!(Math.abs(slopes[atom] + coefficients[k] - activeStates[k]) <= tolerance)) return false;
			// What the loop below asks for is asked already.
			states[atom] = slopes[atom];
		}
		for (int i = 0; i < atoms.count; i++) if (!(Math.abs(slopes[i] - states[i]) <= tolerance)) return false;
		return true;
	}
}
