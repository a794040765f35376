package io.github.sparsej.whiten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.patch.DiskMask;

/** The ranges of whitenings and filters: values at their ends are taken, those beyond refused. */
class WhiteningLimitsTest {

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(said);
	}

	@Test
	void aKernelIsSymmetricAndPositiveInItsMiddle() {
		final double[] kernel = { 1, 2, 3, 4, 9, 4, 3, 2, 1 };
		assertThat(new ZcaFilter(2, kernel).kernel()).containsExactly(kernel);
		refused(() -> new ZcaFilter(2, new double[8]), "patches of 2 px has 9 weights, got 8");
		for (final double middle : new double[] { 0, -9 }) refused(() -> new ZcaFilter(1, new double[] { middle }), "middle of the kernel must be above 0, got " + middle);
		refused(() -> new ZcaFilter(2, new double[] { 1, 2, 3, 4, 9, 5, 3, 2, 1 }), "weight 3 of the kernel is 4.0, its opposite 5.0");
		for (final int size : new int[] { 0, 65 }) refused(() -> ZcaFilter.fit(new float[] { 1, 2 }, 2, 1, size, 0.1), "patchSize must be 1 to 64 px, got " + size);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 2, 4002, 4003 })
	void aWindowHasAMiddleAndAnEnd(final int taps) {
		refused(() -> new LocalContrastNormalization(2, taps), "taps must be odd and 1 to 4001, got " + taps);
		refused(() -> new LocalMeanRemoval(taps), "taps must be odd and 1 to 4001, got " + taps);
	}

	/** Cut at two sigma on either side of the middle. */
	@Test
	void aWindowOfTwoSigma() {
		assertThat(LocalContrastNormalization.ofSigma(2)).isEqualTo(LocalContrastNormalization.STANDARD);
		assertThat(LocalContrastNormalization.ofSigma(1.3).taps()).isEqualTo(7);
		assertThat(LocalContrastNormalization.ofSigma(1000).taps()).isEqualTo(4001);
		for (final double sigma : new double[] { 0, -1, 1000.1, Double.NaN, Double.POSITIVE_INFINITY }) refused(() -> LocalContrastNormalization.ofSigma(sigma), "sigma must be above 0 and at most 1000 px, got " + sigma);
	}

	@Test
	void statisticsAreOfOneLength() {
		refused(() -> new PatchStatistics(Centering.FEATURE, new double[3], new double[2], new double[4]), "a mean of 3 values needs as many eigenvalues, got 2");
		refused(() -> new PatchStatistics(Centering.FEATURE, new double[2], new double[] { 1, Double.NaN }, new double[4]), "eigenvalues must be 0 or more, got NaN");
		refused(() -> new PatchStatistics(Centering.FEATURE, new double[2], new double[] { 1, 1 }, new double[3]), "2 eigenvalues");
		refused(() -> PatchStatistics.of(Signals.zeros(1, 1 << 20), Centering.PATCH), "too large to be whitened by their covariance");
	}

	@Test
	void aChainIsOfSingleLinks() {
		final PatchCentering centring = PatchCentering.INSTANCE;
		final WhiteningChain chain = new WhiteningChain(centring, centring);
		refused(() -> new WhiteningChain(chain, centring), "two single whitenings");
		refused(() -> new WhiteningChain(centring, chain), "two single whitenings");
		final LocalMeanRemoval filter = new LocalMeanRemoval(3);
		refused(() -> new FilterChain(List.of(filter)), "at least 2 single filters");
		refused(() -> new FilterChain(List.of(filter, NoFilter.INSTANCE)), "at least 2 single filters");
		refused(() -> new FilterChain(List.of(filter, new FilterChain(List.of(filter, filter)))), "at least 2 single filters");
	}

	/** A pixel is kept where both links keep it, whichever comes first. */
	@Test
	void aChainKeepsWhatBothKeep() {
		final DiskMask disc = new DiskMask(PatchShape.square(5));
		for (final WhiteningChain chain : List.of(new WhiteningChain(PatchCentering.INSTANCE, disc), new WhiteningChain(disc, PatchCentering.INSTANCE))) {
			assertThat(chain.keeps(0)).as("corner").isFalse();
			assertThat(chain.keeps(12)).as("middle").isTrue();
		}
	}

	@Test
	void anImageHasAllItsPixels() {
		for (final int[] size : new int[][] { { 0, 2, 0 }, { 2, 0, 0 }, { 3, 2, 5 } })
			for (final ImageFilter filter : List.of(OlshausenField.STANDARD, LocalContrastNormalization.STANDARD, ShlFilter.forPatches(2), new ZcaFilter(1, new double[] { 1 })))
				refused(() -> filter.filter(new float[size[2]], size[0], size[1]), "an image of " + size[0] + " x " + size[1] + " cannot have " + size[2] + " pixels");
	}
}
