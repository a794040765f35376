package io.github.sparsej.learn;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PcaWhitening;
import io.github.sparsej.whiten.ZcaWhitening;

/** Finds the whitening of a model from the patches that its dictionary will be learned from. */
@FunctionalInterface
public interface WhiteningFit {

	Whitening fit(Signals patches);

	/** Patches stay as they are. */
	static WhiteningFit none() {
		return patches -> NoWhitening.INSTANCE;
	}

	/** Every patch loses its mean. */
	static WhiteningFit patchMeans() {
		return patches -> PatchCentering.INSTANCE;
	}

	/** @param epsilon added to all eigenvalues of the covariance, grey values squared */
	static WhiteningFit pca(final Centering centering, final double epsilon) {
		return patches -> PcaWhitening.fit(patches, centering, epsilon);
	}

	/** @param epsilon added to all eigenvalues of the covariance, grey values squared */
	static WhiteningFit zca(final Centering centering, final double epsilon) {
		return patches -> ZcaWhitening.fit(patches, centering, epsilon);
	}
}
