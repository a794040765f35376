package io.github.sparsej.restore.denoise;

import java.util.Optional;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.learn.step.AtomConstraint;

/** What dictionary noisy patches are coded in. */
public enum DenoiseMethod {
	/** Learned from patches of the noisy images by K-SVD (Elad &amp; Aharon 2006). */
	KSVD("K-SVD"),
	/** Learned from patches of the noisy images by online dictionary learning (Mairal, Bach, Ponce &amp; Sapiro 2010). */
	ONLINE("Online"),
	/** Cosines, overcomplete where there are more atoms than pixels: nothing is learned. */
	DCT("DCT"),
	/** Given: learned before, from other images. */
	DICTIONARY("Dictionary");

	/** Of K-SVD, per atom and sweep: a second one is worth 0.03 dB. */
	private static final int POWER_STEPS = 2;

	private final String label;

	DenoiseMethod(final String label) {
		this.label = label;
	}

	/** As in menus and macros. */
	public String label() {
		return label;
	}

	/**
	 * How this method learns from patches whose noise has standard deviation 1.
	 *
	 * @return nothing where it does not
	 */
	Optional<LearnerOptions> learner(final DictionarySettings settings, final DenoiseOptions options) {
		final OmpOptions encoder = options.encoder(settings.shape().length());
		return switch (this) {
			case KSVD -> Optional.of(new KsvdOptions(settings.atoms(), settings.iterations(), encoder, false, POWER_STEPS, AtomConstraint.NONE, settings.seed()));
			case ONLINE -> Optional.empty();
			case DCT, DICTIONARY -> Optional.empty();
		};
	}
}
