package io.github.sparsej.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** What lists of placed atoms hold, and what tells two of them apart. */
class PlacedAtomsLimitsTest {

	private static PlacedAtoms of(final int atomCount, final int atom, final int y, final int x, final float coefficient) {
		return PlacedAtoms.of(atomCount, new int[] { 0, atom }, new int[] { 1, y }, new int[] { 2, x }, new float[] { 3, coefficient });
	}

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(said);
	}

	@Test
	void equalWhereAllPartsAre() {
		final PlacedAtoms atoms = of(5, 4, 6, 7, 8);
		assertThat(atoms).isEqualTo(of(5, 4, 6, 7, 8)).hasSameHashCodeAs(of(5, 4, 6, 7, 8)).hasToString("2 placed atoms of 5");
		assertThat(atoms).isNotEqualTo(of(6, 4, 6, 7, 8)).isNotEqualTo(of(5, 3, 6, 7, 8)).isNotEqualTo(of(5, 4, 5, 7, 8)).isNotEqualTo(of(5, 4, 6, 6, 8)).isNotEqualTo(of(5, 4, 6, 7, 9)).isNotEqualTo("atoms");
	}

	@Test
	void everyEntryIsAnAtomAtAPlace() {
		refused(() -> PlacedAtoms.of(0, new int[0], new int[0], new int[0], new float[0]), "at least 1 atom, got 0");
		for (final int odd : new int[] { 0, 1, 2 })
			refused(() -> PlacedAtoms.of(5, new int[1], new int[odd == 0 ? 2 : 1], new int[odd == 1 ? 2 : 1], new float[odd == 2 ? 2 : 1]), "1 placed atoms need as many places and coefficients, got " + (odd == 0 ? "2, 1 and 1" : odd == 1 ? "1, 2 and 1" : "1, 1 and 2"));
		for (final int atom : new int[] { -1, 5 }) refused(() -> of(5, atom, 0, 0, 1), "placed atom 1 is atom " + atom + " of 5");
		refused(() -> of(5, 4, -1, 0, 1), "placed atom 1 is at (0, -1)");
		refused(() -> of(5, 4, 0, -1, 1), "placed atom 1 is at (-1, 0)");
		refused(() -> of(5, 4, 0, 0, Float.NaN), "coefficient NaN");
	}

	@Test
	void atomsArePlacedInImagesThatHoldThem() {
		final PatchShape shape = new PatchShape(3, 2, 1, 2);
		Fit.require(Volume.of(3, 2, 1, 2, new float[2][6]), shape);
		refused(() -> Fit.require(new PatchShape(3, 2, 2, 1)), "one slice, got 3 x 2 x 2");
		refused(() -> Fit.require(Volume.of(3, 2, 2, 2, new float[4][6]), shape), "2 channels do not fit an image of 2 slices in 2 channels");
		refused(() -> Fit.require(Volume.of(3, 2, 1, 1, new float[1][6]), shape), "2 channels do not fit an image of 1 slices in 1 channels");
		refused(() -> Fit.require(Volume.of(2, 2, 1, 2, new float[2][4]), shape), "2 x 2 pixels is smaller");
		refused(() -> Fit.require(Volume.of(3, 1, 1, 2, new float[2][3]), shape), "3 x 1 pixels is smaller");
	}
}
