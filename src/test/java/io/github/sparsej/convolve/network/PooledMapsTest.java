package io.github.sparsej.convolve.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.network.Pooling.Kind;
import io.github.sparsej.model.Volume;

class PooledMapsTest {

	/** Two atoms at 5 x 3 places: atom 0 at (0, 0) twice, at (1, 1) and at (4, 2); atom 1 at (2, 0) and (3, 1). */
	private static final PlacedAtoms CODE = PlacedAtoms.of(2, new int[] { 0, 1, 0, 0, 1, 0 }, new int[] { 0, 0, 1, 2, 1, 0 }, new int[] { 0, 2, 1, 4, 3, 0 }, new float[] { 1, -4, 0.5f, -8, 16, 2 });

	private static PooledMaps maps(final Rectification rectification, final Kind kind, final int size) {
		return new PooledMaps(2, 5, 3, rectification, new Pooling(kind, size));
	}

	@Test
	void signsBecomeWhatTheRectificationSays() {
		assertThat(maps(Rectification.MODULUS, Kind.MAX, 1).values(CODE)).isEqualTo(Map.of(0, 3.0, 6, 0.5, 14, 8.0, 15 + 2, 4.0, 15 + 8, 16.0));
		assertThat(maps(Rectification.POSITIVE, Kind.MAX, 1).values(CODE)).isEqualTo(Map.of(0, 3.0, 6, 0.5, 15 + 8, 16.0));
		assertThat(maps(Rectification.BOTH, Kind.MAX, 1).values(CODE)).isEqualTo(Map.of(0, 3.0, 6, 0.5, 15 + 8, 16.0, 30 + 14, 8.0, 45 + 2, 4.0));
		assertThat(maps(Rectification.BOTH, Kind.MAX, 1).channels()).isEqualTo(4);
	}

	@Test
	void cellsHoldTheLargestOrTheSum() {
		final PooledMaps largest = maps(Rectification.MODULUS, Kind.MAX, 2), sum = maps(Rectification.MODULUS, Kind.SUM, 2);
		assertThat(sum.width()).isEqualTo(3);
		assertThat(sum.height()).isEqualTo(2);
		assertThat(sum.length()).isEqualTo(12);
		assertThat(largest.values(CODE)).isEqualTo(Map.of(0, 3.0, 5, 8.0, 6 + 1, 16.0));
		assertThat(sum.values(CODE)).isEqualTo(Map.of(0, 3.5, 5, 8.0, 6 + 1, 20.0));
	}

	@Test
	void imageIsTheValuesWrittenOut() {
		final PooledMaps maps = maps(Rectification.MODULUS, Kind.SUM, 2);
		final Volume image = maps.image(CODE);
		assertThat(image.width()).isEqualTo(3);
		assertThat(image.height()).isEqualTo(2);
		assertThat(image.plane(0, 0)).containsExactly(3.5f, 0, 0, 0, 0, 8);
		assertThat(image.plane(0, 1)).containsExactly(0, 20, 0, 0, 0, 0);
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		final Pooling none = Pooling.NONE;
		assertThatThrownBy(() -> new Pooling(Kind.MAX, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
		assertThatThrownBy(() -> new PooledMaps(2, 0, 3, Rectification.BOTH, none)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 x 3");
		assertThatThrownBy(() -> new PooledMaps(3, 5, 3, Rectification.BOTH, none).values(CODE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 atoms", "2");
		assertThatThrownBy(() -> new PooledMaps(2, 4, 3, Rectification.BOTH, none).values(CODE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("(4, 2)", "4 x 3");
	}
}
