package io.github.sparsej.whiten;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * Brings patches to mean 0 at every place and to one common scale: {@code y_j = (x_j - mean_j) / scale}, as auto-encoders of
 * whole small images want them. One scale for all places keeps what they differ by in their variance; a patch that is
 * standardised by what {@link #fit} found has a squared l2 norm of its number of values, on average over the patches fitted.
 * <p>
 * Computed in double precision; the inverse is exact but for rounding to float32. Immutable and thread-safe.
 */
public final class Standardization implements Whitening {

	public static final String NAME = "Standardize";

	/** Deviation below which patches count as all the same, as a share of their largest value: that is rounding of the means. */
	private static final double SAME = 1e-12;

	private final double[] mean;
	private final double scale;

	/**
	 * @param mean  what is subtracted at each of the m places, grey values; copied
	 * @param scale what the rest is divided by, grey values, finite and above 0
	 */
	public Standardization(final double[] mean, final double scale) {
		if (mean.length == 0) throw new IllegalArgumentException("a mean patch needs at least 1 value");
		for (final double value : mean) if (!Double.isFinite(value)) throw new IllegalArgumentException("the values of a mean patch must be finite, got " + value);
		Require.positive("the scale", scale);
		this.mean = mean.clone();
		this.scale = scale;
	}

	/**
	 * The mean over the patches at every place, and the standard deviation of all values from these means (divided by their
	 * number).
	 *
	 * @param patches at least 1; not modified
	 * @throws IllegalArgumentException if there is no patch, if all are the same, or naming the first one that holds a NaN or an infinity
	 */
	public static Standardization fit(final Signals patches) {
		if (patches.count() == 0) throw new IllegalArgumentException("there are no patches to learn a standardisation from");
		PatchStatistics.requireFinite(patches);
		final double[] mean = PatchStatistics.pixelMeans(patches);
		final float[] values = patches.values();
		double sum = 0;
		float largest = 0;
		for (int i = 0; i < values.length; i++) {
			final double difference = values[i] - mean[i % mean.length];
			sum += difference * difference;
			largest = Math.max(largest, Math.abs(values[i]));
		}
		final double deviation = Math.sqrt(sum / values.length);
		if (!(deviation > SAME * largest)) throw new IllegalArgumentException("the patches have no structure: they are all the same, and cannot be brought to a standard deviation of 1");
		return new Standardization(mean, deviation);
	}

	/** Values per patch m. */
	public int length() {
		return mean.length;
	}

	/** A copy of the m means that are subtracted, grey values. */
	public double[] mean() {
		return mean.clone();
	}

	/** What differences from the mean are divided by, grey values. */
	public double scale() {
		return scale;
	}

	@Override
	public Signals apply(final Signals patches) {
		return each(patches, (value, j) -> (value - mean[j]) / scale);
	}

	@Override
	public Signals invert(final Signals whitened) {
		return each(whitened, (value, j) -> value * scale + mean[j]);
	}

	/** Value at a place of a signal to the value at that place of another. */
	private interface Change {
		double of(double value, int place);
	}

	private Signals each(final Signals signals, final Change change) {
		if (signals.length() != mean.length) throw new IllegalArgumentException("a standardisation of patches of " + mean.length + " values got patches of " + signals.length());
		final Signals changed = signals.copy();
		final float[] values = changed.values();
		for (int row = 0; row < changed.count(); row++)
			for (int j = 0, at = changed.offset(row); j < mean.length; j++) values[at + j] = (float) change.of(values[at + j], j);
		return changed;
	}

	@Override
	public boolean removesPatchMeans() {
		return false;
	}

	@Override
	public String name() {
		return NAME;
	}
}
