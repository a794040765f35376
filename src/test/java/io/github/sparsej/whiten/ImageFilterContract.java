package io.github.sparsej.whiten;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.InvertibleImageFilter;

/** What every filter of images keeps to. */
abstract class ImageFilterContract {

	static final int[][] SIZES = { { 1, 1 }, { 1, 17 }, { 13, 1 }, { 2, 3 }, { 16, 16 }, { 37, 24 }, { 223, 9 } };

	/** Blobs and noise about grey value 100. */
	static float[] image(final int width, final int height, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (100 + 30 * Math.sin(i % width * 0.7 + i / width * 0.3) + 20 * Math.cos(i / width * 0.9) + 10 * random.nextDouble());
		return pixels;
	}

	/** The filter under test. */
	abstract ImageFilter filter();

	/** Whether a constant image comes out as zeros. */
	boolean removesMean() {
		return true;
	}

	@Test
	void imagesOfAnySizeComeOutFiniteAndTheInputIsUntouched() {
		for (final int[] size : SIZES) {
			final float[] pixels = image(size[0], size[1], 1);
			final float[] copy = pixels.clone();
			final float[] filtered = filter().filter(pixels, size[0], size[1]);
			assertThat(pixels).containsExactly(copy);
			assertThat(filtered).isNotSameAs(pixels).hasSize(pixels.length);
			for (final float value : filtered) assertThat(value).as("%d x %d", size[0], size[1]).isFinite();
		}
	}

	@Test
	void constantImagesHaveNoStructure() {
		if (!removesMean()) return;
		for (final float grey : new float[] { 0, 0.1f, 30000.3f, -5 }) {
			final float[] pixels = new float[11 * 6];
			Arrays.fill(pixels, grey);
			for (final float value : filter().filter(pixels, 11, 6)) assertThat(value).isCloseTo(0, within(1e-7f * Math.abs(grey)));
		}
	}

	@Test
	void pixelsThatAreNotFiniteDoNotSpread() {
		final float[] pixels = image(20, 12, 2);
		final float[] filled = pixels.clone();
		pixels[25] = Float.NaN;
		pixels[77] = Float.POSITIVE_INFINITY;
		final float mean = (float) FinitePixels.mean(pixels);
		filled[25] = mean;
		filled[77] = mean;
		final float[] filtered = filter().filter(pixels, 20, 12);
		final float[] expected = filter().filter(filled, 20, 12);
		expected[25] = Float.NaN;
		expected[77] = Float.POSITIVE_INFINITY;
		assertThat(filtered).containsExactly(expected);
		final float[] nothing = new float[6];
		Arrays.fill(nothing, Float.NaN);
		assertThat(filter().filter(nothing, 3, 2)).containsOnly(Float.NaN);
	}

	@Test
	void inverseGivesTheImageBack() {
		if (!(filter() instanceof InvertibleImageFilter filter)) return;
		for (final int[] size : SIZES) {
			final float[] pixels = image(size[0], size[1], 3);
			final float[] filtered = filter.filter(pixels, size[0], size[1]);
			final float[] copy = filtered.clone();
			final float[] back = filter.unfilter(filtered, FinitePixels.mean(pixels), size[0], size[1]);
			assertThat(filtered).containsExactly(copy);
			assertClose(back, pixels, 2e-3);
			filtered[0] = Float.NaN;
			assertThat(filter.unfilter(filtered, 0, size[0], size[1])[0]).isNaN();
		}
	}

	@Test
	void wrongSizesAreNamed() {
		assertThatThrownBy(() -> filter().filter(new float[11], 4, 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("4 x 3", "11");
		assertThatThrownBy(() -> filter().filter(new float[0], 0, 3)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void hasAName() {
		assertThat(filter().name()).isNotBlank().isNotEqualTo("INSTANCE");
	}
}
