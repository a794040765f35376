package io.github.sparsej.learn.mod;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Require;

/**
 * Options of {@link ModLearner}.
 *
 * @param atoms       atoms p to learn, at least 1
 * @param sweeps      times that all signals are encoded and all atoms found anew; 0 leaves the initial dictionary as it is
 * @param encoder     the coding step
 * @param homeostasis what keeps the use of atoms fair, where the encoder selects by score
 * @param coherence   |inner product| of two atoms above which they are near-duplicates, above 0; 1 or more: there are none
 * @param constraint  what atoms must be. (Of the signs of codes the encoder decides.)
 * @param seed        seed of all random draws
 */
public record ModOptions(int atoms, int sweeps, EncoderSettings encoder, Homeostasis homeostasis, double coherence, AtomConstraint constraint, long seed) implements LearnerOptions {

	public ModOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("sweeps", sweeps);
		if (!(coherence > 0)) throw new IllegalArgumentException("coherence must be above 0, got " + coherence);
		if (encoder == null) throw new IllegalArgumentException("the coding step needs an encoder, got none");
		if (homeostasis == null) throw new IllegalArgumentException("homeostasis is missing; to have none, use NoHomeostasis");
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
	}

	/** For atoms of any sign, of which near-duplicates are replaced. */
	public ModOptions(final int atoms, final int sweeps, final EncoderSettings encoder, final Homeostasis homeostasis, final long seed) {
		this(atoms, sweeps, encoder, homeostasis, AtomReplacement.NEARLY_SAME, AtomConstraint.NONE, seed);
	}

	/** These options for atoms that must be something else. */
	public ModOptions withConstraint(final AtomConstraint other) {
		return new ModOptions(atoms, sweeps, encoder, homeostasis, coherence, other, seed);
	}

	@Override
	public String citation() {
		return "method of optimal directions (Engan, Aase & Husoy 1999)";
	}

	@Override
	public String learnerName() {
		return ModLearner.NAME;
	}

	/** A, its factor and its copy in the result in float64, and the atoms' Gram matrix; B, its copy in the result, and atoms before and after; some signals at a time with what is left of them, and a number for each signal; the homeostasis. */
	@Override
	public long bytesNeeded(final int signals, final int length) {
		return ((3L * Double.BYTES + Float.BYTES) * atoms + (4L * Double.BYTES + 4L * Float.BYTES) * length) * atoms + 3L * Float.BYTES * Math.min(StatisticsSum.CHUNK, signals) * length + (long) Double.BYTES * signals + homeostasis.bytesNeeded(atoms);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final Parallel parallel) {
		return new ModLearner(this, initial, parallel);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final LearnedState learned, final Parallel parallel) {
		return new ModLearner(this, initial, learned.homeostasis(), parallel);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("sweeps", Integer.toString(sweeps));
		words.put("encoder", encoder.name());
		words.put("homeostasis", homeostasis.name());
		words.putAll(homeostasis.inWords());
		words.put("coherence of duplicates", Double.toString(coherence));
		words.putAll(constraint.inWords());
		return words;
	}
}
