package io.github.sparsej.encode;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;

/** Makes encoders of their settings. */
public final class Encoders {

	private Encoders() {}

	/**
	 * @param settings    options of an encoder of this package
	 * @param homeostasis gains for encoders that select by score; null for none, and unused by orthogonal matching pursuit
	 * @throws IllegalArgumentException if the settings are of an unknown kind
	 */
	public static Encoder create(final EncoderSettings settings, final HomeostasisState homeostasis, final Parallel parallel) {
		if (settings instanceof OmpOptions options) return new BatchOmp(options, parallel);
		if (settings instanceof MatchingPursuitOptions options)
			return homeostasis == null || homeostasis.isNeutral() ? new MatchingPursuit(options, parallel) : new MatchingPursuit(options, homeostasis.gains(), parallel);
		throw new IllegalArgumentException("no encoder for settings of " + settings.name() + " (" + settings.getClass().getSimpleName() + ")");
	}
}
