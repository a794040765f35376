package io.github.sparsej.learn.hebbian;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.record.Recorder;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Require;

/**
 * Options of {@link HebbianLearner}.
 *
 * @param atoms       atoms p to learn, at least 1
 * @param batches     steps, each on one batch of signals; 0 leaves the initial dictionary as it is
 * @param batchSize   signals per batch, at least 1; fewer signals make one batch of all
 * @param eta         step size of the gradient descent, above 0 (with Adam about the change of a pixel of an atom per step)
 * @param beta1       share of Adam's running mean of the gradient that is kept, 0 or more and below 1; 0 is plain
 *                    gradient descent without Adam
 * @param beta2       share of Adam's running mean of the squared gradient that is kept, 0 or more and below 1
 * @param epsilon     Adam's guard against division by zero, above 0
 * @param encoder     the coding step
 * @param homeostasis what keeps the use of atoms fair
 * @param precisionRate weight of a new batch in the running variance that precision-weighted learning codes by
 *                    (eta_precision), 0 (without precision) to 1; needs matching pursuit as the coding step
 * @param deadAfter   batches in a row without any use after which an atom is dead and replaced, at least 1
 * @param seed        seed of all random draws
 * @param constraint  what atoms must be: a step goes to the nearest ones allowed. (Of the signs of codes the encoder decides.)
 * @param recording   what to record beyond the residual and the nonzeros of every batch; null for nothing. It changes
 *                    nothing of what is learned
 */
public record HebbianOptions(int atoms, int batches, int batchSize, double eta, double beta1, double beta2, double epsilon,
	EncoderSettings encoder, Homeostasis homeostasis, double precisionRate, int deadAfter, long seed, AtomConstraint constraint, Recording recording) implements LearnerOptions {

	/** Adam's epsilon of the published code. */
	public static final double EPSILON = 1e-8;

	/** Longer than the random gaps in the use of an atom that small batches bring about. */
	public static final int DEAD_AFTER = 20;

	public HebbianOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("batches", batches);
		Require.atLeastOne("batchSize", batchSize);
		Require.atLeastOne("deadAfter", deadAfter);
		Require.positive("eta", eta);
		Require.positive("epsilon", epsilon);
		Require.belowOne("beta1", beta1);
		Require.belowOne("beta2", beta2);
		if (encoder == null) throw new IllegalArgumentException("the coding step needs an encoder, got none");
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
		if (homeostasis == null) throw new IllegalArgumentException("homeostasis is missing; to have none, use NoHomeostasis");
		Require.fromZeroToOne("precisionRate", precisionRate);
		if (precisionRate > 0 && !(encoder instanceof MatchingPursuitOptions))
			throw new IllegalArgumentException("learning with precision (rate " + precisionRate + ") needs " + MatchingPursuitOptions.NAME + " as its coding step, got " + encoder.name());
	}

	/** Without precision, of atoms of any sign, with no records beyond the residual and the nonzeros of every batch. */
	public HebbianOptions(final int atoms, final int batches, final int batchSize, final double eta, final double beta1, final double beta2, final double epsilon,
		final EncoderSettings encoder, final Homeostasis homeostasis, final int deadAfter, final long seed) {
		this(atoms, batches, batchSize, eta, beta1, beta2, epsilon, encoder, homeostasis, 0, deadAfter, seed, AtomConstraint.NONE, null);
	}

	/** These options with precision-weighted learning at this rate; 0 for none. */
	public HebbianOptions withPrecision(final double rate) {
		return new HebbianOptions(atoms, batches, batchSize, eta, beta1, beta2, epsilon, encoder, homeostasis, rate, deadAfter, seed, constraint, recording);
	}

	/** These options for atoms that must be something else. */
	public HebbianOptions withConstraint(final AtomConstraint other) {
		return new HebbianOptions(atoms, batches, batchSize, eta, beta1, beta2, epsilon, encoder, homeostasis, precisionRate, deadAfter, seed, other, recording);
	}

	/** These options with other records; null for none. */
	public HebbianOptions withRecording(final Recording other) {
		return new HebbianOptions(atoms, batches, batchSize, eta, beta1, beta2, epsilon, encoder, homeostasis, precisionRate, deadAfter, seed, constraint, other);
	}

	@Override
	public String citation() {
		return "sparse Hebbian learning (Perrinet 2010, 2019)";
	}

	@Override
	public String learnerName() {
		return HebbianLearner.NAME;
	}

	/** Atoms, gradients and Adam's means in float64, with precision also variances, and weights in the shapes that coding needs, the atoms' Gram matrix, a batch, its residuals and its codes, the homeostasis, and what records need. */
	@Override
	public long bytesNeeded(final int signals, final int length) {
		return (precisionRate == 0 ? 5L : 10L) * Double.BYTES * atoms * length + (long) Float.BYTES * atoms * atoms + 3L * Float.BYTES * Math.min(batchSize, signals) * length + homeostasis.bytesNeeded(atoms)
			+ (recording == null ? 0 : Recorder.bytesNeeded(Math.min(recording.signals(), signals), length, atoms, recording.count(batches)));
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final Parallel parallel) {
		return new HebbianLearner(this, initial, parallel);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final LearnedState learned, final Parallel parallel) {
		return new HebbianLearner(this, initial, learned.homeostasis(), parallel);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("batches", Integer.toString(batches));
		words.put("batch size", Integer.toString(batchSize));
		words.put("eta", Double.toString(eta));
		words.put("beta1", Double.toString(beta1));
		words.put("beta2", Double.toString(beta2));
		words.put("epsilon", Double.toString(epsilon));
		words.put("encoder", encoder.name());
		words.put("homeostasis", homeostasis.name());
		words.putAll(homeostasis.inWords());
		if (precisionRate > 0) words.put("precision rate", Double.toString(precisionRate));
		words.put("dead after batches", Integer.toString(deadAfter));
		words.putAll(constraint.inWords());
		if (recording != null) words.putAll(recording.inWords());
		return words;
	}
}
