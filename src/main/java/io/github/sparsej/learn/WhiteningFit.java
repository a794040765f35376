package io.github.sparsej.learn;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PatchStatistics;
import io.github.sparsej.whiten.ZcaWhitening;

/** Finds the whitening of a model from the patches that its dictionary will be learned from. */
@FunctionalInterface
public interface WhiteningFit {

	/**
	 * @param patches not modified
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	Whitening fit(Signals patches, Progress progress);

	/** Patches stay as they are. */
	static WhiteningFit none() {
		return (patches, progress) -> NoWhitening.INSTANCE;
	}

	/** Every patch loses its mean. */
	static WhiteningFit patchMeans() {
		return (patches, progress) -> PatchCentering.INSTANCE;
	}

	/** @param epsilon added to all eigenvalues of the covariance, grey values squared */
	static WhiteningFit zca(final Centering centering, final double epsilon) {
		return (patches, progress) -> new ZcaWhitening(PatchStatistics.of(patches, centering, progress), epsilon);
	}

	/** @param share what is added to all eigenvalues, as a share of their mean (the mean variance of a pixel), so that it does not depend on the grey scale */
	static WhiteningFit zcaByShare(final Centering centering, final double share) {
		return new ZcaByShare(centering, share);
	}
}
