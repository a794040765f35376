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

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** One epoch of online learning on W1 with 65536 signals, coded by orthogonal matching pursuit, and encoding of the same signals alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OnlineBenchmark {

	private static final int SIGNALS = 65536;

	@Param("1024")
	public int batchSize;

	@Param("2")
	public int threads;

	private Signals signals;
	private DictionaryLearner learner;
	private PreparedEncoder alone;

	@Setup
	public void setUp() {
		signals = Workload.W1.signals(Patches.MEAN_REMOVED, SIGNALS);
		final Dictionary start = Workload.W1.dictionary(Patches.MEAN_REMOVED);
		final EncoderOptions encoder = EncoderCase.OMP.options(Workload.W1, Patches.MEAN_REMOVED);
		final Parallel parallel = Parallel.of(threads);
		learner = new OnlineOptions(start.atomCount(), SIGNALS / batchSize, batchSize, encoder, new NoHomeostasis(HomeostasisParameters.DEFAULT), 1).learner(InitialDictionaries.given(start), parallel);
		alone = encoder.encoder(null, parallel).prepare(start);
	}

	@Benchmark
	public LearnResult learn() {
		return learner.learn(signals, Progress.NONE);
	}

	@Benchmark
	public SparseCodes encode() {
		return alone.encode(signals, Progress.NONE);
	}
}
