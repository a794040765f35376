package io.github.sparsej.learn;

import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PatchStatistics;
import io.github.sparsej.whiten.RangeNormalization;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.WhiteningChain;
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

	/** All patches lose one number, the mean of all their values. */
	static WhiteningFit scalarMean() {
		return (patches, progress) -> ScalarCentering.fit(patches);
	}

	/** Every patch loses its mean, and all values go to the range of a logistic output. */
	static WhiteningFit range() {
		return (patches, progress) -> RangeNormalization.fit(patches);
	}

	/** A whitening that is known already, whatever the patches. */
	static WhiteningFit given(final Whitening whitening) {
		return new Given(whitening);
	}

	/** This whitening, and after it another one that is known already. */
	default WhiteningFit then(final Whitening next) {
		return new Chain(this, next);
	}

	/** A record, as {@link Chain}, so that settings that ask for the same patches are equal. */
	record Given(Whitening whitening) implements WhiteningFit {
		@Override
		public Whitening fit(final Signals patches, final Progress progress) {
			return whitening;
		}
	}

	/** A whitening that is found, and after it one that is known. */
	record Chain(WhiteningFit first, Whitening second) implements WhiteningFit {
		@Override
		public Whitening fit(final Signals patches, final Progress progress) {
			return new WhiteningChain(first.fit(patches, progress), second);
		}
	}

	/** @param epsilon added to all eigenvalues of the covariance, grey values squared */
	static WhiteningFit zca(final Centering centering, final double epsilon) {
		return (patches, progress) -> {
			final PatchStatistics statistics = PatchStatistics.of(patches, centering, progress);
			return Unstoppable.call(() -> new ZcaWhitening(statistics, epsilon), progress, 1, PatchStatistics.WHAT);
		};
	}

	/** @param share what is added to all eigenvalues, as a share of their mean (the mean variance of a pixel), so that it does not depend on the grey scale */
	static WhiteningFit zcaByShare(final Centering centering, final double share) {
		return new ZcaByShare(centering, share);
	}
}
