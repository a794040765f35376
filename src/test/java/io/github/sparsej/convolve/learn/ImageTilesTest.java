package io.github.sparsej.convolve.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.model.Volume;

class ImageTilesTest {

	/** Pixels that tell where they are. */
	private static Volume image(final int width, final int height, final int first) {
		final float[][] planes = new float[2][width * height];
		for (int c = 0; c < 2; c++) for (int i = 0; i < width * height; i++) planes[c][i] = first + 100000 * c + i;
		return Volume.of(width, height, 1, 2, planes);
	}

	@ParameterizedTest
	@CsvSource({ "10,7,5,4", "10,10,5,4", "11,5,5,3", "4,3,5,1", "5,5,5,1", "6,1,5,2", "9,9,1,81", "64,3,64,1", "129,65,64,6" })
	void tilesCoverAnImageByAsFewAsItTakes(final int width, final int height, final int side, final int count) {
		final List<Volume> tiles = new ImageTiles(List.of(image(width, height, 0)), side);
		assertThat(tiles).hasSize(count);
		assertThat(ImageTiles.count(width, height, side)).isEqualTo(count);
		final boolean[] covered = new boolean[width * height];
		for (final Volume tile : tiles) {
			assertThat(new int[] { tile.width(), tile.height(), tile.channels() }).containsExactly(Math.min(side, width), Math.min(side, height), 2);
			final int first = (int) tile.plane(0, 0)[0];
			for (int i = 0; i < tile.width() * tile.height(); i++) {
				final int expected = first + i / tile.width() * width + i % tile.width();
				assertThat(tile.plane(0, 0)[i]).isEqualTo(expected);
				assertThat(tile.plane(0, 1)[i]).isEqualTo(100000 + expected);
				covered[expected] = true;
			}
		}
		assertThat(covered).doesNotContain(false);
	}

	@Test
	void tilesOfManyImagesComeImageByImageRowByRow() {
		final List<Volume> tiles = new ImageTiles(List.of(image(4, 4, 0), image(2, 3, 1000)), 2);
		assertThat(tiles).extracting(tile -> tile.plane(0, 0)[0]).containsExactly(0f, 2f, 8f, 10f, 1000f, 1002f);
		assertThat(tiles.get(5).plane(0, 0)).containsExactly(1002f, 1003f, 1004f, 1005f);
	}

	@Test
	void aTileHasAPixel() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ImageTiles(List.of(), 0)).withMessageContaining("at least 1 px, got 0");
	}
}
