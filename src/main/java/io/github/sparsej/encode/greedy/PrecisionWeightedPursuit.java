package io.github.sparsej.encode.greedy;

import java.util.Arrays;
import java.util.function.Supplier;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.Require;

/**
 * Matching pursuit in which each atom looks at the pixels by a precision of its own, as in sparse Hebbian learning with
 * precision (Perrinet, Vision 3(3):47, 2019, and its code): where the residuals of the signals that use an atom vary
 * little, a pixel says much about its coefficient.
 * <p>
 * With D the p x m atoms and W their p x m precisions, the correlations are c_i = sum_j x_j W_ij D_ij, the norms
 * n_i = sqrt(sum_j W_ij D_ij^2), and G_ik = sum_j D_ij W_kj D_kj, which is not symmetric. Each step takes the atom of the
 * largest score g_i max(c_i / n_i, 0) (rectified) or g_i |c_i / n_i| (signed), the first of equal ones; adds
 * b = c_i / n_i^2 to its coefficient; and lowers c by b times row i of G. With e = c / n that is matching pursuit on
 * correlations with the vectors W_i D_i / n_i, and so it is done. Only ratios of precisions matter; with all of them
 * equal, it is {@link MatchingPursuit}.
 * <p>
 * With precisions that differ between atoms a step need not lower the residual; the tolerance is its plain l2 norm
 * |x - D a|, measured after every step. It stalls where no score is positive, and where a
 * code would grow beyond float32. Immutable and thread-safe.
 */
public final class PrecisionWeightedPursuit implements Encoder {

	/** Rows of the matrix G per piece of work. */
	private static final int CHUNK = 48;
	/** Least n_i^2 beside the largest precision, far beyond any that a difference of float32 pixels could call for. */
	private static final double LEAST_SQUARE = 1e-60;

	private final MatchingPursuitOptions options;
	private final double[] precision;
	private final double[] gains;
	private final QuantileFunctions quantiles;
	private final Parallel parallel;

	/**
	 * @param precision weight of each pixel for each atom, p x m, row-major, positive and finite; copied
	 * @param gains     factor on the score of each atom, p values, finite and 0 or more, copied; null for none
	 */
	public PrecisionWeightedPursuit(final MatchingPursuitOptions options, final double[] precision, final double[] gains, final Parallel parallel) {
		this(options, precision, gains, null, parallel);
		if (gains != null) for (final double gain : gains) Require.notNegative("gains", gain);
	}

	/**
	 * Atoms are selected by their quantile functions at c_i / n_i, as in {@link QuantilePursuit}.
	 *
	 * @param precision weight of each pixel for each atom, p x m, row-major, positive and finite; copied
	 */
	public static PrecisionWeightedPursuit byQuantiles(final MatchingPursuitOptions options, final double[] precision, final QuantileFunctions quantiles, final Parallel parallel) {
		return new PrecisionWeightedPursuit(options, precision, null, quantiles, parallel);
	}

	private PrecisionWeightedPursuit(final MatchingPursuitOptions options, final double[] precision, final double[] gains, final QuantileFunctions quantiles, final Parallel parallel) {
		for (final double value : precision) Require.positive("precisions", value);
		this.options = options;
		this.precision = precision.clone();
		this.gains = gains == null ? null : gains.clone();
		this.quantiles = quantiles;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final int count = dictionary.atomCount(), length = dictionary.signalLength();
		if (precision.length != count * length)
			throw new IllegalArgumentException(precision.length + " precisions do not fit a dictionary of " + count + " atoms of length " + length);
		final float[] atoms = dictionary.toArray(), seen = new float[count * length], perCorrelation = new float[count * length], norms = new float[count];
		final int exponent = exponent();
		final double[] weights = scaled(exponent), coefficients = new double[count];
		for (int i = 0; i < count; i++) {
			final int begin = i * length, end = begin + length;
			coefficients[i] = 1 / Math.sqrt(square(atoms, weights, i, length));
			for (int k = begin; k < end; k++) {
				perCorrelation[k] = (float) (coefficients[i] * atoms[k]);
				seen[k] = (float) (coefficients[i] * weights[k] * atoms[k]);
			}
			norms[i] = (float) Math.sqrt(Energy.of(seen, begin, length));
		}
		final float[][] columns = Columns.of(seen, count, length, parallel), gram = new float[count][count];
		parallel.forChunks(count, CHUNK,
			(begin, end) -> FloatProduct.best().multiply(perCorrelation, begin * length, length, end - begin, length, columns, count, Arrays.copyOfRange(gram, begin, end)));
		final PreparedAtoms prepared = new PreparedAtoms(atoms, columns, gram);
		final MatchingPursuitRun.Weighting weighting = new MatchingPursuitRun.Weighting(coefficients, norms);
		final Supplier<AtomSelection> selection = selection(count, exponent);
		return new BlockEncoder(prepared, parallel, () -> new MatchingPursuitRun(prepared, options, selection.get(), quantiles == null ? 1 : options.relaxation(), weighting));
	}

	/** Selections for runs on correlations c / n with scaled precisions. */
	private Supplier<AtomSelection> selection(final int count, final int exponent) {
		final boolean signed = options.selection() == Selection.SIGNED;
		if (quantiles == null) {
			final GainSelection.Gains shared = new GainSelection.Gains(gains, count);
			return () -> new GainSelection(count, signed, shared);
		}
		final QuantileScreen screen = QuantileScreen.of(quantiles, count, Math.scalb(1.0, exponent / 2), parallel);
		return () -> new QuantileSelection(screen, count, signed);
	}

	/** The squared norm of an atom with its precisions as weights. */
	private static double square(final float[] atoms, final double[] weights, final int atom, final int length) {
		double sum = 0;
		for (int k = atom * length; k < (atom + 1) * length; k++) sum += weights[k] * atoms[k] * atoms[k];
		if (!(sum >= LEAST_SQUARE)) throw new IllegalArgumentException("precisions of atom " + (atom + 1) + " are too small beside the others: its squared norm is " + sum + " of the largest");
		return sum;
	}

	/** The even exponent of 2 that brings the largest precision between 1 and 4: scores keep their ratios, and stay in the range of float32. */
	private int exponent() {
		double largest = 0;
		for (final double value : precision) largest = Math.max(largest, value);
		return -2 * Math.floorDiv(Math.getExponent(largest), 2);
	}

	private double[] scaled(final int exponent) {
		final double[] scaled = new double[precision.length];
		for (int k = 0; k < scaled.length; k++) scaled[k] = Math.scalb(precision[k], exponent);
		return scaled;
	}
}
