package io.github.sparsej.autoencoder.sigmoid;

import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.IntConsumer;

import io.github.sparsej.autoencoder.error.OutputError;
import io.github.sparsej.autoencoder.net.BlockSums;
import io.github.sparsej.autoencoder.net.Blocks;
import io.github.sparsej.autoencoder.net.GradientSums;
import io.github.sparsej.autoencoder.net.LogisticUnit;
import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.linalg.DifferentiableFunction;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The cost of a sparse auto-encoder on signals as a function of its weights, and the gradient: mean error + lambda / 2 (|E|^2 +
 * |D|^2) + beta sum_k KL(rho || mean activity of unit k), weights in the layout of {@link TwoLayerWeights}.
 * <p>
 * First the hidden values of all blocks of signals, for the penalty's slope needs the mean activities; then back, block by
 * block. Sums are taken in the order of blocks, so that they have the same bits on any number of threads. Used by one thread,
 * which has others help.
 */
final class SigmoidObjective implements DifferentiableFunction {

	/** Of the hidden units. */
	static final Activation ACTIVATION = Activation.LOGISTIC;

	private static final SmoothUnit HIDDEN = new LogisticUnit();
	private static final String WHAT = "Evaluating auto-encoder";
	/** Share of an evaluation before the way back. */
	private static final double FORWARD = 0.3;

	private final SigmoidOptions options;
	private final SignalBlocks signals;
	private final Parallel parallel;
	private final KlSparsity sparsity;
	private final double[][][] hidden;
	private final BlockSums gradients;
	private final Deque<BlockGradient> rooms = new ConcurrentLinkedDeque<>();
	private OutputError error;
	private SigmoidCost cost;

	/** @param signals n rows of m values; not modified, but shared */
	SigmoidObjective(final SigmoidOptions options, final double[][] signals, final Parallel parallel) {
		this.options = options;
		this.signals = new SignalBlocks(signals, parallel);
		this.parallel = parallel;
		sparsity = new KlSparsity(options.sparsity(), options.sparsityWeight());
		hidden = new double[this.signals.blocks()][][];
		Arrays.setAll(hidden, block -> new double[options.units()][this.signals.size(block)]);
		gradients = new BlockSums(hidden.length, TwoLayerWeights.length(options.units(), signals[0].length, signals[0].length));
		error = options.error().initial(signals);
	}

	/** Changes the error; what was evaluated before was another function. */
	void setError(final OutputError other) {
		error = other;
	}

	/** The parts of the last value; null before the first. */
	SigmoidCost cost() {
		return cost;
	}

	@Override
	public double evaluate(final double[] at, final double[] gradient, final Progress progress) {
		final TwoLayerWeights weights = new TwoLayerWeights(at, options.units(), signals.length(), signals.length());
		final double[] activity = forward(weights, progress.part(0, FORWARD));
		final double[] penalties = Arrays.stream(activity).map(sparsity::slope).toArray();
		final double sum = backward(weights, penalties, gradient, progress.part(FORWARD, 1));
		double squares = 0;
		for (int i = 0; i < gradient.length; i++) gradient[i] /= signals.count();
		for (int i = 0; i < weights.encoderBias(); i++) {
			squares = Math.fma(at[i], at[i], squares);
			gradient[i] = Math.fma(options.decay(), at[i], gradient[i]);
		}
		cost = new SigmoidCost(sum / signals.count(), options.decay() / 2 * squares, sparsity.penalty(activity), Arrays.stream(activity).min().orElseThrow(), Arrays.stream(activity).sum() / activity.length, Arrays.stream(activity).max().orElseThrow());
		return cost.total();
	}

	/** Fills the hidden values of all blocks, and returns the mean activity of each unit. */
	private double[] forward(final TwoLayerWeights weights, final Progress progress) {
		final double[][] sums = new double[signals.blocks()][options.units()];
		forBlocks(progress, block -> {
			weights.encode(signals.columns(block), signals.size(block), hidden[block]);
			for (int k = 0; k < options.units(); k++) {
				HIDDEN.apply(hidden[block][k], weights.encoderBias(k), signals.size(block), hidden[block][k]);
				sums[block][k] = GradientSums.sum(hidden[block][k], signals.size(block));
			}
		});
		final double[] activity = new double[options.units()];
		for (final double[] sum : sums) for (int k = 0; k < activity.length; k++) activity[k] += sum[k];
		for (int k = 0; k < activity.length; k++) activity[k] /= signals.count();
		return activity;
	}

	/** The way back of all blocks; returns the sum of their errors. */
	private double backward(final TwoLayerWeights weights, final double[] penalties, final double[] gradient, final Progress progress) {
		final double[] errors = new double[signals.blocks()];
		gradients.run((block, sums) -> {
			final BlockGradient room = room();
			errors[block] = room.add(weights, hidden[block], signals, block, error, penalties, sums);
			rooms.push(room);
		}, parallel, progress, WHAT, gradient);
		double sum = 0;
		for (final double value : errors) sum += value;
		return sum;
	}

	/** Mean over the signals of (y - x)(y - x)', m x m, row-major. */
	double[] residualProducts(final double[] at, final Progress progress) {
		final int m = signals.length();
		final TwoLayerWeights weights = new TwoLayerWeights(at, options.units(), m, m);
		forward(weights, progress.part(0, FORWARD));
		final double[] products = new double[m * m];
		new BlockSums(signals.blocks(), products.length).run((block, sums) -> {
			final BlockGradient room = room();
			room.addResidualProducts(weights, hidden[block], signals.columns(block), signals.size(block), sums);
			rooms.push(room);
		}, parallel, progress.part(FORWARD, 1), WHAT, products);
		for (int i = 0; i < products.length; i++) products[i] /= signals.count();
		return products;
	}

	/** What the net makes of the signals: n rows of m values. */
	double[][] outputs(final double[] at, final Progress progress) {
		final TwoLayerWeights weights = new TwoLayerWeights(at, options.units(), signals.length(), signals.length());
		forward(weights, progress.part(0, FORWARD));
		final double[][] outputs = new double[signals.count()][signals.length()];
		forBlocks(progress.part(FORWARD, 1), block -> {
			final BlockGradient room = room();
			final int begin = block * SignalBlocks.SIZE, count = signals.size(block);
			Blocks.transpose(room.outputs(weights, hidden[block], count), signals.length(), count, Arrays.copyOfRange(outputs, begin, begin + count));
			rooms.push(room);
		});
		return outputs;
	}

	private void forBlocks(final Progress progress, final IntConsumer body) {
		if (!parallel.forChunks(signals.blocks(), 1, progress, WHAT, (block, end) -> body.accept(block))) throw new CancellationException("stopped by the user: " + WHAT);
	}

	private BlockGradient room() {
		final BlockGradient free = rooms.poll();
		return free != null ? free : new BlockGradient(options, signals.length());
	}
}
