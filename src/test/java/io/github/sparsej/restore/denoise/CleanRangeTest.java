package io.github.sparsej.restore.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.testing.SampleImages;

class CleanRangeTest {

	/** In grey values. */
	private static double range(final Volume image, final double sigma) {
		return sigma * CleanRange.of(image, 0, new GaussianNoise(sigma).stabilizer(), Parallel.of(2));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 5, 15, 25, 50 })
	void noiseWidensTheRangeByNoMoreThanTwiceItsDeviation(final double sigma) {
		assertThat(range(Noisy.gaussian(SampleImages.open("camera"), sigma, 1), sigma)).isCloseTo(255, within(5 + 1.7 * sigma));
	}

	@Test
	void hotPixelsDoNotCount() {
		final Volume image = Noisy.gaussian(SampleImages.open("camera", 256), 10, 1);
		final double without = range(image, 10);
		for (int i = 1000; i < image.plane(0, 0).length; i += 997) image.plane(0, 0)[i] = 65535;
		assertThat(range(image, 10)).isCloseTo(without, within(5.0));
		image.plane(0, 0)[7] = Float.NaN;
		assertThat(range(image, 10)).isCloseTo(without, within(5.0));
	}

	@Test
	void noiseAloneHasHardlyAnyRangeAndNothingHasNone() {
		final Volume flat = Volume.plane(300, 200, new float[60000]);
		assertThat(range(Noisy.gaussian(flat, 10, 3), 10)).isLessThan(10);
		assertThat(range(flat, 10)).isZero();
		assertThat(range(Noisy.map(flat, pixel -> Double.NaN), 10)).isZero();
		assertThat(range(Volume.plane(1, 1, new float[1]), 1)).isZero();
	}
}
