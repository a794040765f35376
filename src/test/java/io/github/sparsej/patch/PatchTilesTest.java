package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

class PatchTilesTest {

	private static final PatchShape SHAPE = new PatchShape(3, 2, 1, 1);

	private static PatchTiles cut(final Volume image, final RegionMask region) {
		return PatchTiles.cut(List.of(image), Collections.singletonList(region), SHAPE);
	}

	@Test
	void patchesLieSideBySideFromTheUpperLeftCorner() {
		final PatchTiles tiles = cut(TestImages.coordinates(8, 5, 1, 1), null);
		assertThat(tiles.patches().count()).isEqualTo(4);
		assertThat(tiles.leftOut()).isZero();
		final int[] corners = { 0, 3, 200, 203 };
		for (int i = 0; i < 4; i++)
			assertThat(Arrays.copyOfRange(tiles.patches().values(), 6 * i, 6 * i + 6)).containsExactly(corners[i], corners[i] + 1, corners[i] + 2, corners[i] + 100, corners[i] + 101, corners[i] + 102);
	}

	@Test
	void channelsAndSlicesAreTakenInTheOrderOfTheImages() {
		final PatchTiles tiles = PatchTiles.cut(List.of(TestImages.coordinates(3, 2, 3, 2), TestImages.coordinates(4, 2, 1, 2)), Arrays.asList(null, null), new PatchShape(3, 2, 1, 2));
		assertThat(tiles.patches().count()).isEqualTo(4);
		assertThat(tiles.patches().value(2, 0)).isEqualTo(20000);
		assertThat(tiles.patches().value(2, 6)).isEqualTo(1020000);
		assertThat(tiles.patches().value(3, 11)).isEqualTo(1000102);
	}

	@Test
	void whatIsOutsideOrNotFiniteIsLeftOut() {
		final Volume image = TestImages.coordinates(9, 4, 1, 1);
		final boolean[] inside = new boolean[36];
		Arrays.fill(inside, true);
		inside[0] = false;
		assertThat(cut(image, new RegionMask(9, 4, inside)).patches().value(0, 0)).isEqualTo(3);
		assertThat(cut(image, new RegionMask(9, 4, inside)).leftOut()).isEqualTo(1);
		image.plane(0, 0)[3] = Float.NaN;
		final PatchTiles tiles = cut(image, new RegionMask(9, 4, inside));
		assertThat(tiles.patches().value(0, 0)).isEqualTo(6);
		assertThat(tiles.leftOut()).isEqualTo(2);
	}

	@Test
	void imagesWithoutAPatchAreNamed() {
		assertThatThrownBy(() -> cut(TestImages.coordinates(2, 5, 1, 1), null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 x 5 x 1 is smaller than a patch of 3 x 2 x 1");
		assertThatThrownBy(() -> cut(TestImages.coordinates(5, 5, 1, 2), null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 channels");
		assertThatThrownBy(() -> cut(TestImages.coordinates(3, 2, 1, 1), new RegionMask(3, 2, new boolean[6]))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none of the 1 patches");
	}
}
