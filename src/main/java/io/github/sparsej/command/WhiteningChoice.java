package io.github.sparsej.command;

import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.ShlFilter;

/** What key whitening of Learn Dictionary stands for: a filter of whole images, or a whitening of patches. */
final class WhiteningChoice {

	/** Added to the eigenvalues in ZCA, as a share of the mean variance of a pixel: keeps noise from being blown up. */
	private static final double EPSILON_SHARE = 0.1;

	private WhiteningChoice() {}

	static ImageFilter filter(final String whitening, final int patchSize) {
		return switch (whitening) {
			case Keys.OLSHAUSEN_FIELD -> OlshausenField.STANDARD;
			case Keys.SHL -> ShlFilter.forPatches(patchSize);
			default -> NoFilter.INSTANCE;
		};
	}

	/** @param scalarMean whether all patches lose the same number; then they do not lose each its own mean */
	static WhiteningFit patches(final String whitening, final boolean removeMean, final boolean scalarMean) {
		if (scalarMean && whitening.equals(Keys.ZCA)) throw new IllegalArgumentException("scalarmean=true: ZCA takes the mean of every patch away, or with removemean=false that of every pixel");
		if (whitening.equals(Keys.ZCA)) return WhiteningFit.zcaByShare(removeMean ? Centering.PATCH : Centering.FEATURE, EPSILON_SHARE);
		if (scalarMean) return WhiteningFit.scalarMean();
		return removeMean ? WhiteningFit.patchMeans() : WhiteningFit.none();
	}
}
