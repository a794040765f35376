package io.github.sparsej.whiten;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * Brings patches into the range of a logistic output, as sigmoid auto-encoders want them ({@code normalizeData} of the UFLDL
 * tutorial, Ng, Ngiam, Foo, Mai &amp; Suen 2011): every patch loses its mean, values are clipped to [-limit, limit], and that
 * range goes to [0.1, 0.9]: {@code y = 0.1 + 0.4 (1 + clipped / limit)}. The tutorial takes 3 standard deviations of the
 * patches at hand as its limit; here that of the patches learned from is kept ({@link #fit}), so that others are brought to
 * the same scale.
 * <p>
 * The inverse undoes all but the clipping. Its patches have mean 0, for the means are kept apart. Computed in double precision.
 *
 * @param limit grey values beyond which a difference from the patch's mean is clipped, finite and above 0
 */
public record RangeNormalization(double limit) implements Whitening {

	public static final String NAME = "Normalize range";

	/** Standard deviations up to which values are told apart. */
	private static final double DEVIATIONS = 3;
	/** Where -limit goes to, and by how much the limit rises a value above the middle. */
	private static final double LOWEST = 0.1, HALF_RANGE = 0.4;
	/** Limit below which patches count as constant, as a share of their largest value: that is rounding of float32. */
	private static final double CONSTANT = 1e-7;

	public RangeNormalization {
		Require.positive("the limit of grey values", limit);
	}

	/**
	 * With a limit of 3 standard deviations of all values of all patches without their means (divided by their number).
	 *
	 * @param patches at least 1; not modified
	 * @throws IllegalArgumentException if there is no patch, if every patch is constant, or naming the first one that holds a NaN or an infinity
	 */
	public static RangeNormalization fit(final Signals patches) {
		if (patches.count() == 0) throw new IllegalArgumentException("there are no patches to learn a range from");
		PatchStatistics.requireFinite(patches);
		double squares = 0, largest = 0;
		for (int row = 0; row < patches.count(); row++) {
			final double mean = PatchMeans.mean(patches, row);
			for (int i = patches.offset(row), end = i + patches.length(); i < end; i++) {
				final double value = patches.values()[i];
				squares += (value - mean) * (value - mean);
				largest = Math.max(largest, Math.abs(value));
			}
		}
		final double limit = DEVIATIONS * Math.sqrt(squares / patches.values().length);
		if (!(limit > CONSTANT * largest)) throw new IllegalArgumentException("the patches have no structure: each is constant, and no range of values is left without the means");
		return new RangeNormalization(limit);
	}

	@Override
	public Signals apply(final Signals patches) {
		final Signals normalized = patches.copy();
		for (int row = 0; row < patches.count(); row++) {
			final double mean = PatchMeans.mean(patches, row);
			for (int i = patches.offset(row), end = i + patches.length(); i < end; i++)
				normalized.values()[i] = (float) (LOWEST + HALF_RANGE * (1 + Math.max(-1, Math.min(1, (patches.values()[i] - mean) / limit))));
		}
		return normalized;
	}

	@Override
	public Signals invert(final Signals whitened) {
		final Signals patches = whitened.copy();
		for (int row = 0; row < patches.count(); row++) {
			// What was clipped has another mean, and so has what an auto-encoder makes of a patch.
			final double mean = PatchMeans.mean(whitened, row);
			for (int i = patches.offset(row), end = i + patches.length(); i < end; i++) patches.values()[i] = (float) ((whitened.values()[i] - mean) * limit / HALF_RANGE);
		}
		return patches;
	}

	@Override
	public boolean removesPatchMeans() {
		return true;
	}

	@Override
	public String name() {
		return NAME;
	}
}
