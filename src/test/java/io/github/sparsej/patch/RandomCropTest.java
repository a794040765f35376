package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Volume;

class RandomCropTest {

	@Test
	void cutsOnePlaceFromAllSlicesAndChannels() {
		final Volume image = TestImages.coordinates(30, 20, 2, 3);
		final Volume crop = new RandomCrop(12).apply(image, new SplittableRandom(1));
		assertThat(new int[] { crop.width(), crop.height(), crop.depth(), crop.channels() }).containsExactly(12, 12, 2, 3);
		final float corner = crop.plane(0, 0)[0];
		for (int c = 0; c < 3; c++)
			for (int z = 0; z < 2; z++)
				for (int i = 0; i < 144; i++) assertThat(crop.plane(z, c)[i]).isEqualTo(corner + i % 12 + 100 * (i / 12) + 10000 * z + 1000000 * c);
	}

	@Test
	void everyPlaceIsPossibleAndTheSeedDecides() {
		final Volume image = TestImages.coordinates(14, 13, 1, 1);
		final Set<Float> corners = new HashSet<>();
		for (int seed = 0; seed < 300; seed++) {
			final float corner = new RandomCrop(12).apply(image, new SplittableRandom(seed)).plane(0, 0)[0];
			assertThat(new RandomCrop(12).apply(image, new SplittableRandom(seed)).plane(0, 0)[0]).isEqualTo(corner);
			corners.add(corner);
		}
		assertThat(corners).containsExactlyInAnyOrder(0f, 1f, 2f, 100f, 101f, 102f);
	}

	@Test
	void flatPlacesAreDrawnAnew() {
		final float[] pixels = new float[200 * 20];
		for (int i = 0; i < pixels.length; i++) pixels[i] = i % 200 < 150 ? 0 : i % 7; // three quarters are sky
		pixels[3] = Float.NaN;
		for (int seed = 0; seed < 50; seed++) {
			int structured = 0;
			for (final float value : new RandomCrop(20).apply(Volume.plane(200, 20, pixels), new SplittableRandom(seed)).plane(0, 0)) if (value > 0) structured++;
			assertThat(structured).isPositive();
		}
	}

	@Test
	void anImageThatIsFlatAlmostEverywhereGivesTheBestOfSeveralDraws() {
		final float[] pixels = new float[1000 * 4]; // a slow ramp: every crop has 0.4 % of its deviation
		for (int i = 0; i < pixels.length; i++) pixels[i] = i % 1000;
		assertThat(new RandomCrop(4).apply(Volume.plane(1000, 4, pixels), new SplittableRandom(1)).width()).isEqualTo(4);
	}

	@Test
	void anImageOfThatSizeIsTakenWholeAndASmallerOneRefused() {
		final Volume image = TestImages.coordinates(12, 12, 1, 1);
		assertThat(new RandomCrop(12).apply(image, new SplittableRandom(1))).isSameAs(image);
		assertThatThrownBy(() -> new RandomCrop(13).apply(image, new SplittableRandom(1))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("12 x 12", "13 x 13");
		assertThatThrownBy(() -> new RandomCrop(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
		assertThatThrownBy(() -> image.crop(5, 0, 8, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("(5, 0)", "12 x 12");
	}
}
