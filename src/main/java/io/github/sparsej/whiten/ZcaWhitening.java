package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * ZCA whitening of patches: {@code y = U diag(1 / sqrt(w + epsilon)) U' xc}, of the centred patch xc and the eigenvalues w
 * and eigenvectors U of the covariance of the patches it was learned from (Bell and Sejnowski 1997). Of all whitenings it
 * changes patches least: y is again a patch, of the same pixels.
 * <p>
 * The inverse is exact, but for directions in which the learned patches do not vary at all when epsilon is 0: these are
 * dropped. Matrices are kept and applied in double precision; every patch is treated by itself. Immutable and thread-safe.
 */
public final class ZcaWhitening implements Whitening {

	public static final String NAME = "ZCA";

	private final PatchStatistics statistics;
	private final double epsilon;
	private final CentredTransform transform;

	/**
	 * @param epsilon added to all eigenvalues, grey values squared, 0 or more
	 * @throws IllegalArgumentException if all eigenvalues and epsilon are 0
	 */
	public ZcaWhitening(final PatchStatistics statistics, final double epsilon) {
		CentredTransform.check(statistics, epsilon);
		this.statistics = statistics;
		this.epsilon = epsilon;
		transform = new CentredTransform(statistics, statistics.eigen().map(w -> CentredTransform.gain(w, epsilon)),
			statistics.eigen().map(w -> CentredTransform.inverseGain(w, epsilon)));
	}

	/** The whitening that the statistics of these patches give. */
	public static ZcaWhitening fit(final Signals patches, final Centering centering, final double epsilon) {
		return new ZcaWhitening(PatchStatistics.of(patches, centering), epsilon);
	}

	/** What was learned from patches. */
	public PatchStatistics statistics() {
		return statistics;
	}

	/** What is added to all eigenvalues, grey values squared. */
	public double epsilon() {
		return epsilon;
	}

	/** A copy of the symmetric m x m matrix, row-major, that centred patches are multiplied by. */
	public double[] matrix() {
		return transform.forward();
	}

	@Override
	public Signals apply(final Signals patches) {
		return transform.apply(patches);
	}

	@Override
	public Signals invert(final Signals whitened) {
		return transform.invert(whitened);
	}

	@Override
	public boolean removesPatchMeans() {
		return statistics.centering() == Centering.PATCH;
	}

	@Override
	public String name() {
		return NAME;
	}
}
