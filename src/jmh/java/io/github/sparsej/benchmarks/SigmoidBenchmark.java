package io.github.sparsej.benchmarks;

import java.util.Arrays;
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
import io.github.sparsej.autoencoder.net.Blocks;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.autoencoder.sigmoid.SigmoidLearner;
import io.github.sparsej.autoencoder.sigmoid.SigmoidOptions;
import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.whiten.RangeNormalization;

/**
 * The sigmoid auto-encoder at the UFLDL tutorial's settings (25 units, 10000 patches of 8 x 8): iterations of L-BFGS that go on from
 * a net some iterations old, and the matrix products that they ask for alone, by the same kernel, in the same shapes and
 * as often: for each evaluation and block of signals E X, D'Z, D S, and the two of the gradient.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SigmoidBenchmark {

	private static final int PATCHES = 10_000, UNITS = 25, BEFORE = 50, ITERATIONS = 20;
	/** Signals of a block, as learning has them. */
	private static final int BLOCK = 256;

	@Param("1")
	public int threads;

	private double[][] signals;
	private double[][][] rows;
	private double[][][] columns;
	private SigmoidLearner learner;
	private TwoLayerWeights weights;
	private int evaluations;

	@Setup
	public void setUp() {
		final Signals patches = Workload.W2.signals(Patches.MEAN_REMOVED, PATCHES);
		final Signals normalized = RangeNormalization.fit(patches).apply(patches);
		signals = new double[PATCHES][patches.length()];
		for (int i = 0; i < PATCHES; i++) for (int j = 0; j < patches.length(); j++) signals[i][j] = normalized.values()[normalized.offset(i) + j];
		rows = new double[(PATCHES + BLOCK - 1) / BLOCK][][];
		Arrays.setAll(rows, block -> Arrays.copyOfRange(signals, block * BLOCK, Math.min(PATCHES, (block + 1) * BLOCK)));
		columns = new double[rows.length][patches.length()][BLOCK];
		for (int block = 0; block < rows.length; block++) Blocks.transpose(rows[block], rows[block].length, patches.length(), columns[block]);
		final SigmoidOptions options = SigmoidOptions.ofUnits(UNITS, 1);
		final AutoencoderResult before = new SigmoidLearner(options.withIterations(BEFORE), Parallel.of(2)).learn(signals, Progress.NONE);
		weights = TwoLayerWeights.of(before.network());
		learner = new SigmoidLearner(options.withIterations(ITERATIONS), before.network(), Parallel.of(threads));
		evaluations = learner.learn(signals, Progress.NONE).figures().get("evaluations").intValue();
	}

	@Benchmark
	public AutoencoderResult learn() {
		return learner.learn(signals, Progress.NONE);
	}

	@Benchmark
	public double products() {
		final int length = signals[0].length;
		final double[] packed = new double[UNITS * BLOCK];
		final double[][] hidden = new double[UNITS][BLOCK], outputs = new double[length][BLOCK], gradient = new double[UNITS][length];
		for (int evaluation = 0; evaluation < evaluations; evaluation++)
			for (int block = 0; block < rows.length; block++) {
				final int count = rows[block].length;
				weights.encode(columns[block], count, hidden);
				weights.decode(hidden, count, outputs);
				DoubleProduct.best().multiply(packed, 0, count, UNITS, count, rows[block], length, gradient);
				weights.decodeBack(outputs, count, hidden);
				DoubleProduct.best().multiply(packed, 0, count, UNITS, count, rows[block], length, gradient);
			}
		return hidden[0][0] + gradient[0][0];
	}
}
