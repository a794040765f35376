package io.github.sparsej.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.feedforward.ExactEnergyOptions;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.model.SparseModel;

/** Encoders that come with the model of an auto-encoder and are made of no keys, by their names in menus and macros. */
enum NetworkEncoder {

	/** One pass through the encoder half. */
	FEED_FORWARD(FeedForwardSettings.NAME) {
		@Override
		EncoderOptions options(final FeedForwardSettings network) {
			return network;
		}
	},

	/** The exact code of an energy auto-encoder. */
	ENERGY(ExactEnergyOptions.NAME) {
		@Override
		EncoderOptions options(final FeedForwardSettings network) {
			if (network.energy().isPresent()) return new ExactEnergyOptions(network);
			throw new IllegalArgumentException("encoder=[" + ExactEnergyOptions.NAME + "]: the dictionary is an auto-encoder, but none that was learned with Energy Autoencoder; [" + FeedForwardSettings.NAME + "] is its encoder");
		}
	};

	private final String label;

	NetworkEncoder(final String label) {
		this.label = label;
	}

	static Stream<String> labels() {
		return Arrays.stream(values()).map(kind -> kind.label);
	}

	static Optional<NetworkEncoder> named(final String label) {
		return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
	}

	/** @throws IllegalArgumentException if the model is no auto-encoder, or none of that kind */
	EncoderOptions options(final SparseModel model) {
		if (model.encoder() instanceof FeedForwardSettings network) return options(network);
		throw new IllegalArgumentException("encoder=[" + label + "]: the dictionary is no auto-encoder and has no such encoder; it was learned with " + model.encoder().name());
	}

	abstract EncoderOptions options(FeedForwardSettings network);
}
