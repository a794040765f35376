package io.github.sparsej.autoencoder.relu;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.sparsej.autoencoder.AutoencoderLearner;
import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.LearningSignals;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * Learns an auto-encoder of rectified units, z = max(0, E x + b), x^ = D'z + a, by Adam (Kingma &amp; Ba 2015) on batches of
 * m signals of
 * <pre>
 * 1/m sum_i |x_i - x^_i|^2 + lambda/m sum_i |z_i|_1 + entropyWeight sum_j 1 / zbar_j + weightDecay |D|_F^2,
 * </pre>
 * zbar_j the mean of unit j over the batch (see {@link ReluTerms} for units that are dead in it). It begins with normal
 * entries of variance 1/length in E, and 0 everywhere else. In float64.
 * <p>
 * Curves have the terms of the objective before a step, on its batch and on all signals, or on {@value #EVALUATED} of them at
 * equal distances where there are more; on all signals also after the last step. Where the progress asks to stop within a step, some
 * rows of the weights have made it. Immutable and thread-safe if the batches it is given are.
 */
public final class ReluAutoencoder implements AutoencoderLearner {

	/** Most signals that the terms of the objective on all signals are taken from. */
	static final int EVALUATED = 10_000;
	/** The mean squared residual, as a multiple of that at the beginning, beyond which learning will not come back. */
	private static final double DIVERGED = 1e6;
	/** Of differences: small, since few units are within it of where their derivative jumps. */
	private static final double STEP = 1e-6;

	private final ReluOptions options;
	private final FeedForward start;
	private final IntFunction<int[]> batches;
	private final Parallel parallel;

	/** From random weights, on random batches. */
	public ReluAutoencoder(final ReluOptions options, final Parallel parallel) {
		this(options, null, null, parallel);
	}

	/**
	 * From weights and on batches of one's own.
	 *
	 * @param start   rectified hidden units, as many as the options say, and a linear output; null for random ones
	 * @param batches gives the numbers of the signals (from 0) of the batch of a step (from 0), at least 1 and at most as many as the
	 *                options say; null for random ones
	 */
	public ReluAutoencoder(final ReluOptions options, final FeedForward start, final IntFunction<int[]> batches, final Parallel parallel) {
		if (start != null) require(start, options);
		this.options = options;
		this.start = start;
		this.batches = batches;
		this.parallel = parallel;
	}

	private static void require(final FeedForward network, final ReluOptions options) {
		if (network.units() != options.hidden()) throw new IllegalArgumentException("weights to start from have " + network.units() + " hidden units, the options ask for " + options.hidden());
		if (network.hidden() != Activation.RELU || network.output() != Activation.LINEAR)
			throw new IllegalArgumentException("weights to start from must be of rectified units with a linear output, got " + network.hidden() + " and " + network.output());
	}

	/**
	 * Holds the gradient of the objective over some signals as one batch against differences of its values: two evaluations for each weight,
	 * so that few signals and units are to be taken. A unit whose input for a signal is within {@value #STEP} of 0, where its derivative jumps,
	 * makes it larger, and dead units leave few digits to the differences.
	 *
	 * @param network rectified hidden units, as many as the options say, and a linear output
	 * @param signals n rows of m values; not modified
	 * @return the {@link GradientCheck#relativeDifference(io.github.sparsej.linalg.DifferentiableFunction, double[]) relative difference}, 1e-7 or less where all is well
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	public static double gradientCheck(final FeedForward network, final ReluOptions options, final double[][] signals, final Parallel parallel, final Progress progress) {
		require(network, options);
		LearningSignals.require(signals, 1);
		if (network.signalLength() != signals[0].length) throw new IllegalArgumentException("a network for signals of " + network.signalLength() + " values got signals of " + signals[0].length);
		return GradientCheck.relativeDifference(new ReluObjective(signals, options, parallel), TwoLayerWeights.of(network).vector(), STEP, progress);
	}

	@Override
	public AutoencoderResult learn(final double[][] signals, final Progress progress) {
		LearningSignals.require(signals, options.hidden());
		if (start != null && start.signalLength() != signals[0].length) throw new IllegalArgumentException("weights to start from are for signals of " + start.signalLength() + " values, got signals of " + signals[0].length);
		final SplittableRandom random = new SplittableRandom(options.seed()), weightRandom = random.split();
		final IntFunction<int[]> drawn = batches != null ? batches : new RandomBatches(signals.length, options.batchSize(), random.split());
		return new Run(signals, start != null ? start : random(signals[0].length, weightRandom), drawn).learn(progress);
	}

	private FeedForward random(final int length, final SplittableRandom random) {
		final double[][] encoder = new double[options.hidden()][length];
		for (final double[] row : encoder) for (int k = 0; k < length; k++) row[k] = random.nextGaussian() / Math.sqrt(length);
		return new FeedForward(encoder, new double[options.hidden()], Activation.RELU, new double[options.hidden()][length], new double[length], Activation.LINEAR);
	}

	private final class Run {

		private final double[][] signals;
		private final IntFunction<int[]> batches;
		private final ReluWeights weights;
		private final ReluBatch batch;
		private final ReluDescent descent;
		private final ReluRecords records = new ReluRecords();
		private double reconstructionAtFirst;

		Run(final double[][] signals, final FeedForward start, final IntFunction<int[]> batches) {
			this.signals = signals;
			this.batches = batches;
			weights = new ReluWeights(start);
			batch = new ReluBatch(weights, Math.min(options.batchSize(), signals.length), parallel);
			descent = new ReluDescent(weights, options, parallel);
		}

		AutoencoderResult learn(final Progress progress) {
			int done = 0;
			while (done < options.iterations() && step(done, progress)) done++;
			if (!weights.areFinite()) throw diverged(done);
			final ReluSums all = done == options.iterations() ? evaluate(at(done, progress)) : null;
			if (all != null) records.addLast(done + 1, all.terms(weights.decay()));
			return new AutoencoderResult(weights.network(), records.curves(), figures(done, all), done == options.iterations());
		}

		/** @return false if the progress asked to stop before the step, or on its way */
		private boolean step(final int iteration, final Progress progress) {
			final Progress here = at(iteration, progress);
			if (!here.report(0, Progress.LEARNING)) return false;
			final boolean record = iteration % options.recordEvery() == 0;
			final ReluSums all = record ? evaluate(here) : null;
			if (record && all == null || !batch.forwardAndBack(signals, checked(batches.apply(iteration)), options, here)) return false;
			requireConvergence(iteration, batch.sums().reconstruction());
			if (record) records.add(iteration + 1, batch.sums().terms(weights.decay()), all.terms(weights.decay()));
			return descent.step(batch, here);
		}

		/** What the work of one iteration tells: where that iteration is. */
		private Progress at(final int iteration, final Progress progress) {
			return (fraction, what) -> progress.report((double) iteration / options.iterations(), what);
		}

		private int[] checked(final int[] rows) {
			if (rows.length < 1 || rows.length > batch.capacity()) throw new IllegalArgumentException("a batch must have from 1 to " + batch.capacity() + " signals, got " + rows.length);
			return rows;
		}

		private void requireConvergence(final int iteration, final double reconstruction) {
			if (iteration == 0) reconstructionAtFirst = reconstruction;
			if (!(reconstruction <= DIVERGED * reconstructionAtFirst) || Double.isInfinite(reconstruction)) throw diverged(iteration);
		}

		private IllegalArgumentException diverged(final int iteration) {
			return new IllegalArgumentException("learning has diverged after " + iteration + " iterations: the reconstruction error grows without bound; choose an eta below " + options.eta());
		}

		/** All signals forth through the weights of now; null if the progress asked to stop. */
		private ReluSums evaluate(final Progress progress) {
			final ReluSums all = new ReluSums(options.hidden());
			final int count = Math.min(signals.length, EVALUATED);
			for (int begin = 0; begin < count; begin += batch.capacity()) {
				if (!batch.forward(signals, IntStream.range(begin, Math.min(count, begin + batch.capacity())).map(i -> (int) ((long) i * signals.length / count)).toArray(), progress)) return null;
				all.add(batch.sums());
			}
			return all;
		}

		/** @param all of all signals; null if it is not known */
		private Map<String, Double> figures(final int iterations, final ReluSums all) {
			final Map<String, Double> figures = new LinkedHashMap<>();
			figures.put("Iterations", (double) iterations);
			if (all == null) return figures;
			final ReluTerms terms = all.terms(weights.decay());
			figures.put("Objective", terms.objective(options));
			figures.put("Reconstruction error", terms.reconstruction());
			figures.put("Mean l1 norm of codes", terms.sparsity());
			figures.put("Sum of reciprocal mean activities", terms.entropy());
			figures.put("Squared norm of the decoder", terms.decay());
			figures.put("Active (%)", 100 * all.activeShare());
			figures.put("Dead units", (double) all.deadUnits());
			return figures;
		}
	}
}
