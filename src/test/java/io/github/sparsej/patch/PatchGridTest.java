package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

class PatchGridTest {

	@Test
	void lastPlaceIsAlwaysVisitedAndOnlyOnce() {
		final PatchGrid grid = PatchGrid.covering(12, 11, 1, PatchShape.square(4), 3);
		assertThat(grid.columns()).isEqualTo(4);
		assertThat(grid.rows()).isEqualTo(4);
		assertThat(new int[] { grid.x(0), grid.x(1), grid.x(2), grid.x(3) }).containsExactly(0, 3, 6, 8);
		assertThat(new int[] { grid.y(0), grid.y(1), grid.y(2), grid.y(3) }).containsExactly(0, 3, 6, 7);
		assertThat(PatchGrid.covering(10, 4, 1, PatchShape.square(4), 3).count()).isEqualTo(3);
	}

	@Test
	void patchesAreNumberedAlongXThenYThenZ() {
		final PatchShape shape = new PatchShape(2, 2, 2, 2);
		final PatchGrid grid = PatchGrid.covering(4, 3, 3, shape, 1);
		assertThat(grid.count()).isEqualTo(3 * 2 * 2);
		final Signals cut = grid.cut(TestImages.coordinates(4, 3, 3, 2), 0, grid.count());
		assertThat(cut.value(1, 0)).isEqualTo(1);
		assertThat(cut.value(3, 0)).isEqualTo(100);
		assertThat(cut.value(6, 0)).isEqualTo(10000);
		assertThat(cut.row(0)).containsExactly(0, 1, 100, 101, 10000, 10001, 10100, 10101,
			1000000, 1000001, 1000100, 1000101, 1010000, 1010001, 1010100, 1010101);
	}

	@Test
	void partOfThePatchesIsThatPartOfAll() {
		final Volume image = TestImages.random(13, 9, 2, 1, 1);
		final PatchGrid grid = PatchGrid.covering(13, 9, 2, new PatchShape(5, 3, 1, 1), 2);
		final Signals all = grid.cut(image, 0, grid.count());
		final Signals part = grid.cut(image, 7, 9);
		for (int i = 0; i < 9; i++) assertThat(part.row(i)).containsExactly(all.row(7 + i));
	}

	@Test
	void patchOfOneSliceVisitsEverySlice() {
		assertThat(PatchGrid.covering(16, 16, 5, PatchShape.square(8), 4).layers()).isEqualTo(5);
	}

	@Test
	void wrongSizesAreNamed() {
		assertThatThrownBy(() -> PatchGrid.covering(7, 20, 1, PatchShape.square(8), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("7 x 20 x 1", "8 x 8 x 1");
		assertThatThrownBy(() -> PatchGrid.covering(20, 20, 1, PatchShape.square(8), 9)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("1 to 8", "9");
		assertThatThrownBy(() -> PatchGrid.covering(20, 20, 1, PatchShape.square(8), 0)).isInstanceOf(IllegalArgumentException.class);
		final PatchGrid grid = PatchGrid.covering(20, 20, 1, PatchShape.square(8), 8);
		assertThatThrownBy(() -> grid.cut(TestImages.random(20, 21, 1, 1, 0), 0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("20 x 20", "20 x 21");
		assertThatThrownBy(() -> grid.cut(TestImages.random(20, 20, 1, 2, 0), 0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 channels");
		assertThatThrownBy(() -> grid.cut(TestImages.random(20, 20, 1, 1, 0), 5, 5)).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("among 9");
	}

	@Test
	void morePatchesThanAnIntCountsAreRefusedWithTheirNumber() {
		assertThatThrownBy(() -> PatchGrid.covering(40000, 40000, 40000, PatchShape.square(1), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("64000000000000");
		assertThat(PatchGrid.covering(Integer.MAX_VALUE, 1, 1, PatchShape.square(1), 1).count()).isEqualTo(Integer.MAX_VALUE);
	}
}
