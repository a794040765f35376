package io.github.sparsej.learn.hebbian;

import java.util.SplittableRandom;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.StartAtoms;
import io.github.sparsej.learn.step.BatchLearning;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * Sparse Hebbian learning (Perrinet 2010, 2019): stochastic descent of 1/2 ||X - a D||_F^2 in the dictionary D, with codes
 * a of a sparse encoder whose selection a homeostasis keeps fair.
 * <p>
 * The K signals are shuffled once and split into floor(K / B) batches, which are gone through in turn. For each:
 * <ol>
 * <li>a = codes of the batch X in D, with the homeostasis learned so far
 * <li>g = -(1/B) a^T (X - a D), where B is the nominal batch size (or K, if smaller)
 * <li>the homeostasis learns from a; it is used from the next batch on
 * <li>D is moved down g by Adam, or by plain steps -eta g where beta1 is 0
 * <li>every atom is divided by its l2 norm
 * <li>an atom without direction (zero, not finite), or not used over {@code deadAfter} batches in a row, is replaced by
 * the signal of this batch with the largest residual
 * </ol>
 * With precision (Perrinet 2019, its code), each atom looks at the pixels by weights of its own, the inverse of a running
 * variance: a is then the code of {@link io.github.sparsej.encode.greedy.PrecisionWeightedPursuit}, and atoms are moved in the
 * length in which sum_j W_ij D_ij^2 = 1. The dictionary that comes out has unit l2 norm as any other; the precisions are a
 * matter of learning alone, and no part of the model.
 * <p>
 * Recorded at every batch: ||X - a D||_F / ||X||_F, and the mean number of nonzeros; and where the options ask for it,
 * every few batches what a {@link io.github.sparsej.learn.record.Recorder} measures after the update, on signals drawn anew. Records have a random source
 * of their own, and change nothing of what is learned. Immutable and thread-safe.
 */
public final class HebbianLearner implements DictionaryLearner {

	public static final String NAME = "Sparse Hebbian learning";

	private final HebbianOptions options;
	private final InitialDictionary initial;
	private final HomeostasisState learned;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public HebbianLearner(final HebbianOptions options, final InitialDictionary initial, final Parallel parallel) {
		this(options, initial, options.homeostasis().initial(options.atoms()), parallel);
	}

	/**
	 * @param initial where learning begins
	 * @param learned what is known of the use of these atoms, be it by another homeostasis; Adam begins anew
	 */
	public HebbianLearner(final HebbianOptions options, final InitialDictionary initial, final HomeostasisState learned, final Parallel parallel) {
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
		final HebbianStep step = new HebbianStep(options, start.dictionary(), learned, Math.min(options.batchSize(), signals.count()), parallel);
		final BatchLearning learning = new BatchLearning(options.batches(), options.encoder(), options.recording(), parallel);
		final boolean complete = learning.run(step, signals, batches, 0, random.split(), progress);
		return new LearnResult(step.dictionary(), step.homeostasis(), learning.curves(), learning.atomRecords(), start.replaced().plus(step.replaced()), complete);
	}
}
