package io.github.sparsej.learn;

import java.util.Arrays;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PatchStatistics;
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

	/** @param share what is added to all eigenvalues, as a share of their mean (the mean variance of a pixel), so that it does not depend on the grey scale */
	static WhiteningFit zcaByShare(final Centering centering, final double share) {
		return patches -> {
			final PatchStatistics statistics = PatchStatistics.of(patches, centering);
			return new ZcaWhitening(statistics, share * Arrays.stream(statistics.eigen().values()).average().orElseThrow());
		};
	}
}
