package io.github.sparsej.linalg;

import io.github.sparsej.linalg.WolfeSearch.Trial;
import io.github.sparsej.model.Progress;

/** The state of {@link Lbfgs}: a point, its value and gradient, and the last pairs of steps and changes of the gradient. */
final class LbfgsRun {

	private final DifferentiableFunction function;
	private final Progress progress;
	private final StepHistory history;
	private final double[] direction;
	private double[] point;
	private double[] gradient;
	private double[] trialPoint;
	private double[] trialGradient;
	private double value;
	private double trialValue;
	private int evaluations;

	LbfgsRun(final DifferentiableFunction function, final double[] start, final int history, final Progress progress) {
		this.function = function;
		this.progress = progress;
		this.history = new StepHistory(history, start.length);
		point = start.clone();
		direction = new double[start.length];
		gradient = new double[start.length];
		trialPoint = new double[start.length];
		trialGradient = new double[start.length];
	}

	/** Evaluates the function at the start. */
	void begin() {
		evaluations++;
		value = function.evaluate(point, gradient, progress);
		if (!Double.isFinite(value) || !Double.isFinite(largestSlope())) throw new IllegalArgumentException("the function is not finite where its minimisation begins: value " + value + ", largest entry of the gradient " + largestSlope());
	}

	/**
	 * Goes to a lower point, along the steepest descent where the history leads nowhere.
	 *
	 * @return false if none was found
	 */
	boolean iterate() {
		if (!history.isEmpty()) {
			history.direction(gradient, direction);
			if (search(1)) return true;
			history.clear();
		}
		for (int i = 0; i < direction.length; i++) direction[i] = -gradient[i];
		return search(Math.min(1, 1 / Math.sqrt(StepHistory.dot(gradient, gradient))));
	}

	private boolean search(final double firstStep) {
		final double slope = StepHistory.dot(gradient, direction);
		if (!(slope < 0) || !new WolfeSearch(this::trial, new Trial(0, value, slope)).run(firstStep)) return false;
		history.add(point, trialPoint, gradient, trialGradient);
		final double[] oldPoint = point, oldGradient = gradient;
		point = trialPoint;
		gradient = trialGradient;
		value = trialValue;
		trialPoint = oldPoint;
		trialGradient = oldGradient;
		return true;
	}

	private Trial trial(final double step) {
		for (int i = 0; i < point.length; i++) trialPoint[i] = Math.fma(step, direction[i], point[i]);
		evaluations++;
		trialValue = function.evaluate(trialPoint, trialGradient, progress);
		return new Trial(step, trialValue, StepHistory.dot(trialGradient, direction));
	}

	/** The point reached; not to be modified. */
	double[] point() {
		return point;
	}

	double value() {
		return value;
	}

	/** The largest modulus of an entry of the gradient; NaN if one is. */
	double largestSlope() {
		double largest = 0;
		for (final double slope : gradient) largest = Math.max(largest, Math.abs(slope));
		return largest;
	}

	int evaluations() {
		return evaluations;
	}
}
