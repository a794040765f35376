package io.github.sparsej.learn.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

class CosineAtomsTest {

	private static Dictionary cosines(final PatchShape shape, final int atomCount) {
		return InitialDictionaries.cosines(shape).create(atomCount, null, new SplittableRandom(1));
	}

	private static double product(final float[] a, final float[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += (double) a[j] * b[j];
		return sum;
	}

	@ParameterizedTest
	@CsvSource({ "4, 4, 1, 1", "5, 3, 1, 1", "3, 2, 2, 3", "1, 7, 1, 1" })
	void asManyAtomsAsPixelsAreOrthonormal(final int width, final int height, final int depth, final int channels) {
		final PatchShape shape = new PatchShape(width, height, depth, channels);
		final Dictionary d = cosines(shape, shape.length());
		for (int i = 0; i < d.atomCount(); i++)
			for (int k = 0; k <= i; k++) assertThat(product(d.atom(i), d.atom(k))).isCloseTo(i == k ? 1 : 0, within(1e-6));
	}

	@Test
	void wavesAlongXRunFastestAndFollowTheFormula() {
		final Dictionary d = cosines(PatchShape.square(4), 16);
		final float[] atom = d.atom(2 + 4);
		double norm = 0;
		final double[] expected = new double[16];
		for (int j = 0; j < 16; j++) {
			expected[j] = Math.cos((j % 4 + 0.5) * 2 * Math.PI / 4) * Math.cos((j / 4 + 0.5) * Math.PI / 4);
			norm += expected[j] * expected[j];
		}
		for (int j = 0; j < 16; j++) assertThat((double) atom[j]).isCloseTo(expected[j] / Math.sqrt(norm), within(1e-6));
	}

	@Test
	void fewerAtomsAreTheLowestFrequencies() {
		final Dictionary all = cosines(PatchShape.square(4), 16);
		final Dictionary four = cosines(PatchShape.square(4), 4);
		for (int i = 0; i < 3; i++) assertThat(four.atom(i)).isEqualTo(all.atom(new int[] { 0, 1, 4 }[i]));
	}

	@Test
	void moreAtomsThanPixelsAreDifferentAndHaveNoMeanButTheFirst() {
		final Dictionary d = cosines(PatchShape.square(8), 121);
		for (int i = 0; i < 121; i++) {
			double sum = 0;
			for (final float value : d.atom(i)) sum += value;
			assertThat(sum).isCloseTo(i == 0 ? 8 : 0, within(1e-5));
			for (int k = 0; k < i; k++) assertThat(Math.abs(product(d.atom(i), d.atom(k)))).isLessThan(0.999);
		}
	}

	@Test
	void onePixelHasOneCosine() {
		assertThatThrownBy(() -> cosines(PatchShape.square(1), 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 atoms");
	}
}
