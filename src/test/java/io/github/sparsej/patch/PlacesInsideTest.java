package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** Regions, discs and grids say no to pixels and patches there are not, whose index would be that of others. */
class PlacesInsideTest {

	private static final int[][] OUTSIDE_3_X_2 = { { -1, 0 }, { 0, -1 }, { 3, 0 }, { 0, 2 } };

	@Test
	void aRegionHasAFlagForEveryPixel() {
		for (final int[] size : new int[][] { { 0, 2, 0 }, { 2, 0, 0 }, { 3, 2, 5 } })
			assertThatIllegalArgumentException().isThrownBy(() -> new RegionMask(size[0], size[1], new boolean[size[2]])).withMessageContaining(size[0] + " x " + size[1]).withMessageContaining("got " + size[2]);
	}

	@Test
	void aRegionAndADiscKnowTheirPixelsAlone() {
		final RegionMask region = new RegionMask(3, 2, new boolean[] { false, false, true, true, false, false });
		assertThat(region.inside(2, 0)).isTrue();
		assertThat(region.inside(0, 1)).isTrue();
		final DiskMask disc = new DiskMask(new PatchShape(3, 2, 1, 1));
		for (final int[] place : OUTSIDE_3_X_2) {
			final String said = "pixel (" + place[0] + ", " + place[1] + ") of 3 x 2";
			assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> region.inside(place[0], place[1])).withMessage(said);
			assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> disc.inside(place[0], place[1])).withMessage(said);
		}
	}

	@Test
	void aGridCutsItsOwnImageAndItsOwnPatches() {
		final PatchGrid grid = PatchGrid.covering(5, 4, 1, PatchShape.square(2), 2);
		assertThat(grid).hasToString("6 patches of 2 x 2 at [3, 2, 1] places along x, y, z");
		for (final int[] size : new int[][] { { 4, 4, 1 }, { 5, 3, 1 }, { 5, 4, 2 } })
			assertThatIllegalArgumentException().isThrownBy(() -> grid.cut(Volume.of(size[0], size[1], size[2], 1, new float[size[2]][size[0] * size[1]]), 0, 1))
				.withMessage("a grid over 5 x 4 x 1 pixels cannot cut an image of " + size[0] + " x " + size[1] + " x " + size[2]);
		final Volume image = Volume.plane(5, 4, new float[20]);
		for (final int[] range : new int[][] { { -1, 1 }, { 0, -1 }, { 0, 7 }, { 6, 1 } })
			assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> grid.cut(image, range[0], range[1])).withMessageContaining(range[1] + " patches from number " + range[0]);
		assertThat(grid.cut(image, 6, 0).count()).isZero();
	}
}
