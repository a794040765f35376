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

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;

/** The product of a workload's signals with its atoms that each encoder begins with, on one thread: the unit of its time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CorrelationBenchmark {

	private static final int BLOCK = 96;

	@Param("W1")
	public Workload workload;

	private Signals signals;
	private float[][] columns;

	@Setup
	public void setUp() {
		signals = workload.signals(Patches.MEAN_REMOVED);
		columns = Columns.of(workload.dictionary(Patches.MEAN_REMOVED).toArray(), workload.atoms, workload.length(), Parallel.SERIAL);
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
}
