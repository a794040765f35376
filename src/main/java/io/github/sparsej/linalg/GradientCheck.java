package io.github.sparsej.linalg;

import java.util.concurrent.CancellationException;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Require;

/**
 * Holds the gradient that a function claims against central differences of its values,
 * n_i = (f(x + h e_i) - f(x - h e_i)) / (2 h), as the exercises of the UFLDL tutorial do (Ng, Ngiam, Foo, Mai &amp; Suen 2011).
 * A right gradient in float64 comes to a relative difference of 1e-9 or less with the h of {@link #STEP}, but for functions of
 * large third derivatives.
 */
public final class GradientCheck {

	/** h where nothing else is said: half of float64's digits are left for the difference. */
	public static final double STEP = 1e-4;

	private GradientCheck() {}

	/** |n - g| / |n + g| (l2 norms) at one point, with h = {@value #STEP}. */
	public static double relativeDifference(final DifferentiableFunction function, final double[] at) {
		return relativeDifference(function, at, STEP, Progress.NONE);
	}

	/**
	 * |n - g| / |n + g| (l2 norms) at one point.
	 *
	 * @param at   not modified
	 * @param step h, above 0
	 * @throws CancellationException if the progress asks to stop
	 */
	public static double relativeDifference(final DifferentiableFunction function, final double[] at, final double step, final Progress progress) {
		final double[] gradient = new double[at.length];
		function.evaluate(at, gradient, Progress.NONE);
		return relativeDifference(numericalGradient(function, at, step, progress), gradient);
	}

	/** |n - g| / |n + g| (l2 norms); 0 where both are 0. */
	public static double relativeDifference(final double[] numerical, final double[] gradient) {
		double difference = 0, sum = 0;
		for (int i = 0; i < gradient.length; i++) {
			difference += (numerical[i] - gradient[i]) * (numerical[i] - gradient[i]);
			sum += (numerical[i] + gradient[i]) * (numerical[i] + gradient[i]);
		}
		return difference == 0 ? 0 : Math.sqrt(difference / sum);
	}

	/**
	 * The gradient by central differences: two evaluations for each variable.
	 *
	 * @param at   not modified
	 * @param step h, above 0
	 * @throws CancellationException if the progress asks to stop
	 */
	public static double[] numericalGradient(final DifferentiableFunction function, final double[] at, final double step, final Progress progress) {
		Require.positive("the step of a difference", step);
		final double[] near = at.clone(), unused = new double[at.length], numerical = new double[at.length];
		for (int i = 0; i < at.length; i++) {
			if (!progress.report((double) i / at.length, "Checking gradient")) throw new CancellationException("stopped while the gradient was checked");
			near[i] = at[i] + step;
			final double above = function.evaluate(near, unused, Progress.NONE);
			near[i] = at[i] - step;
			numerical[i] = (above - function.evaluate(near, unused, Progress.NONE)) / (2 * step);
			near[i] = at[i];
		}
		return numerical;
	}
}
