package io.github.sparsej.autoencoder.sigmoid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.GaussianOutputs;
import io.github.sparsej.linalg.Lbfgs;
import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.linalg.LbfgsResult;
import io.github.sparsej.linalg.LbfgsResult.Stop;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;

/** One run of {@link SigmoidLearner}: the weights so far, and what is told of them. */
final class SigmoidRun {

	private final SigmoidObjective objective;
	private final List<Double> costs = new ArrayList<>();
	private double[] weights;
	private SigmoidCost cost;
	/** The covariance that the next costs are of, and the one that {@link #cost} is of; null for that of the beginning, which is not estimated. */
	private GaussianOutputs estimated;
	private GaussianOutputs gaussian;
	private int evaluations;
	private boolean converged;

	/** @param start taken over */
	SigmoidRun(final SigmoidObjective objective, final double[] start) {
		this.objective = objective;
		weights = start;
	}

	/** Returns false if the progress asked to stop. */
	boolean minimize(final int iterations, final Progress progress) {
		final LbfgsResult result = Lbfgs.minimize(objective, weights, LbfgsOptions.ofIterations(iterations), this::accept, progress, Progress.LEARNING);
		weights = result.point();
		if (!result.values().isEmpty()) costs.addAll(result.values().subList(1, result.values().size()));
		evaluations += result.evaluations();
		converged = result.stop() == Stop.GRADIENT || result.stop() == Stop.DECREASE;
		return result.stop() != Stop.CANCELLED;
	}

	private void accept() {
		cost = objective.cost();
		gaussian = estimated;
	}

	/**
	 * As {@link #minimize}, with the covariance of the residuals estimated between shares of the iterations.
	 *
	 * @param estimateFirst whether it is also estimated before the first share, as where the weights are learned already
	 */
	boolean byTurns(final int iterations, final GaussianError error, final double leastEigenvalue, final int length, final boolean estimateFirst, final Progress progress) {
		final int rounds = error.turns() + 1;
		for (int round = 0; round < rounds; round++) {
			final double begin = (double) round / rounds;
			if (round > 0 || estimateFirst) {
				try {
					estimated = GaussianOutputs.likeliest(objective.residualProducts(weights, (fraction, what) -> progress.report(begin, Progress.LEARNING)), length, leastEigenvalue, progress, begin);
				}
				catch (final CancellationException e) {
					return false;
				}
				objective.setError(estimated);
			}
			final int share = (int) ((round + 1L) * iterations / rounds - (long) round * iterations / rounds);
			if (!minimize(share, progress.part(begin, (round + 1.0) / rounds))) return false;
		}
		return true;
	}

	double[] weights() {
		return weights;
	}

	LearningCurve curve() {
		return LearningCurve.everyStep("cost", costs);
	}

	/** In the order of a Results row; without costs if it was stopped before the first was known. */
	Map<String, Double> figures() {
		final Map<String, Double> figures = new LinkedHashMap<>();
		if (cost != null) {
			figures.put("cost", cost.total());
			figures.put("error", cost.error());
			figures.put("decay", cost.decay());
			figures.put("sparsity penalty", cost.sparsity());
			figures.put("mean activity", cost.meanActive());
			figures.put("least mean activity of a unit", cost.leastActive());
			figures.put("largest mean activity of a unit", cost.mostActive());
		}
		if (gaussian != null) {
			figures.put("log-likelihood of a signal", -cost.error());
			figures.put("raised eigenvalues of the covariance", (double) gaussian.raisedEigenvalues());
		}
		figures.put("iterations", (double) costs.size());
		figures.put("evaluations", (double) evaluations);
		figures.put("converged", converged ? 1.0 : 0.0);
		return figures;
	}
}
