package io.github.sparsej.whiten;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.model.Signals;
import io.github.sparsej.testing.Npy;

class RangeNormalizationTest {

	private static Signals signals(final String name) {
		final Npy array = Npy.golden("sigmoid-autoencoder/" + name + ".npy");
		return Signals.of(array.shape()[0], array.shape()[1], array.floats());
	}

	@ParameterizedTest
	@CsvSource({ "normalize_in_5x4, normalize_out_5x4", "small_raw_100x64, small_X_100x64" })
	void patchesComeOutAsThoseOfTheTutorial(final String raw, final String normalized) {
		final Signals patches = signals(raw);
		assertClose(RangeNormalization.fit(patches).apply(patches).values(), signals(normalized).values(), 1.5e-7);
	}

	@Test
	void valuesGoFromOneTenthToNineTenths() {
		final RangeNormalization normalization = new RangeNormalization(2);
		final float[] normalized = normalization.apply(Signals.of(2, 4, new float[] { 11, 9, 12, 8, 4, -4, 1, -1 })).values();
		assertThat(normalized).containsExactly(0.7f, 0.3f, 0.9f, 0.1f, 0.9f, 0.1f, 0.7f, 0.3f);
	}

	@Test
	void theLimitIsThreeDeviationsOfAllValuesWithoutTheMeansOfPatches() {
		final RangeNormalization fitted = RangeNormalization.fit(Signals.of(2, 2, new float[] { 1, 3, 100, 106 }));
		assertThat(fitted.limit()).isCloseTo(3 * Math.sqrt((1 + 1 + 9 + 9) / 4.0), within(1e-12));
	}

	@Test
	void whatIsClippedComesBackAtTheLimit() {
		final RangeNormalization normalization = new RangeNormalization(2);
		final Signals patches = Signals.of(1, 4, new float[] { 5, -5, 1, -1 });
		assertClose(normalization.invert(normalization.apply(patches)).values(), new float[] { 2, -2, 1, -1 }, 1e-6);
	}

	@Test
	void theMeanOfAReconstructionIsNotItsPatchs() {
		final float[] inverted = new RangeNormalization(4).invert(Signals.of(1, 2, new float[] { 0.7f, 0.5f })).values();
		assertClose(inverted, new float[] { 1, -1 }, 1e-6);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void aLimitThatIsNoneIsNamed(final double limit) {
		assertThatThrownBy(() -> new RangeNormalization(limit)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("finite and above 0").hasMessageContaining("" + limit);
	}

	@Test
	void patchesWithoutARangeAreRefused() {
		assertThatThrownBy(() -> RangeNormalization.fit(Signals.zeros(0, 4))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no patches");
		assertThatThrownBy(() -> RangeNormalization.fit(Signals.of(2, 3, new float[] { 0.1f, 0.1f, 0.1f, 7, 7, 7 }))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("each is constant");
		assertThatThrownBy(() -> RangeNormalization.fit(Signals.of(2, 2, new float[] { 1, 2, 3, Float.NaN }))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("patch 2").hasMessageContaining("NaN");
	}
}
