package io.github.sparsej.convolve.window;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.convolve.window.AtomMask.Kind;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.testing.Npy;

class AtomMaskTest {

	@ParameterizedTest
	@ValueSource(ints = { 7, 8, 9, 13, 19 })
	void gaussianIsTheOriginals(final int size) {
		assertClose(AtomMask.STANDARD.values(PatchShape.square(size)), Npy.reference("champ/step/gaussmask_" + size + ".npy").floats(), 1e-6);
	}

	@Test
	void gaussianOfARectangleIsThatOfItsSides() {
		final float[] mask = AtomMask.STANDARD.values(new PatchShape(9, 5, 1, 2));
		for (final int channel : new int[] { 0, 45 }) {
			assertThat(mask[channel + 2 * 9 + 4]).isEqualTo(1);
			assertThat(mask[channel + 2 * 9 + 3]).isCloseTo((float) Math.exp(-0.5 / (16 * 0.64)), within(1e-6f));
			assertThat(mask[channel + 9 + 4]).isCloseTo((float) Math.exp(-0.5 / (4 * 0.64)), within(1e-6f));
			assertThat(mask[channel + 44]).isCloseTo((float) Math.exp(-2 / 1.28), within(1e-6f));
		}
	}

	@Test
	void gaussianOfAnEvenSideHasNoMiddle() {
		final float[] mask = AtomMask.STANDARD.values(new PatchShape(4, 1, 1, 1));
		final float inner = (float) Math.exp(-0.25 / 1.28), outer = (float) Math.exp(-1 / 1.28);
		assertClose(mask, new float[] { outer, inner, inner, outer }, 1e-7);
	}

	@Test
	void discAndPolynomialAreZeroInTheCorners() {
		final float[] disc = new AtomMask(Kind.DISC, 1).values(PatchShape.square(5)), polynomial = new AtomMask(Kind.POLYNOMIAL, 1).values(PatchShape.square(5));
		assertThat(disc).containsExactly(0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0);
		assertThat(polynomial[12]).isEqualTo(1);
		assertThat(polynomial[13]).isCloseTo(0.25f, within(1e-7f));
		assertThat(polynomial[18]).isCloseTo((float) Math.pow(1 - Math.sqrt(0.5), 2), within(1e-7f));
		assertThat(polynomial[14]).isZero();
		assertThat(polynomial[24]).isZero();
	}

	@Test
	void withoutMaskAllPixelsWeighTheSame() {
		assertThat(AtomMask.NONE.values(PatchShape.square(3))).containsOnly(1);
		assertThat(AtomMask.NONE.isNone()).isTrue();
		assertThat(AtomMask.STANDARD.isNone()).isFalse();
		assertThat(AtomMask.STANDARD.values(PatchShape.square(1))).containsExactly(1);
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		assertThatThrownBy(() -> new AtomMask(Kind.GAUSSIAN, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sigma");
		assertThatThrownBy(() -> new AtomMask(null, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NONE");
	}
}
