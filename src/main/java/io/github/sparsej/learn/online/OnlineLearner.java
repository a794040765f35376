package io.github.sparsej.learn.online;

import java.util.SplittableRandom;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.start.StartAtoms;
import io.github.sparsej.learn.step.BatchLearning;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SufficientStatistics;

/**
 * Online dictionary learning (Mairal, Bach, Ponce &amp; Sapiro 2010, JMLR 11): the dictionary D that suits the codes of all
 * batches so far best, found from their sufficient statistics A and B alone.
 * <p>
 * The K signals are shuffled once and split into floor(K / B) batches, which are gone through in turn. For batch t, counted from 1:
 * <ol>
 * <li>a = codes of the batch X in D, with the homeostasis learned so far
 * <li>A = beta_t A + sum a a', B = beta_t B + sum a x', where beta_t = (1 - 1/t)^rho, so that batch i has the weight
 * (i / t)^rho (section 3.4.2); beta_t = 1 for rho = 0
 * <li>D goes down 1/2 tr(D' A D) - tr(D' B) by one or more passes of {@link io.github.sparsej.learn.step.AtomDescent}: each atom
 * becomes u_j = (b_j - sum over k &ne; j of A_jk d_k) / A_jj, brought to the nearest one allowed
 * <li>the homeostasis learns from a; it is used from the next batch on
 * <li>after every {@code deadAfter} batches, atoms that none of these used, atoms of whose last update nothing was left, and of
 * two near-duplicates the one less used are replaced by the signals of this batch with the largest residuals, with no
 * statistics of before
 * </ol>
 * Atoms have unit norm, where the paper allows smaller ones: of all atoms of unit norm u_j / |u_j| is the best one, as the
 * objective depends on |d_j - u_j| only. (With an l1 penalty atoms of the paper reach unit norm by themselves, because longer atoms
 * make cheaper codes; where atoms are selected by their correlation, or codes fitted by least squares, their norm says nothing
 * that codes do not say.) So no step of the descent raises the objective of step 3.
 * <p>
 * The result has A, B and t: a learner that begins with these goes on with batch t + 1, as if it had never ended, for the same
 * seed and signals. (Adopted from elsewhere, a dictionary may come without them: then past signals count for nothing.) Homeostasis
 * acts through the selection of matching pursuit, and has no effect on other encoders.
 * <p>
 * Recorded are the curves of {@link BatchLearning}. Immutable and thread-safe.
 */
public final class OnlineLearner implements DictionaryLearner {

	public static final String NAME = "Online dictionary learning";

	private final OnlineOptions options;
	private final InitialDictionary initial;
	private final LearnedState learned;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public OnlineLearner(final OnlineOptions options, final InitialDictionary initial, final Parallel parallel) {
		this(options, initial, null, parallel);
	}

	/**
	 * @param initial where learning begins
	 * @param learned what is known of these atoms, be it by another homeostasis; null for nothing
	 */
	public OnlineLearner(final OnlineOptions options, final InitialDictionary initial, final LearnedState learned, final Parallel parallel) {
		this.options = options;
		this.initial = initial;
		this.learned = learned;
		this.parallel = parallel;
	}

	@Override
	public LearnResult learn(final Signals signals, final Progress progress) {
		Structure.require(signals, parallel);
		final SplittableRandom random = new SplittableRandom(options.seed());
		final StartAtoms start = StartAtoms.of(initial, options.atoms(), options.constraint(), signals, random.split());
		final Batches batches = new Batches(signals.count(), options.batchSize(), random.split());
		final LearnedState before = learned != null ? learned : new LearnedState(options.homeostasis().initial(options.atoms()), SufficientStatistics.none(options.atoms(), signals.length()));
		final OnlineStep step = new OnlineStep(options, start.dictionary(), before, parallel);
		final BatchLearning learning = new BatchLearning(options.batches(), options.encoder(), options.recording(), parallel);
		final boolean complete = learning.run(step, signals, batches, before.statistics().batches(), random.split(), progress);
		return new LearnResult(step.dictionary(), step.homeostasis(), step.statistics(), learning.curves(), learning.atomRecords(), start.replaced().plus(step.replaced()), complete);
	}
}
