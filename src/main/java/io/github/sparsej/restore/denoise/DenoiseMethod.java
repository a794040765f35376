package io.github.sparsej.restore.denoise;

import java.util.Optional;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;

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

	/** Of K-SVD, per atom and sweep: a second one is worth 0.02 dB on the mean. */
	private static final int POWER_STEPS = 2;

	/**
	 * Of online learning, patches per batch: as good as 512 and 2048 on ascent, astronaut, cell and retina with sigma 15 and 50. Coding
	 * by the lasso with lambda 3 sigma learns atoms that are 0.1 dB better on photographs, but 0.3 dB worse on fluorescent nuclei, where structure is rare.
	 */
	private static final int BATCH = 1024;
	/**
	 * The weight of a batch rises with so high a power of its number that the batches of the last half of a pass are most of what is learned
	 * from: since codes of earlier atoms are of little use. Over weights that rise evenly this is worth 0.4 dB on ascent with sigma 15, 0.06 dB with 50, and nothing on cell.
	 */
	private static final double FORGETTING_PER_PASS = 2;
	/** Of the running mean of the atoms' use, which is not looked at here. */
	private static final double ACTIVITY_RATE = 0.05;

	private final String label;

	DenoiseMethod(final String label) {
		this.label = label;
	}

	/** As in menus and macros. */
	public String label() {
		return label;
	}

	/** The method in words, with authors and years of what it follows. */
	public String citation() {
		return "denoising by sparse codes (Elad & Aharon 2006), " + switch (this) {
			case KSVD -> "atoms by K-SVD (Aharon, Elad & Bruckstein 2006; approximate: Rubinstein, Zibulevsky & Elad 2008)";
			case ONLINE -> "atoms by online dictionary learning (Mairal, Bach, Ponce & Sapiro 2010)";
			case DCT -> "cosines as atoms";
			case DICTIONARY -> "atoms given";
		};
	}

	/**
	 * How this method learns from patches whose noise has standard deviation 1.
	 *
	 * @param patches that there are to learn from
	 * @return nothing where it does not
	 */
	Optional<LearnerOptions> learner(final DictionarySettings settings, final DenoiseOptions options, final int patches) {
		final OmpOptions encoder = options.encoder(settings.shape().length());
		return switch (this) {
			case KSVD -> Optional.of(new KsvdOptions(settings.atoms(), settings.iterations(), encoder, false, POWER_STEPS, AtomConstraint.NONE, settings.seed()));
			case ONLINE -> Optional.of(online(settings, encoder, Math.max(1, patches / BATCH)));
			case DCT, DICTIONARY -> Optional.empty();
		};
	}

	private static OnlineOptions online(final DictionarySettings settings, final OmpOptions encoder, final int batchesPerPass) {
		final int batches = (int) Math.min(Integer.MAX_VALUE, (long) settings.iterations() * batchesPerPass);
		return new OnlineOptions(settings.atoms(), batches, BATCH, encoder, new NoHomeostasis(ACTIVITY_RATE), FORGETTING_PER_PASS * settings.iterations(), 1, batchesPerPass, AtomReplacement.NEARLY_SAME, AtomConstraint.NONE, settings.seed(), null);
	}
}
