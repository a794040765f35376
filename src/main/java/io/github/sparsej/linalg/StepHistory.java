package io.github.sparsej.linalg;

/**
 * The last pairs of steps s and changes of the gradient y, and the inverse Hessian matrix that they stand for (Nocedal &amp;
 * Wright 2006, algorithm 7.4), begun from s'y / y'y times the identity.
 */
final class StepHistory {

	private final double[][] steps;
	private final double[][] changes;
	private final double[] curvature;
	private final double[] factor;
	/** Pairs ever added; the last ones stand at their number modulo the places, of which one is free for the next. */
	private int added;
	private int kept;

	/** @param size pairs kept, at least 1 */
	StepHistory(final int size, final int length) {
		steps = new double[size + 1][length];
		changes = new double[size + 1][length];
		curvature = new double[size + 1];
		factor = new double[size + 1];
	}

	boolean isEmpty() {
		return kept == 0;
	}

	void clear() {
		kept = 0;
	}

	/** Adds a pair; one along which the gradient does not rise, as the Wolfe conditions rule out but for rounding, is left out. */
	void add(final double[] pointBefore, final double[] point, final double[] gradientBefore, final double[] gradient) {
		final int at = added % steps.length;
		for (int i = 0; i < point.length; i++) {
			steps[at][i] = point[i] - pointBefore[i];
			changes[at][i] = gradient[i] - gradientBefore[i];
		}
		curvature[at] = dot(steps[at], changes[at]);
		if (!(curvature[at] > 0)) return;
		added++;
		kept = Math.min(kept + 1, steps.length - 1);
	}

	/** {@code direction} = - inverse Hessian times gradient; at least one pair. */
	void direction(final double[] gradient, final double[] direction) {
		for (int i = 0; i < direction.length; i++) direction[i] = -gradient[i];
		for (int k = added - 1; k >= added - kept; k--) {
			final int at = k % steps.length;
			factor[at] = dot(steps[at], direction) / curvature[at];
			add(-factor[at], changes[at], direction);
		}
		final int last = (added - 1) % steps.length;
		final double scale = curvature[last] / dot(changes[last], changes[last]);
		for (int i = 0; i < direction.length; i++) direction[i] *= scale;
		for (int k = added - kept; k < added; k++) {
			final int at = k % steps.length;
			add(factor[at] - dot(changes[at], direction) / curvature[at], steps[at], direction);
		}
	}

	private static void add(final double factor, final double[] from, final double[] to) {
		for (int i = 0; i < to.length; i++) to[i] = Math.fma(factor, from[i], to[i]);
	}

	/** Four sums side by side, since each addition would otherwise wait for the one before. */
	static double dot(final double[] x, final double[] y) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int i = 0;
		for (; i + 4 <= x.length; i += 4) {
			s0 = Math.fma(x[i], y[i], s0);
			s1 = Math.fma(x[i + 1], y[i + 1], s1);
			s2 = Math.fma(x[i + 2], y[i + 2], s2);
			s3 = Math.fma(x[i + 3], y[i + 3], s3);
		}
		for (; i < x.length; i++) s0 = Math.fma(x[i], y[i], s0);
		return s0 + s1 + (s2 + s3);
	}
}
