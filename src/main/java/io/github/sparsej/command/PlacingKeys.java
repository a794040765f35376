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
import io.github.sparsej.convolve.pursuit.Scale;
import io.github.sparsej.imagej.Notes;

/**
 * The values of the keys that tell how atoms are placed in images, as a macro gave them: not checked yet, and null where they could not be read.
 *
 * @param given those that the user named; the others are as learned, where learning has them
 */
record PlacingKeys(Integer nonzeros, Double threshold, Double residual, Double lambda, Boolean relative, Boolean refit, Boolean nonnegative, String order, String mask, Set<String> given) {

	static final String GLOBAL = "Global", LOCAL = "Local";
	static final String AS_LEARNED = "As learned", EXACT = "Exact";

	/** Largest change of a coefficient that l1 coding leaves undone, as a share of the largest correlation. */
	private static final double TOLERANCE = 1e-4;
	private static final long MOST_UPDATES = 1L << 40;

	/** Whether coding is by l1, not by pursuit. */
	private boolean isPenalised() {
		return Check.range("lambda", lambda, 0, largest()) > 0;
	}

	private Scale scale() {
		return Check.flag("relative", relative) ? Scale.OF_LARGEST : Scale.ABSOLUTE;
	}

	private double largest() {
		return scale() == Scale.OF_LARGEST ? 1 : 1e30;
	}

	private boolean isLocal() {
		return Check.choice("order", order, GLOBAL, LOCAL).equals(LOCAL);
	}

	/** The mask's weights for an encoder; null for none. */
	float[] maskOf(final Layer layer) {
		final boolean none = Check.choice("mask", mask, Keys.NONE, EXACT, AS_LEARNED).equals(Keys.NONE);
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
			return new LocallyGreedyDescent(new LocallyGreedyDescentOptions(lambda, scale(), options.nonnegative(), TOLERANCE, MOST_UPDATES, refitted), SparseJCommand.parallel());
		}
		if (refitted) Notes.say("key refit is not used by pursuit (lambda=0)");
		if (!isLocal()) return new ConvolutionalPursuit(options, scale(), SparseJCommand.parallel());
		if (options.threshold() == 0) throw new IllegalArgumentException("threshold=" + threshold + ": order=[" + LOCAL + "] ends where no coefficient reaches the threshold; a positive one is needed");
		tellUnused("nonzeros", "order=" + LOCAL);
		return new LocallyGreedyPursuit(new LocallyGreedyPursuitOptions(options.threshold(), scale(), options.nonnegative()), SparseJCommand.parallel());
	}

	private void tellUnused(final String key, final String by) {
		if (given.contains(key)) Notes.say("key " + key + " is not used by " + by);
	}

	/** As learned but for the keys that were named. */
	private ConvolutionalPursuitOptions pursuit(final Layer layer) {
		final ConvolutionalPursuitOptions learned = layer.pursuit();
		Check.range("nonzeros", nonzeros, 0, ConvolutionalKeys.MOST_PLACED);
		final double least = Check.range("threshold", threshold, 0, largest());
		if (residual == null || !(residual >= 0 && residual < 1)) throw new IllegalArgumentException("residual=" + residual + ": a number of 0 or more and below 1 is needed");
		final boolean onlyPositive = Check.flag("nonnegative", nonnegative) || learned.nonnegative();
		final ConvolutionalPursuitOptions chosen = new ConvolutionalPursuitOptions(most(layer), given.contains("threshold") || scale() == Scale.OF_LARGEST ? least : learned.threshold(), residual, onlyPositive,
			learned.relaxation(), treatment(layer));
		if (!isPenalised() && !isLocal() && (chosen.maxCount() != learned.maxCount() || chosen.threshold() != learned.threshold())) tell(chosen, learned, maskOf(layer) == null || chosen.mask() == MaskTreatment.EXACT);
		return chosen;
	}

	/** Most atoms an image: no number of its own where another end was named, unless the mask as published makes that end uncertain. */
	private int most(final Layer layer) {
		final boolean ends = threshold > 0 || residual > 0, sure = maskOf(layer) == null || treatment(layer) == MaskTreatment.EXACT;
		if (given.contains("nonzeros") && nonzeros > 0) return nonzeros;
		if (given.contains("nonzeros") && !isPenalised() && !isLocal() && !(ends && sure))
			throw new IllegalArgumentException("nonzeros=0: without a number of atoms, a threshold or a residual above 0 is needed" + (sure ? "" : ", and mask=[" + Keys.NONE + "] or mask=[" + EXACT + "]"));
		return ends && sure ? ConvolutionalKeys.MOST_PLACED : layer.pursuit().maxCount();
	}

	private void tell(final ConvolutionalPursuitOptions chosen, final ConvolutionalPursuitOptions learned, final boolean exact) {
		final String count = chosen.maxCount() == ConvolutionalKeys.MOST_PLACED ? "as many atoms an image as reach the threshold or residual asked for" : "up to " + chosen.maxCount() + " atoms an image with threshold " + chosen.threshold();
		Notes.say(count + " are placed, instead of " + learned.maxCount() + " with " + learned.threshold() + " as learned");
		if (!exact && chosen.maxCount() > learned.maxCount()) Notes.say("coding by a mask as published is approximate: more atoms than in learning may not leave less, as they do with mask=[" + Keys.NONE + "] or mask=[" + EXACT + "]");
	}
}
