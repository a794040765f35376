package io.github.sparsej.store;

import com.google.gson.JsonObject;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;

/** What a model keeps of an auto-encoder as JSON: the encoder in float32, as the settings hold it, all else in float64. */
final class NetworkJson {

	private static final String ENERGY = "energy";

	private NetworkJson() {}

	static void write(final FeedForwardSettings settings, final JsonObject json) {
		json.addProperty("hidden", settings.hidden().name());
		json.addProperty("output", settings.outputActivation().name());
		Fields.put(json, "weights", settings.encoder());
		Fields.put(json, "bias", settings.encoderBias());
		Fields.put(json, "atomNorms", settings.atomNorms());
		Fields.put(json, "outputBias", settings.decoderBias());
		settings.energy().ifPresent(weights -> {
			final JsonObject inner = new JsonObject();
			Records.write(weights, inner);
			json.add(ENERGY, inner);
		});
	}

	/** @throws IllegalArgumentException if the settings refuse their values */
	static FeedForwardSettings read(final Fields f) throws ModelFormatException {
		final double[] bias = f.doubles("bias"), outputBias = f.doubles("outputBias");
		final FeedForwardSettings settings = new FeedForwardSettings(f.floats("weights", (long) bias.length * outputBias.length), bias, f.constant("hidden", Activation.class), f.doubles("atomNorms", bias.length), outputBias,
			f.constant("output", Activation.class));
		return f.has(ENERGY) ? settings.withEnergy(f.object(ENERGY).build(Records.reader(EnergyWeights.class))) : settings;
	}
}
