package io.github.sparsej.autoencoder;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.autoencoder.NetworkDisplay.Options;
import io.github.sparsej.testing.Npy;

class NetworkDisplayTest {

	private static final double B = NetworkDisplay.BORDER;
	private static final Options AS_THEY_ARE = new Options(0, 0, false, false);

	@ParameterizedTest
	@ValueSource(ints = { 400, 2000 })
	void theTutorialsFiltersLookAsThere(final int iterations) {
		final double[] theta = Npy.golden("sigmoid-autoencoder/train_theta_maxiter" + iterations + ".npy").values();
		final double[][] filters = new double[25][64];
		for (int k = 0; k < 25; k++) for (int j = 0; j < 64; j++) filters[k][j] = theta[j * 25 + k];
		final NetworkDisplay display = NetworkDisplay.of(filters, Options.DEFAULT);
		assertThat(display.width()).isEqualTo(46);
		assertThat(display.height()).isEqualTo(46);
		assertClose(display.pixels(), Npy.golden("sigmoid-autoencoder/display_W1T_maxiter" + iterations + ".npy").values(), 1e-12);
	}

	@Test
	void tilesNeedNotBeSquareNorFilled() {
		final double[][] filters = { { 1, 2, 3, 4, 5 }, { 6, 7, 8, 9, 10 }, { 11, 12, 13, 14, 15 } };
		final NetworkDisplay square = NetworkDisplay.of(filters, AS_THEY_ARE);
		assertThat(square.width()).isEqualTo(1 + 2 * 4);
		assertThat(square.height()).isEqualTo(1 + 2 * 3);
		assertThat(square.pixels()).containsExactly(
			B, B, B, B, B, B, B, B, B,
			B, 1, 2, 3, B, 6, 7, 8, B,
			B, 4, 5, B, B, 9, 10, B, B,
			B, B, B, B, B, B, B, B, B,
			B, 11, 12, 13, B, B, B, B, B,
			B, 14, 15, B, B, B, B, B, B,
			B, B, B, B, B, B, B, B, B);
		final NetworkDisplay narrow = NetworkDisplay.of(filters, new Options(3, 2, false, false));
		assertThat(narrow.pixels()).containsExactly(
			B, B, B, B, B, B, B, B, B, B,
			B, 1, 2, B, 6, 7, B, 11, 12, B,
			B, 3, 4, B, 8, 9, B, 13, 14, B,
			B, 5, B, B, 10, B, B, 15, B, B,
			B, B, B, B, B, B, B, B, B, B);
	}

	@Test
	void valuesAreStretchedTogetherOrEach() {
		final double[][] filters = { { -2, 0, 0, 2 }, { 1, 1, 0, 1 } };
		assertThat(inner(filters, new Options(1, 4, true, false))).containsExactly(0, 0.5, 0.5, 1, 0.75, 0.75, 0.5, 0.75);
		assertThat(inner(filters, new Options(1, 4, false, true))).containsExactly(0, 0.5, 0.5, 1, 1, 1, 0, 1);
		assertThat(inner(filters, new Options(1, 4, true, true))).containsExactly(0, 0.5, 0.5, 1, 1, 1, 0, 1);
		assertThat(filters[0]).as("not modified").containsExactly(-2, 0, 0, 2);
	}

	private static double[] inner(final double[][] filters, final Options options) {
		return Arrays.stream(NetworkDisplay.of(filters, options).pixels()).filter(value -> value != B).toArray();
	}

	@Test
	void constantFiltersAreGrey() {
		assertThat(inner(new double[][] { { 7, 7 }, { 7, 7 } }, Options.DEFAULT)).containsExactly(0.5, 0.5, 0.5, 0.5);
		assertThat(inner(new double[][] { { 1, 3 }, { 2, 2 } }, new Options(0, 0, true, true))).containsExactly(0, 1, 0.5, 0.5);
	}

	@Test
	void thereMayBeMoreThan255() {
		final double[][] filters = new double[300][1];
		for (int k = 0; k < 300; k++) filters[k][0] = k;
		final NetworkDisplay display = NetworkDisplay.of(filters, AS_THEY_ARE);
		assertThat(display.width()).isEqualTo(1 + 18 * 2);
		assertThat(display.height()).isEqualTo(1 + 17 * 2);
		assertThat(display.pixels()[(1 + 2 * (299 / 18)) * 37 + 1 + 2 * (299 % 18)]).isEqualTo(299);
		assertThat(inner(filters, AS_THEY_ARE)).hasSize(300);
	}

	@Test
	void whatCannotBeDisplayedIsNamed() {
		assertThatThrownBy(() -> NetworkDisplay.of(new double[0][], Options.DEFAULT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no filters");
		assertThatThrownBy(() -> NetworkDisplay.of(new double[][] { { 1, 2 }, { 1 } }, Options.DEFAULT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("filter 2 has 1 values");
		assertThatThrownBy(() -> NetworkDisplay.of(new double[][] { { 1, Double.NaN } }, Options.DEFAULT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("filter 1 holds NaN");
		assertThatThrownBy(() -> new Options(-1, 0, true, false)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("columns").hasMessageContaining("-1");
		assertThatThrownBy(() -> new Options(0, -2, true, false)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tileWidth").hasMessageContaining("-2");
	}
}
