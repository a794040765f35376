package io.github.sparsej.encode;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;

/** Makes encoders of the settings that models hold. */
public final class Encoders {

	private Encoders() {}

	/**
	 * @param settings    {@link EncoderOptions}
	 * @param homeostasis as in {@link EncoderOptions#encoder}
	 * @throws IllegalArgumentException if the settings are no options of an encoder
	 */
	public static Encoder create(final EncoderSettings settings, final HomeostasisState homeostasis, final Parallel parallel) {
		return options(settings).encoder(homeostasis, parallel);
	}

	/** @throws IllegalArgumentException if the settings are no options of an encoder */
	public static EncoderOptions options(final EncoderSettings settings) {
		if (settings instanceof EncoderOptions options) return options;
		throw new IllegalArgumentException(settings.name() + ", which the model is learned with, is no encoder of patches: name another encoder");
	}
}
