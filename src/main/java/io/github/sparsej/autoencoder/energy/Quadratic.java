package io.github.sparsej.autoencoder.energy;

import java.util.OptionalDouble;

import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The problem min over V (r x q) of 1/2 &lt;V, V H&gt; - &lt;V, T&gt; + constant + {@link Proximity}(V), whose smooth part has the gradient
 * V H - T. The matrices are kept, not copied.
 *
 * @param hessian   H, q x q, symmetric, no eigenvalue below 0
 * @param target    T, r x q
 * @param constant  such that the whole is the sub-problem's objective
 * @param lipschitz a bound of H's largest eigenvalue
 * @param proximity what else V must be
 */
record Quadratic(double[][] hessian, double[][] target, double constant, double lipschitz, Proximity proximity) {

	/** Rows per piece of work. */
	static final int CHUNK = 96;

	/** The objective, given the product V H; nothing if stopped. */
	OptionalDouble objective(final double[][] v, final double[][] product, final Parallel parallel, final Progress progress, final String what) {
		final double[] parts = new double[(v.length + CHUNK - 1) / CHUNK];
		final boolean all = parallel.forChunks(v.length, CHUNK, progress, what, (begin, end) -> {
			double part = 0;
			for (int i = begin; i < end; i++) part += proximity.of(v[i]) + energy(v[i], product[i], target[i]);
			parts[begin / CHUNK] = part;
		});
		if (!all) return OptionalDouble.empty();
		double sum = constant;
		for (final double part : parts) sum += part;
		return OptionalDouble.of(sum);
	}

	/** The objective of a small matrix. */
	double objective(final double[][] v) {
		final double[][] product = new double[v.length][hessian.length];
		DoubleMatrices.multiply(v, hessian, product, Parallel.SERIAL, Progress.NONE, "");
		return objective(v, product, Parallel.SERIAL, Progress.NONE, "").orElseThrow();
	}

	private static double energy(final double[] v, final double[] product, final double[] target) {
		double sum = 0;
		for (int j = 0; j < v.length; j++) sum = Math.fma(v[j], product[j] / 2 - target[j], sum);
		return sum;
	}
}
