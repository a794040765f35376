package io.github.sparsej.command;

import java.util.Set;

import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.LocallyGreedyDescent;
import io.github.sparsej.convolve.pursuit.LocallyGreedyDescentOptions;
import io.github.sparsej.convolve.pursuit.LocallyGreedyPursuit;
import io.github.sparsej.convolve.pursuit.LocallyGreedyPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.imagej.Notes;

/**
 * The values of the keys that tell how atoms are placed in images, as a macro gave them: not checked yet, and null where they could not be read.
 *
 * @param given those that the user named; the others are as learned, where learning has them
 */
record PlacingKeys(Integer nonzeros, Double threshold, Double residual, Double lambda, Boolean refit, Boolean nonnegative, String order, String mask, Set<String> given) {

	static final String GLOBAL = "Global", LOCAL = "Local";
	static final String AS_LEARNED = "As learned", EXACT = "Exact";

	/** Largest change of a coefficient that l1 coding leaves undone, as a share of the largest correlation. */
	private static final double TOLERANCE = 1e-4;
	private static final long MOST_UPDATES = 1L << 40;

	/** Whether coding is by l1, not by pursuit. */
	private boolean isPenalised() {
		return Check.range("lambda", lambda, 0, 1e30) > 0;
	}

	private boolean isLocal() {
		return Check.choice("order", order, GLOBAL, LOCAL).equals(LOCAL);
	}

	/** The mask's weights for an encoder; null for none. */
	float[] maskOf(final Layer layer) {
		final boolean none = Check.choice("mask", mask, AS_LEARNED, EXACT, Keys.NONE).equals(Keys.NONE);
		return none || layer.mask().isNone() ? null : layer.mask().values(layer.dictionary().shape());
	}

	/** What a mask means: all but pursuit in the order of the whole image know the exact one alone. */
	MaskTreatment treatment(final Layer layer) {
		return mask.equals(EXACT) || isPenalised() || isLocal() ? MaskTreatment.EXACT : layer.pursuit().mask();
	}

	/**
	 * The encoder to place a layer's atoms with.
	 *
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	ConvolutionalEncoder encoder(final Layer layer) {
		final ConvolutionalPursuitOptions options = pursuit(layer);
		final boolean refitted = Check.flag("refit", refit);
		if (isPenalised()) {
			if (isLocal()) Notes.say("key order is not used by l1 coding (lambda above 0), which is locally greedy in any case");
			tellUnused("nonzeros", "l1 coding (lambda above 0)");
			tellUnused("threshold", "l1 coding (lambda above 0)");
			return new LocallyGreedyDescent(new LocallyGreedyDescentOptions(lambda, LocallyGreedyDescentOptions.Scale.ABSOLUTE, options.nonnegative(), TOLERANCE, MOST_UPDATES, refitted), SparseJCommand.parallel());
		}
		if (refitted) Notes.say("key refit is not used by pursuit (lambda=0)");
		if (!isLocal()) return new ConvolutionalPursuit(options, SparseJCommand.parallel());
		if (options.threshold() == 0) throw new IllegalArgumentException("threshold=" + threshold + ": order=[" + LOCAL + "] ends where no coefficient reaches the threshold; a positive one is needed");
		tellUnused("nonzeros", "order=" + LOCAL);
		return new LocallyGreedyPursuit(new LocallyGreedyPursuitOptions(options.threshold(), options.nonnegative()), SparseJCommand.parallel());
	}

	private void tellUnused(final String key, final String by) {
		if (given.contains(key)) Notes.say("key " + key + " is not used by " + by);
	}

	/** As learned but for the keys that were named. */
	private ConvolutionalPursuitOptions pursuit(final Layer layer) {
		final ConvolutionalPursuitOptions learned = layer.pursuit();
		final int most = Check.range("nonzeros", nonzeros, 1, ConvolutionalKeys.MOST_PLACED);
		final double least = Check.range("threshold", threshold, 0, 1e30);
		if (residual == null || !(residual >= 0 && residual < 1)) throw new IllegalArgumentException("residual=" + residual + ": a number of 0 or more and below 1 is needed");
		final boolean onlyPositive = Check.flag("nonnegative", nonnegative) || learned.nonnegative();
		final ConvolutionalPursuitOptions chosen = new ConvolutionalPursuitOptions(given.contains("nonzeros") ? most : learned.maxCount(), given.contains("threshold") ? least : learned.threshold(), residual, onlyPositive,
			learned.relaxation(), treatment(layer));
		if (!isPenalised() && !isLocal() && (chosen.maxCount() != learned.maxCount() || chosen.threshold() != learned.threshold()))
			Notes.say("up to " + chosen.maxCount() + " atoms an image with threshold " + chosen.threshold() + " are placed, instead of " + learned.maxCount() + " with " + learned.threshold() + " as learned");
		return chosen;
	}
}
