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
import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** The encoders on a workload, and the product of its signals with its atoms that each of them begins with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncoderBenchmark {

	private static final int BLOCK = 96;

	@Param({ "W1", "W2", "W3" })
	public Workload workload;

	@Param
	public Patches patches;

	@Param
	public EncoderCase encoder;

	@Param({ "1", "2" })
	public int threads;

	private Signals signals;
	private float[][] columns;
	private PreparedEncoder prepared;

	@Setup
	public void setUp() {
		final Parallel parallel = Parallel.of(threads);
		final Dictionary dictionary = workload.dictionary(patches);
		signals = workload.signals(patches);
		columns = Columns.of(dictionary.toArray(), workload.atoms, workload.length(), parallel);
		prepared = encoder.encoder(workload, patches, parallel).prepare(dictionary);
	}

	@Benchmark
	public float product() {
		final float[][] correlations = new float[BLOCK][workload.atoms];
		float last = 0;
		for (int begin = 0; begin < signals.count(); begin += BLOCK) {
			FloatProduct.best().multiply(signals.values(), signals.offset(begin), workload.length(), Math.min(BLOCK, signals.count() - begin), workload.length(), columns, workload.atoms, correlations);
			last += correlations[0][0];
		}
		return last;
	}

	@Benchmark
	public SparseCodes encode() {
		return prepared.encode(signals, Progress.NONE);
	}
}
