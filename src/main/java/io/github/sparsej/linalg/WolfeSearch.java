package io.github.sparsej.linalg;

/**
 * A line search for the strong Wolfe conditions: a step t along a direction of descent with
 * f(t) &lt;= f(0) + c1 t f'(0) and |f'(t)| &lt;= c2 |f'(0)|, where c1 = 1e-4 and c2 = 0.9 (Nocedal &amp; Wright 2006, algorithms
 * 3.5 and 3.6). Trial steps come from cubic interpolation, kept away from the ends of the interval that is known to hold such a
 * step. Where f is not finite, a step counts as too long.
 */
final class WolfeSearch {

	static final double DECREASE = 1e-4;
	static final double CURVATURE = 0.9;

	/** Evaluations after which the function is given up, as in the Fortran code L-BFGS-B. */
	private static final int MAX_EVALUATIONS = 20;
	/** Where the interval grows, by how much at least and at most. */
	private static final double LEAST_GROWTH = 1.1, LARGEST_GROWTH = 4;
	/** Share of an interval that a trial step keeps from its ends. */
	private static final double MARGIN = 0.1;

	/** The function along the direction. */
	interface Line {
		Trial at(double step);
	}

	/** Value f(t) and slope f'(t) at a step t. */
	record Trial(double step, double value, double slope) {}

	private final Line line;
	private final Trial start;
	private int evaluations;

	/** @param start at step 0, of negative slope */
	WolfeSearch(final Line line, final Trial start) {
		this.line = line;
		this.start = start;
	}

	/** Whether a step was found; it is the last one that was evaluated. */
	boolean run(final double firstStep) {
		Trial before = start;
		double step = firstStep, tooLong = Double.POSITIVE_INFINITY;
		while (evaluations < MAX_EVALUATIONS) {
			final Trial trial = evaluate(step);
			if (!Double.isFinite(trial.value) || !Double.isFinite(trial.slope)) {
				tooLong = step;
				step = before.step + MARGIN * (step - before.step);
				continue;
			}
			if (!isLower(trial) || before != start && trial.value >= before.value) return zoom(before, trial);
			if (isFlat(trial)) return true;
			if (trial.slope >= 0) return zoom(trial, before);
			step = Math.min(longer(before, trial), (trial.step + tooLong) / 2);
			before = trial;
		}
		return false;
	}

	/** @param low  the lowest step so far that is low enough, on whose side of the other the function falls from it */
	private boolean zoom(final Trial low, final Trial high) {
		Trial best = low, end = high;
		while (evaluations < MAX_EVALUATIONS) {
			final Trial trial = evaluate(between(best, end));
			if (!isLower(trial) || !(trial.value < best.value)) end = trial;
			else {
				if (isFlat(trial)) return true;
				if (trial.slope * (end.step - best.step) >= 0) end = best;
				best = trial;
			}
		}
		return false;
	}

	private Trial evaluate(final double step) {
		evaluations++;
		return line.at(step);
	}

	private boolean isLower(final Trial trial) {
		return trial.value <= start.value + DECREASE * trial.step * start.slope;
	}

	private boolean isFlat(final Trial trial) {
		return Math.abs(trial.slope) <= -CURVATURE * start.slope;
	}

	private static double longer(final Trial before, final Trial trial) {
		final double width = trial.step - before.step, cubic = cubicMinimum(before, trial);
		final double least = trial.step + (LEAST_GROWTH - 1) * width, most = trial.step + LARGEST_GROWTH * width;
		return cubic > trial.step ? Math.max(least, Math.min(most, cubic)) : most;
	}

	private static double between(final Trial a, final Trial b) {
		final double low = Math.min(a.step, b.step), high = Math.max(a.step, b.step), margin = MARGIN * (high - low);
		final double cubic = cubicMinimum(a, b);
		return cubic >= low + margin && cubic <= high - margin ? cubic : cubic < low + margin ? low + margin : cubic > high - margin ? high - margin : (low + high) / 2;
	}

	/** Minimum of the cubic through values and slopes of two steps (Nocedal &amp; Wright 2006, 3.59); NaN where it has none. */
	private static double cubicMinimum(final Trial a, final Trial b) {
		final double width = b.step - a.step;
		final double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
		final double d2 = Math.signum(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
		return b.step - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
	}
}
