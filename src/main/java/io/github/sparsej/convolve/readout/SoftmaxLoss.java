package io.github.sparsej.convolve.readout;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.github.sparsej.linalg.DifferentiableFunction;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;

/**
 * What a read-out minimises, in its weights W: the mean over rows of -ln p(class of the row) + l2/2 ||W||² without the biases. Sums are in the order of
 * the rows. Immutable and thread-safe.
 */
final class SoftmaxLoss implements DifferentiableFunction {

	private static final int ROWS_PER_CHUNK = 32;

	private final SparseCodes rows;
	private final int[] labels;
	private final int classes;
	private final double scale;
	private final double l2;
	private final Parallel parallel;

	SoftmaxLoss(final SparseCodes rows, final int[] labels, final int classes, final double scale, final double l2, final Parallel parallel) {
		this.rows = rows;
		this.labels = labels;
		this.classes = classes;
		this.scale = scale;
		this.l2 = l2;
		this.parallel = parallel;
	}

	@Override
	public double evaluate(final double[] weights, final double[] gradient, final Progress progress) {
		final double[] losses = new double[rows.count()];
		final double[][] deltas = new double[rows.count()][classes];
		run(rows.count(), ROWS_PER_CHUNK, progress.part(0, 0.5), (begin, end) -> {
			for (int row = begin; row < end; row++) losses[row] = loss(row, weights, deltas[row]);
		});
		final int stride = rows.atomCount() + 1;
		final double[] penalties = new double[classes];
		run(classes, 1, progress.part(0.5, 1), (begin, end) -> {
			for (int c = begin; c < end; c++) penalties[c] = gradient(c, c * stride, weights, deltas, gradient);
		});
		return Arrays.stream(losses).sum() / losses.length + Arrays.stream(penalties).sum();
	}

	private void run(final int count, final int chunk, final Progress progress, final Parallel.Body body) {
		if (!parallel.forChunks(count, chunk, progress, "Training read-out", body)) throw new CancellationException("stopped while a read-out was trained");
	}

	/** -ln p of the row's class; delta becomes the gradient in the scores, p less 1 at this class. */
	private double loss(final int row, final double[] weights, final double[] delta) {
		SoftmaxReadout.softmax(rows, row, scale, weights, delta);
		// A probability that underflows would be a loss without limit.
		final double loss = -Math.log(Math.max(Double.MIN_NORMAL, delta[labels[row]]));
		delta[labels[row]] -= 1;
		return loss;
	}

	/** The gradient in the weights of one class; the class's part of the penalty. */
	private double gradient(final int c, final int begin, final double[] weights, final double[][] deltas, final double[] gradient) {
		final int bias = begin + rows.atomCount();
		Arrays.fill(gradient, begin, bias + 1, 0);
		for (int row = 0; row < deltas.length; row++) {
			final double delta = deltas[row][c] / deltas.length;
			for (int e = rows.start(row); e < rows.start(row + 1); e++) gradient[begin + rows.atom(e)] += delta / scale * rows.coefficient(e);
			gradient[bias] += delta;
		}
		double penalty = 0;
		for (int f = begin; f < bias; f++) {
			gradient[f] += l2 * weights[f];
			penalty += 0.5 * l2 * weights[f] * weights[f];
		}
		return penalty;
	}
}
