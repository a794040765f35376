package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Volume;

/**
 * Figures are those of a direct numpy computation in float64: 11 x 11 outer product of the normalised Gaussian of sigma 1.5,
 * explicit loop over the windows within the image, C1 = 2.55^2, C2 = 7.65^2; PSNR as 10 log10(255^2 / mean square).
 */
class ImageComparisonTest {

	private static final int WIDTH = 24;
	private static final int HEIGHT = 20;
	private static final Volume PATTERN = plane((x, y) -> pattern(x, y));
	private static final Volume DISTURBED = plane((x, y) -> pattern(x, y) + (x * 31 + y * 17) % 23 - 11);
	private static final Volume RAMP = plane((x, y) -> (x * 5 + y * 9) % 200);

	private static int pattern(final int x, final int y) {
		return (x * x * 7 + y * 13 + x * y * 3) % 256;
	}

	private static Volume plane(final IntBinaryOperator grey) {
		final float[] pixels = new float[WIDTH * HEIGHT];
		for (int i = 0; i < pixels.length; i++) pixels[i] = grey.applyAsInt(i % WIDTH, i / WIDTH);
		return Volume.plane(WIDTH, HEIGHT, pixels);
	}

	@Test
	void agreesWithNumpyOnSimilarImages() {
		final ImageComparison c = ImageComparison.of(PATTERN, DISTURBED, 255);
		assertThat(c.psnr()).isCloseTo(31.684571616281513, within(1e-10));
		assertThat(c.ssim()).isCloseTo(0.9959335756337223, within(1e-10));
		assertThat(c.rmse()).isCloseTo(6.642194667427326, within(1e-10));
		assertThat(c.maxDifference()).isEqualTo(11);
	}

	@Test
	void agreesWithNumpyOnDifferentImages() {
		final ImageComparison c = ImageComparison.of(PATTERN, RAMP, 255);
		assertThat(c.psnr()).isCloseTo(8.746665537506962, within(1e-10));
		assertThat(c.ssim()).isCloseTo(0.025534573842567194, within(1e-10));
		assertThat(c.rmse()).isCloseTo(93.15515730936926, within(1e-10));
		assertThat(c.maxDifference()).isEqualTo(239);
	}

	@Test
	void identicalImagesArePerfect() {
		final ImageComparison c = ImageComparison.of(PATTERN, PATTERN, 255);
		assertThat(c).isEqualTo(new ImageComparison(Double.POSITIVE_INFINITY, c.ssim(), 0, 0));
		assertThat(c.ssim()).isCloseTo(1, within(1e-12));
	}

	@Test
	void allPlanesCountAlike() {
		final float[] a = PATTERN.plane(0, 0);
		final float[] b = DISTURBED.plane(0, 0);
		final ImageComparison one = ImageComparison.of(PATTERN, DISTURBED, 255);
		final ImageComparison c = ImageComparison.of(Volume.of(WIDTH, HEIGHT, 2, 2, new float[][] { a, a, a, a }), Volume.of(WIDTH, HEIGHT, 2, 2, new float[][] { a, b, a, a }), 255);
		assertThat(c.rmse()).isCloseTo(one.rmse() / 2, within(1e-12));
		assertThat(c.ssim()).isCloseTo((3 + one.ssim()) / 4, within(1e-12));
		assertThat(c.maxDifference()).isEqualTo(11);
	}

	@Test
	void similarityOfImagesSmallerThanTheWindowIsNotDefined() {
		final Volume x = Volume.plane(10, 20, new float[200]);
		final float[] one = new float[200];
		one[7] = 20;
		final ImageComparison c = ImageComparison.of(x, Volume.plane(10, 20, one), 100);
		assertThat(c.ssim()).isNaN();
		assertThat(c.rmse()).isCloseTo(Math.sqrt(2), within(1e-12));
	}

	@Test
	void valuesThatAreNotFiniteLeaveNoFigureFinite() {
		final float[] broken = PATTERN.plane(0, 0).clone();
		broken[200] = Float.NaN;
		final ImageComparison c = ImageComparison.of(PATTERN, Volume.plane(WIDTH, HEIGHT, broken), 255);
		assertThat(new double[] { c.psnr(), c.ssim(), c.rmse(), c.maxDifference() }).containsOnly(Double.NaN);
	}

	@Test
	void refusesOtherSizesAndPeaks() {
		assertThatThrownBy(() -> ImageComparison.of(PATTERN, Volume.plane(20, 24, new float[480]), 255)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("24 x 20 x 1").hasMessageContaining("20 x 24 x 1");
		assertThatThrownBy(() -> ImageComparison.of(PATTERN, RAMP, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0.0");
	}
}
