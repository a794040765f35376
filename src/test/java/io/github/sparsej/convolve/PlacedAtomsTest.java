package io.github.sparsej.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

class PlacedAtomsTest {

	/** Atom 1 twice at one place, once elsewhere; atom 0 twice at one place with nothing left. */
	private static final PlacedAtoms CODE = PlacedAtoms.of(3, new int[] { 1, 0, 1, 1, 0 }, new int[] { 2, 0, 2, 1, 0 }, new int[] { 3, 1, 3, 3, 1 }, new float[] { 1, 4, 0.5f, -2, -4 });

	/** In two channels: a point in the first, a point in the second, a row of two in both. */
	private static final Dictionary DICTIONARY = Dictionary.normalized(new PatchShape(2, 1, 1, 2), 3, new float[] { 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1 });

	@Test
	void entriesAtOnePlaceMergeInTheOrderOfTheFirst() {
		assertThat(CODE.merged()).isEqualTo(PlacedAtoms.of(3, new int[] { 1, 1 }, new int[] { 2, 1 }, new int[] { 3, 3 }, new float[] { 1.5f, -2 }));
		assertThat(CODE.merged().merged()).isEqualTo(CODE.merged()).hasSameHashCodeAs(CODE.merged());
	}

	@Test
	void countsUses() {
		assertThat(CODE.uses()).containsExactly(2, 3, 0);
		assertThat(AtomPlaces.uses(List.of(CODE, CODE, PlacedAtoms.none(3)), 3)).containsExactly(4, 6, 0);
		final float[] expected = new float[3 * 4];
		expected[2 * 4 + 3] = 4;
		expected[4 + 3] = 2;
		assertThat(AtomPlaces.map(List.of(CODE, CODE), 1, 4, 3)).containsExactly(expected);
		assertThatIllegalArgumentException().isThrownBy(() -> AtomPlaces.map(List.of(CODE), 1, 3, 3)).withMessageContaining("(3, 2)").withMessageContaining("3 x 3");
		assertThatIllegalArgumentException().isThrownBy(() -> AtomPlaces.uses(List.of(CODE), 2)).withMessageContaining("3 atoms");
	}

	@Test
	void isACopy() {
		final int[] atoms = { 0 };
		final PlacedAtoms code = PlacedAtoms.of(1, atoms, new int[] { 0 }, new int[] { 0 }, new float[] { 1 });
		atoms[0] = 7;
		assertThat(code.atom(0)).isZero();
	}

	@Test
	void rebuildsAllOneOrAllButOne() {
		final PlacedAtoms code = PlacedAtoms.of(3, new int[] { 0, 2, 1, 0 }, new int[] { 0, 1, 1, 1 }, new int[] { 1, 0, 1, 0 }, new float[] { 2, 4, 3, 1 });
		final Volume all = Rebuilt.image(code, DICTIONARY, 3, 2);
		assertThat(all.plane(0, 0)).containsExactly(0, 2, 0, 3, 2, 0);
		assertThat(all.plane(0, 1)).containsExactly(0, 0, 0, 2, 5, 0);
		final Volume first = Rebuilt.only(0, code, DICTIONARY, 3, 2), others = Rebuilt.without(0, code, DICTIONARY, 3, 2);
		assertThat(first.plane(0, 0)).containsExactly(0, 2, 0, 1, 0, 0);
		assertThat(first.plane(0, 1)).containsOnly(0);
		assertThat(others.plane(0, 0)).containsExactly(0, 0, 0, 2, 2, 0);
		final Volume left = Rebuilt.residual(all, code, DICTIONARY);
		assertThat(left.plane(0, 0)).containsOnly(0);
		assertThat(left.plane(0, 1)).containsOnly(0);
		assertThat(all.plane(0, 1)).containsExactly(0, 0, 0, 2, 5, 0);
	}

	@Test
	void saysWhatDoesNotFit() {
		assertThatIllegalArgumentException().isThrownBy(() -> PlacedAtoms.none(0)).withMessageContaining("at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> PlacedAtoms.of(2, new int[] { 2 }, new int[1], new int[1], new float[1])).withMessageContaining("atom 2 of 2");
		assertThatIllegalArgumentException().isThrownBy(() -> PlacedAtoms.of(2, new int[1], new int[] { -1 }, new int[1], new float[1])).withMessageContaining("(0, -1)");
		assertThatIllegalArgumentException().isThrownBy(() -> PlacedAtoms.of(2, new int[1], new int[1], new int[1], new float[] { Float.NaN })).withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> PlacedAtoms.of(2, new int[1], new int[2], new int[1], new float[1])).withMessageContaining("1 placed atoms").withMessageContaining("2, 1 and 1");
		final PlacedAtoms outside = PlacedAtoms.of(3, new int[1], new int[1], new int[] { 2 }, new float[] { 1 });
		assertThatIllegalArgumentException().isThrownBy(() -> Rebuilt.image(outside, DICTIONARY, 3, 2)).withMessageContaining("(2, 0)").withMessageContaining("3 x 2");
		assertThatIllegalArgumentException().isThrownBy(() -> Rebuilt.image(PlacedAtoms.none(2), DICTIONARY, 3, 2)).withMessageContaining("2 atoms");
		assertThatIllegalArgumentException().isThrownBy(() -> Rebuilt.residual(Volume.plane(3, 2, new float[6]), outside, DICTIONARY)).withMessageContaining("channels");
	}
}
