package io.github.sparsej.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.relu.ReluAutoencoder;
import io.github.sparsej.autoencoder.relu.ReluOptions;
import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.whiten.Standardization;

/**
 * The auto-encoder of rectified units at the size of the published run on faces (1036 values, 400 units, batches of 100), here
 * on parts of patches: iterations that go on from weights some iterations old, and the five matrix products of each of these
 * alone (codes, residuals, their gradient back, and the gradients of encoder and decoder), of matrices without zeros, by the
 * same kernel on the same threads, in pieces as learning has them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReluBenchmark {

	private static final int SIGNALS = 400, PATCH = 33, LENGTH = 1036, UNITS = 400, BATCH = 100, BEFORE = 500, ITERATIONS = 200;
	/** Rows per piece of work, as learning has them. */
	private static final int CHUNK = 24;

	@Param({ "0", "1" })
	public double lambda;

	@Param("1")
	public int threads;

	private double[][] signals;
	private ReluAutoencoder learner;
	private Parallel parallel;

	/** A (rows x inner) in one piece, B (inner x columns) and C (rows x columns). */
	private record Product(int rows, int inner, int columns, double[] a, double[][] b, double[][] c) {

		static Product of(final int rows, final int inner, final int columns, final SplittableRandom random) {
			final double[][] b = new double[inner][];
			Arrays.setAll(b, k -> random.doubles(columns, -1, 1).toArray());
			return new Product(rows, inner, columns, random.doubles((long) rows * inner, -1, 1).toArray(), b, new double[rows][columns]);
		}

		void multiply(final Parallel parallel) {
			parallel.forChunks(rows, CHUNK, (begin, end) -> DoubleProduct.best().multiply(a, begin * inner, inner, end - begin, inner, b, columns, Arrays.copyOfRange(c, begin, end)));
		}
	}

	private Product[] products;

	@Setup
	public void setUp() {
		final float[] patches = Patches.MEAN_REMOVED.cut(SIGNALS, PATCH, new SplittableRandom(2)), parts = new float[SIGNALS * LENGTH];
		for (int i = 0; i < SIGNALS; i++) System.arraycopy(patches, i * PATCH * PATCH, parts, i * LENGTH, LENGTH);
		final Signals raw = Signals.of(SIGNALS, LENGTH, parts), standard = Standardization.fit(raw).apply(raw);
		signals = new double[SIGNALS][LENGTH];
		for (int i = 0; i < SIGNALS; i++) for (int k = 0; k < LENGTH; k++) signals[i][k] = standard.value(i, k);
		parallel = Parallel.of(threads);
		final AutoencoderResult before = new ReluAutoencoder(ReluOptions.of(UNITS, lambda, BEFORE, 1).withBatchSize(BATCH).withRecordEvery(BEFORE), Parallel.of(2)).learn(signals, Progress.NONE);
		learner = new ReluAutoencoder(ReluOptions.of(UNITS, lambda, ITERATIONS, 2).withBatchSize(BATCH).withRecordEvery(ITERATIONS), before.network(), null, parallel);
		final SplittableRandom random = new SplittableRandom(3);
		products = new Product[] { Product.of(BATCH, LENGTH, UNITS, random), Product.of(BATCH, UNITS, LENGTH, random), Product.of(BATCH, LENGTH, UNITS, random), Product.of(UNITS, BATCH, LENGTH, random), Product.of(LENGTH, BATCH, UNITS, random) };
	}

	@Benchmark
	public AutoencoderResult learn() {
		return learner.learn(signals, Progress.NONE);
	}

	@Benchmark
	public double products() {
		for (int iteration = 0; iteration < ITERATIONS; iteration++) for (final Product product : products) product.multiply(parallel);
		return products[0].c[0][0];
	}
}
