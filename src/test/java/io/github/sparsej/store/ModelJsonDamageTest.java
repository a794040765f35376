package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;

/** Whatever happens to a model's text, reading it gives a model or a {@link ModelFormatException}, never anything else. */
class ModelJsonDamageTest {

	private static final String JSON = ModelJson.write(ModelJsonTest.model());
	private static final String NETWORK = ModelJson.write(ModelJsonTest.model(NoFilter.INSTANCE, NoWhitening.INSTANCE, ModelJsonTest.NETWORK.withEnergy(new EnergyWeights(0.5, 2))));
	private static final String LAYERS = ModelJson.write(ModelJsonTest.LAYERS);

	private static void read(final String json) {
		try {
			ModelJson.read(json, ModelJsonTest.ATOMS);
		}
		catch (final ModelFormatException e) {
			assertThat(e.getMessage()).isNotBlank();
		}
	}

	@Example
	void truncatedAnywhereItIsRefused() {
		for (int end = 0; end < JSON.length(); end++) {
			final String part = JSON.substring(0, end);
			assertThatThrownBy(() -> ModelJson.read(part, ModelJsonTest.ATOMS)).isInstanceOf(ModelFormatException.class).message().isNotBlank();
		}
	}

	@Example
	void anyCharacterMayBeLeftOut() {
		for (final String json : new String[] { JSON, NETWORK, LAYERS }) for (int i = 0; i < json.length(); i++) read(json.substring(0, i) + json.substring(i + 1));
	}

	@Example
	void anyBitMayBeFlipped() {
		for (int i = 0; i < JSON.length(); i++)
			for (int bit = 0; bit < Byte.SIZE; bit++) read(JSON.substring(0, i) + (char) (JSON.charAt(i) ^ 1 << bit) + JSON.substring(i + 1));
	}

	@Example
	void anotherVersionIsNamed() {
		final String later = JSON.replaceFirst("\"version\":\\s*1", "\"version\":2");
		assertThat(later).isNotEqualTo(JSON);
		assertThatThrownBy(() -> ModelJson.read(later, ModelJsonTest.ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining("version is 2").hasMessageContaining("expected version 1");
	}

	@Property(tries = 5000)
	void anyCharacterMayBecomeAnother(@ForAll @IntRange(max = 1 << 20) final int place, @ForAll @CharRange(from = ' ', to = '~') final char other) {
		for (final String json : new String[] { JSON, NETWORK, LAYERS }) {
			final int i = place % json.length();
			read(json.substring(0, i) + other + json.substring(i + 1));
		}
	}

	@Property(tries = 2000)
	void anyTwoPlacesMayBeSwapped(@ForAll @IntRange(max = 1 << 20) final int one, @ForAll @IntRange(max = 1 << 20) final int two) {
		final StringBuilder text = new StringBuilder(JSON);
		text.setCharAt(one % JSON.length(), JSON.charAt(two % JSON.length()));
		text.setCharAt(two % JSON.length(), JSON.charAt(one % JSON.length()));
		read(text.toString());
	}

	@Property(tries = 500)
	void anyTextMayBeGiven(@ForAll final String text) {
		read(text);
	}
}
