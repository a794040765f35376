package io.github.sparsej.convolve.readout;

import java.util.List;

import io.github.sparsej.linalg.Lbfgs;
import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.linalg.LbfgsResult;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;

/**
 * Trains a {@link SoftmaxReadout} of labelled features: multinomial logistic regression with a squared penalty, by L-BFGS from weights of 0. Features
 * are scaled by one number, so that the rows trained on have mean squared norm 1; they stay sparse. The same bits on any number of threads. Immutable and thread-safe.
 */
public final class ReadoutTrainer {

	private final ReadoutOptions options;
	private final Parallel parallel;

	public ReadoutTrainer(final ReadoutOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	/**
	 * @param features one row an image; not modified
	 * @param labels   the name of the class of each
	 * @param progress where it asks to stop, the result has the weights so far
	 * @throws IllegalArgumentException if there are not as many labels as rows, fewer than 2 classes, or no features but zeros
	 */
	public ReadoutResult train(final SparseCodes features, final List<String> labels, final Progress progress) {
		if (labels.size() != features.count()) throw new IllegalArgumentException(features.count() + " images need as many labels, got " + labels.size());
		final List<String> classes = labels.stream().distinct().sorted().toList();
		if (classes.size() < 2) throw new IllegalArgumentException("there must be at least 2 classes to tell, got " + classes);
		final int[] truth = labels.stream().mapToInt(classes::indexOf).toArray();
		final StratifiedSplit split = new StratifiedSplit(truth, classes.size(), options.trainShare(), options.seed());
		final SparseCodes train = select(features, split.train()), test = select(features, split.test());
		final int[] trainTruth = select(truth, split.train());
		final double scale = scale(train);
		final SoftmaxLoss loss = new SoftmaxLoss(train, trainTruth, classes.size(), scale, options.l2(), parallel);
		final LbfgsResult found = Lbfgs.minimize(loss, new double[Math.multiplyExact(classes.size(), features.atomCount() + 1)], LbfgsOptions.ofIterations(options.maxIterations()), progress, "Training read-out");
		final SoftmaxReadout readout = new SoftmaxReadout(classes, features.atomCount(), scale, found.point());
		return new ReadoutResult(readout, new Confusion(classes, trainTruth, readout.classify(train)), new Confusion(classes, select(truth, split.test()), readout.classify(test)),
			LearningCurve.everyStep("loss", found.values()), found.stop() != LbfgsResult.Stop.CANCELLED);
	}

	private static double scale(final SparseCodes rows) {
		double sum = 0;
		for (int e = 0; e < rows.nonzeros(); e++) sum += (double) rows.coefficient(e) * rows.coefficient(e);
		if (!(sum > 0) || Double.isInfinite(sum)) throw new IllegalArgumentException("there is nothing to tell classes by: features are all 0, or not finite");
		return Math.sqrt(sum / rows.count());
	}

	private static SparseCodes select(final SparseCodes all, final int[] rows) {
		final SparseCodesBuilder selected = new SparseCodesBuilder(all.atomCount(), rows.length);
		for (final int row : rows) selected.append(all.rows(row, 1));
		return selected.build();
	}

	private static int[] select(final int[] all, final int[] rows) {
		final int[] selected = new int[rows.length];
		for (int i = 0; i < rows.length; i++) selected[i] = all[rows[i]];
		return selected;
	}
}
