package io.github.sparsej.learn.closedform;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Require;

/**
 * Options of {@link ClosedFormLearner}.
 *
 * @param atoms      atoms h to learn, at least 1; more than values per signal are allowed
 * @param iterations how many times atoms and then sources are made better; 0 leaves the initial dictionary as it is
 * @param objective  what is lowered, with its lambda and eta. Its lambda is twice that of an encoder: {@link Objective#ofHalf}
 *                   makes one of an encoder's lambda
 * @param sources    how sources are made better
 * @param constraint what atoms must be: anything, or of zero mean. Nonnegative atoms have no closed form
 * @param seed       seed of the initial dictionary's random draws; nothing else is random
 */
public record ClosedFormOptions(int atoms, int iterations, Objective objective, SourceUpdate sources, AtomConstraint constraint, long seed) implements LearnerOptions {

	/** Arrays of h x h and of h x d numbers that there are at the same time, at most. */
	private static final long SQUARES = 8, DICTIONARIES = 6;

	public ClosedFormOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("iterations", iterations);
		if (objective == null) throw new IllegalArgumentException("the objective is missing");
		if (sources == null) throw new IllegalArgumentException("sources must be RELAXED or LASSO, got nothing");
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
		if (constraint.nonnegative()) throw new IllegalArgumentException("atoms that must be nonnegative have no closed form: use another learner for them");
	}

	/** With atoms of any values. */
	public ClosedFormOptions(final int atoms, final int iterations, final Objective objective, final SourceUpdate sources, final long seed) {
		this(atoms, iterations, objective, sources, AtomConstraint.NONE, seed);
	}

	@Override
	public String citation() {
		return "dictionary learning by closed forms (course material of TU Berlin, Machine Learning 2)";
	}

	@Override
	public String learnerName() {
		return ClosedFormLearner.NAME;
	}

	/**
	 * The lasso with the lambda of these sources, for atoms of unit length. Which lengths the atoms have is known only after learning:
	 * the encoder to keep with the dictionary, {@link io.github.sparsej.learn.LearnResult#encoder()}, has a weight for each.
	 */
	@Override
	public EncoderSettings encoder() {
		return encoder(new double[0]);
	}

	/** @param weights of atoms, one each; none where all are equal */
	CoordinateDescentOptions encoder(final double[] weights) {
		return new CoordinateDescentOptions(Penalty.lasso(objective.halfLambda()).weighted(weights), Convergence.DEFAULT);
	}

	/** Signals and sources in float64, the atoms in several forms and their Gram matrix, sums over the sources and the factor of their matrix. */
	@Override
	public long bytesNeeded(final int signals, final int length) {
		return Double.BYTES * ((long) signals * length + (long) signals * atoms + SQUARES * atoms * atoms + DICTIONARIES * atoms * length);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final Parallel parallel) {
		return new ClosedFormLearner(this, initial, parallel);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("iterations", Integer.toString(iterations));
		words.put("lambda without 1/2", Double.toString(objective.lambda()));
		words.put("eta", Double.toString(objective.eta()));
		words.put("sources", sources.label());
		words.putAll(constraint.inWords());
		return words;
	}
}
