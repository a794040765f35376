package io.github.sparsej.whiten;

import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * PCA whitening of patches: {@code y = diag(1 / sqrt(w + epsilon)) U' xc}, of the centred patch xc and the eigenvalues w
 * and eigenvectors U of the covariance of the patches it was learned from. Component j of y belongs to eigenvector j; with
 * epsilon 0 the components of those patches have variance 1 and no correlation.
 * <p>
 * The inverse is exact, but for directions in which the learned patches do not vary at all when epsilon is 0: these are
 * dropped. Matrices are kept and applied in double precision; every patch is treated by itself. Immutable and thread-safe.
 */
public final class PcaWhitening implements Whitening {

	public static final String NAME = "PCA";

	private final PatchStatistics statistics;
	private final double epsilon;
	private final CentredTransform transform;

	/**
	 * @param epsilon added to all eigenvalues, grey values squared, 0 or more
	 * @throws IllegalArgumentException if all eigenvalues and epsilon are 0
	 */
	public PcaWhitening(final PatchStatistics statistics, final double epsilon) {
		CentredTransform.check(statistics, epsilon);
		this.statistics = statistics;
		this.epsilon = epsilon;
		final SymmetricEigen eigen = statistics.eigen();
		final int m = eigen.size();
		final double[] values = eigen.values();
		final double[] vectors = eigen.vectors();
		final double[] forward = new double[m * m];
		final double[] backward = new double[m * m];
		for (int j = 0; j < m; j++)
			for (int i = 0; i < m; i++) {
				forward[i * m + j] = vectors[i * m + j] * CentredTransform.gain(values[j], epsilon);
				backward[j * m + i] = vectors[i * m + j] * CentredTransform.inverseGain(values[j], epsilon);
			}
		transform = new CentredTransform(statistics, forward, backward);
	}

	/** The whitening that the statistics of these patches give. */
	public static PcaWhitening fit(final Signals patches, final Centering centering, final double epsilon) {
		return new PcaWhitening(PatchStatistics.of(patches, centering), epsilon);
	}

	/** What was learned from patches. */
	public PatchStatistics statistics() {
		return statistics;
	}

	/** What is added to all eigenvalues, grey values squared. */
	public double epsilon() {
		return epsilon;
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
