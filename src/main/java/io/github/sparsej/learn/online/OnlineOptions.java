package io.github.sparsej.learn.online;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.record.Recorder;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Require;

/**
 * Options of {@link OnlineLearner}.
 *
 * @param atoms       atoms p to learn, at least 1
 * @param batches     steps, each on one batch of signals; 0 leaves the initial dictionary as it is
 * @param batchSize   signals per batch, at least 1; fewer signals make one batch of all
 * @param encoder     the coding step
 * @param homeostasis what keeps the use of atoms fair, where the encoder selects by score
 * @param forgetting  rho, 0 (all batches count alike) or more: batch i of t has the weight (i / t)^rho
 * @param passes      passes of block coordinate descent per batch, at least 1: over all atoms, or, where a batch has fewer than
 *                    {@value #SIGNALS_PER_UPDATE} signals per atom, over one atom for so many signals, going on where the batch before ended
 * @param deadAfter   batches after which, again and again, atoms that none of them used and near-duplicates are replaced, at
 *                    least 1
 * @param coherence   |inner product| of two atoms above which they are near-duplicates, above 0; 1 or more: there are none
 * @param constraint  what atoms must be. (Of the signs of codes the encoder decides.)
 * @param seed        seed of all random draws
 * @param recording   what to record beyond the residual and the nonzeros of every batch; null for nothing. It changes
 *                    nothing of what is learned
 */
public record OnlineOptions(int atoms, int batches, int batchSize, EncoderSettings encoder, Homeostasis homeostasis, double forgetting, int passes, int deadAfter, double coherence,
	AtomConstraint constraint, long seed, Recording recording) implements LearnerOptions {

	/** Of the last quarter of all batches two thirds of the weight: the codes of the first ones are those of a dictionary that had learned little. */
	public static final double FORGETTING = 3;

	/** Signals that come for each atom that is updated: so the updates take no more than half the operations that the correlations of the signals do. */
	public static final int SIGNALS_PER_UPDATE = 4;

	/** Longer than the random gaps in the use of an atom that small batches bring about. */
	public static final int DEAD_AFTER = 20;

	public OnlineOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("batches", batches);
		Require.atLeastOne("batchSize", batchSize);
		Require.atLeastOne("passes", passes);
		Require.atLeastOne("deadAfter", deadAfter);
		Require.notNegative("forgetting", forgetting);
		if (!(coherence > 0)) throw new IllegalArgumentException("coherence must be above 0, got " + coherence);
		if (encoder == null) throw new IllegalArgumentException("the coding step needs an encoder, got none");
		if (homeostasis == null) throw new IllegalArgumentException("homeostasis is missing; to have none, use NoHomeostasis");
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
	}

	/** One pass per batch, with {@link #FORGETTING}, for atoms of any sign, and with no records beyond those of every batch. */
	public OnlineOptions(final int atoms, final int batches, final int batchSize, final EncoderSettings encoder, final Homeostasis homeostasis, final long seed) {
		this(atoms, batches, batchSize, encoder, homeostasis, FORGETTING, 1, DEAD_AFTER, AtomReplacement.NEARLY_SAME, AtomConstraint.NONE, seed, null);
	}

	/** These options with another number of steps. */
	public OnlineOptions withBatches(final int other) {
		return new OnlineOptions(atoms, other, batchSize, encoder, homeostasis, forgetting, passes, deadAfter, coherence, constraint, seed, recording);
	}

	/** These options with another rho. */
	public OnlineOptions withForgetting(final double other) {
		return new OnlineOptions(atoms, batches, batchSize, encoder, homeostasis, other, passes, deadAfter, coherence, constraint, seed, recording);
	}

	/** These options for atoms that must be something else. */
	public OnlineOptions withConstraint(final AtomConstraint other) {
		return new OnlineOptions(atoms, batches, batchSize, encoder, homeostasis, forgetting, passes, deadAfter, coherence, other, seed, recording);
	}

	/** These options with other records; null for none. */
	public OnlineOptions withRecording(final Recording other) {
		return new OnlineOptions(atoms, batches, batchSize, encoder, homeostasis, forgetting, passes, deadAfter, coherence, constraint, seed, other);
	}

	@Override
	public String citation() {
		return "online dictionary learning (Mairal, Bach, Ponce & Sapiro 2010)";
	}

	@Override
	public String learnerName() {
		return OnlineLearner.NAME;
	}

	/** A in float64, and in float32 once as the descent needs it and once in the result; B, its copy in the result, the atoms, their products and their changes; the atoms' Gram matrix; a batch, its rows and residuals; the homeostasis, and what records need. */
	@Override
	public long bytesNeeded(final int signals, final int length) {
		return (3L * Double.BYTES * length + (2L * Float.BYTES + 2L * Double.BYTES) * atoms + 6L * Float.BYTES * length) * atoms + 3L * Float.BYTES * Math.min(batchSize, signals) * length + homeostasis.bytesNeeded(atoms)
			+ (recording == null ? 0 : Recorder.bytesNeeded(Math.min(recording.signals(), signals), length, atoms, recording.count(batches)));
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final Parallel parallel) {
		return new OnlineLearner(this, initial, parallel);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final LearnedState learned, final Parallel parallel) {
		return new OnlineLearner(this, initial, learned, parallel);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("batches", Integer.toString(batches));
		words.put("batch size", Integer.toString(batchSize));
		words.put("encoder", encoder.name());
		words.put("homeostasis", homeostasis.name());
		words.putAll(homeostasis.inWords());
		words.put("forgetting", Double.toString(forgetting));
		words.put("passes per batch", Integer.toString(passes));
		words.put("dead after batches", Integer.toString(deadAfter));
		words.put("coherence of duplicates", Double.toString(coherence));
		words.putAll(constraint.inWords());
		if (recording != null) words.putAll(recording.inWords());
		return words;
	}
}
