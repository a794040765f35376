package io.github.sparsej.learn;

import java.util.Arrays;

import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.PatchStatistics;
import io.github.sparsej.whiten.ZcaWhitening;

/**
 * ZCA with a share of the mean eigenvalue added to all. A record, so that settings that ask for the same patches are equal.
 *
 * @param share of the mean eigenvalue
 */
record ZcaByShare(Centering centering, double share) implements WhiteningFit {

	@Override
	public Whitening fit(final Signals patches, final Progress progress) {
		final PatchStatistics statistics = PatchStatistics.of(patches, centering, progress);
		final double epsilon = share * Arrays.stream(statistics.eigen().values()).average().orElseThrow();
		return Unstoppable.call(() -> new ZcaWhitening(statistics, epsilon), progress, 1, PatchStatistics.WHAT);
	}
}
