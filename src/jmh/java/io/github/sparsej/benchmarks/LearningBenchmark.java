package io.github.sparsej.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * Sparse Hebbian learning with the published settings of 2018 (441 atoms of 18 x 18, 13 steps of matching pursuit, batches of
 * 1024): some epochs of learning that goes on from a dictionary some epochs old, and encoding of the same patches alone, as often.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LearningBenchmark {

	private static final int ATOMS = 441, BATCH = 1024, BATCHES = 8, BATCHES_BEFORE = 80, EPOCHS = 4;
	/** Root mean square of a pixel of the published patches, for which the scale of quantile functions was chosen. */
	private static final double CONTRAST = 0.31;
	private static final MatchingPursuitOptions ENCODER = new MatchingPursuitOptions(13, 0, Selection.RECTIFIED);

	@Param("HAP")
	public String homeostasis;

	@Param("1")
	public int threads;

	private Signals signals;
	private DictionaryLearner learner;
	private PreparedEncoder alone;

	@Setup
	public void setUp() {
		signals = Workload.W1.signals(Patches.WHITENED, BATCH * BATCHES);
		double energy = 0;
		for (final float value : signals.values()) energy += (double) value * value;
		final float factor = (float) (CONTRAST / Math.sqrt(energy / signals.values().length));
		for (int j = 0; j < signals.values().length; j++) signals.values()[j] *= factor;
		final Parallel parallel = Parallel.of(threads);
		final LearnResult before = options(BATCHES_BEFORE).learner(InitialDictionaries.patches(Workload.W1.dictionary(Patches.WHITENED).shape()), Parallel.of(2)).learn(signals, Progress.NONE);
		learner = options(EPOCHS * BATCHES).learner(InitialDictionaries.given(before.dictionary()), before.learned(), parallel);
		alone = ENCODER.encoder(null, parallel).prepare(before.dictionary());
	}

	private HebbianOptions options(final int batches) {
		return new HebbianOptions(ATOMS, batches, BATCH, 0.0033, 0.9, 0.999, HebbianOptions.EPSILON, ENCODER,
			HomeostasisKind.named(homeostasis).create(new HomeostasisParameters(0.05, 2.5, 128, 3)), HebbianOptions.DEAD_AFTER, 1);
	}

	@Benchmark
	public LearnResult learn() {
		return learner.learn(signals, Progress.NONE);
	}

	@Benchmark
	public SparseCodes encode() {
		for (int epoch = 1; epoch < EPOCHS; epoch++) alone.encode(signals, Progress.NONE);
		return alone.encode(signals, Progress.NONE);
	}
}
