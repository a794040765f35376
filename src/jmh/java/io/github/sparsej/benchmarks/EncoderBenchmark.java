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
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** An encoder on a workload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncoderBenchmark {

	@Param("W1")
	public Workload workload;

	@Param("OMP")
	public EncoderCase encoder;

	@Param("1")
	public int threads;

	private Signals signals;
	private PreparedEncoder prepared;

	@Setup
	public void setUp() {
		signals = workload.signals(encoder.patches);
		prepared = encoder.options(workload, encoder.patches).encoder(null, Parallel.of(threads)).prepare(workload.dictionary(encoder.patches));
	}

	@Benchmark
	public SparseCodes encode() {
		return prepared.encode(signals, Progress.NONE);
	}
}
