package io.github.sparsej.benchmarks;

import java.util.concurrent.TimeUnit;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;

/** 4096 signals of length 324 times 441 atoms, on one thread: ours and OpenBLAS' sgemm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {

	private static final int SIGNALS = 4096;
	private static final int LENGTH = Workload.W1.length();
	private static final int ATOMS = Workload.W1.atoms;

	private float[] signals;
	private float[][] columns;
	private float[][] correlations;
	private FloatPointer nativeSignals;
	private FloatPointer nativeAtoms;
	private FloatPointer nativeCorrelations;

	@Setup
	public void setUp() {
		signals = Workload.W1.signals(Patches.MEAN_REMOVED).values();
		final float[] atoms = Workload.W1.dictionary(Patches.MEAN_REMOVED).toArray();
		columns = Columns.of(atoms, ATOMS, LENGTH, Parallel.SERIAL);
		correlations = new float[SIGNALS][ATOMS];
		openblas.blas_set_num_threads(1);
		nativeSignals = new FloatPointer(signals);
		nativeAtoms = new FloatPointer(atoms);
		nativeCorrelations = new FloatPointer((long) SIGNALS * ATOMS);
	}

	@Benchmark
	public float[][] ours() {
		FloatProduct.best().multiply(signals, 0, LENGTH, SIGNALS, LENGTH, columns, ATOMS, correlations);
		return correlations;
	}

	@Benchmark
	public FloatPointer openBlas() {
		openblas.cblas_sgemm(openblas.CblasRowMajor, openblas.CblasNoTrans, openblas.CblasTrans, SIGNALS, ATOMS, LENGTH, 1, nativeSignals, LENGTH, nativeAtoms, LENGTH, 0, nativeCorrelations, ATOMS);
		return nativeCorrelations;
	}
}
