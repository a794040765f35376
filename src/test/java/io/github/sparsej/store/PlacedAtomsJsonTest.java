package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.convolve.PlacedAtoms;

class PlacedAtomsJsonTest {

	private static final List<PlacedAtoms> CODES = List.of(PlacedAtoms.of(4, new int[] { 3, 0, 3 }, new int[] { 70000, 2, 2 }, new int[] { 0, 5, 5 }, new float[] { 0.1f, -1e-38f, 7 }), PlacedAtoms.none(4));

	@Test
	void codesAreReadBackBitByBitInTheirOrder() throws ModelFormatException {
		assertThat(PlacedAtomsJson.read(PlacedAtomsJson.write(CODES))).isEqualTo(CODES);
	}

	@Test
	void placesThatFloatsDoNotHoldAreRefused() {
		final List<PlacedAtoms> far = List.of(PlacedAtoms.of(1, new int[] { 0 }, new int[] { (1 << 24) + 1 }, new int[] { 0 }, new float[] { 1 }));
		assertThatThrownBy(() -> PlacedAtomsJson.write(far)).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"atoms\":4 | \"atoms\":3 | codes[0] is not valid: placed atom 0 is atom 3 of 3",
		"\"atom\":\" | \"atom\":\"AAAAAA | codes[0].atom is",
		"\"y\":\" | \"y\":\"AAAAAAAA | codes[0].y is",
		"\"x\":\"AAAA | \"x\":\"zczM | codes[0].x is",
		"\"codes\": | \"code\": | codes is missing" })
	void whatIsWrongIsNamed(final String before, final String after, final String message) {
		final String json = PlacedAtomsJson.write(CODES);
		assertThat(json).contains(before);
		assertThatThrownBy(() -> PlacedAtomsJson.read(json.replaceFirst(java.util.regex.Pattern.quote(before), after))).isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
	}
}
