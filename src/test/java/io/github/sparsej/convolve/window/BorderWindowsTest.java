package io.github.sparsej.convolve.window;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.testing.Npy;

class BorderWindowsTest {

	private static float[] window(final ImageFilter filter, final int width, final int height) {
		final float[] ones = new float[width * height];
		Arrays.fill(ones, 1);
		final float[] window = filter.filter(ones, width, height);
		assertThat(ones).containsOnly(1);
		return window;
	}

	@ParameterizedTest
	@CsvSource({ "65", "28" })
	void publishedWindowIsTheOriginals(final int side) {
		assertClose(window(PublishedBorderWindow.STANDARD, side, side), Npy.reference("champ/step/custom_window_" + side + "_s0.25_R15.npy").floats(), 1e-6);
	}

	@Test
	void publishedWindowFlattensTheMiddleAndItsEndsAreAsItsFormulaSays() {
		final float[] window = window(PublishedBorderWindow.STANDARD, 65, 65);
		assertThat(window[32 * 65 + 15]).isEqualTo(1);
		assertThat(window[32 * 65 + 14]).isCloseTo((float) Math.exp(-1 / 128.0), within(1e-6f));
		assertThat(window[32 * 65]).isCloseTo((float) Math.exp(-225 / 128.0), within(1e-6f));
		assertThat(window[0]).isCloseTo((float) Math.exp(-450 / 128.0), within(1e-6f));
	}

	@Test
	void publishedWindowOfASmallImageIsLargestBesideItsMiddle() {
		final float[] window = window(PublishedBorderWindow.STANDARD, 28, 28);
		int largest = 0;
		for (int i = 0; i < window.length; i++) if (window[i] > window[largest]) largest = i;
		assertThat(largest).isEqualTo(13 * 28 + 13);
		assertThat(window[largest]).isCloseTo((float) Math.exp(-1 / 12.25), within(1e-6f));
		assertThat(window[12 * 28 + 13]).isCloseTo((float) Math.exp(-5 / 12.25), within(1e-6f));
		assertThat(window[14 * 28 + 13]).isCloseTo((float) Math.exp(-2.5 / 12.25), within(1e-6f));
	}

	@Test
	void taperIsThePublishedWindowWhereThatHasAMiddle() {
		assertClose(window(BorderTaper.STANDARD, 65, 65), window(PublishedBorderWindow.STANDARD, 65, 65), 1e-7);
	}

	@Test
	void taperOfAnySizeIsSymmetricAndOneInTheMiddle() {
		for (final int[] size : new int[][] { { 1, 1 }, { 2, 1 }, { 1, 7 }, { 28, 28 }, { 31, 30 }, { 65, 12 }, { 300, 17 } }) {
			final int width = size[0], height = size[1];
			final float[] window = window(BorderTaper.STANDARD, width, height);
			assertThat(window[(height - 1) / 2 * width + (width - 1) / 2]).isEqualTo(1);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					assertThat(window[y * width + x]).isEqualTo(window[(height - 1 - y) * width + width - 1 - x]).isEqualTo(window[y * width + width - 1 - x]);
					if (x > 0 && x <= (width - 1) / 2) assertThat(window[y * width + x]).isGreaterThanOrEqualTo(window[y * width + x - 1]);
				}
		}
		// 13 px of margin fit into 28: the border is as dark as ever.
		assertThat(window(BorderTaper.STANDARD, 28, 28)[13]).isCloseTo((float) Math.exp(-225 / 128.0), within(1e-6f));
		assertThat(window(new BorderTaper(0, 1), 3, 2)).containsOnly(1);
	}

	@Test
	void pixelsAreMultiplied() {
		final float[] pixels = { 2, Float.NaN, -4 };
		final float[] tapered = new BorderTaper(1, 1).filter(pixels, 3, 1);
		assertThat(tapered[0]).isCloseTo((float) (2 * Math.exp(-0.5)), within(1e-6f));
		assertThat(tapered[1]).isNaN();
		assertThat(tapered[2]).isCloseTo((float) (-4 * Math.exp(-0.5)), within(1e-6f));
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		assertThatThrownBy(() -> new BorderTaper(-1, 8)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("margin", "-1");
		assertThatThrownBy(() -> new BorderTaper(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("sigma", "NaN");
		assertThatThrownBy(() -> new PublishedBorderWindow(0, 15)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sigma");
		assertThatThrownBy(() -> new PublishedBorderWindow(1, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("start");
		assertThatThrownBy(() -> window(PublishedBorderWindow.STANDARD, 65, 14)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("15", "14");
		assertThatThrownBy(() -> BorderTaper.STANDARD.filter(new float[5], 3, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 x 2", "5");
	}
}
