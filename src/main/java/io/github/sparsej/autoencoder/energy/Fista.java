package io.github.sparsej.autoencoder.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The proximal gradient method with momentum (Beck &amp; Teboulle, SIAM J. Imaging Sciences 2, 2009, section 4) for whole matrices.
 * With V_0 = Y_1 the start, t_1 = 1 and L the Lipschitz constant, iteration k is
 * <pre>
 * V_k = prox(Y_k - (Y_k H - T) / L),   t_(k+1) = (1 + sqrt(1 + 4 t_k^2)) / 2,   Y_(k+1) = V_k + (t_k - 1) / t_(k+1) (V_k - V_(k-1))
 * </pre>
 * The objective F is taken at V_k. It ends when |F_k - F_(k-1)| &lt; tolerance |F_k| or after the most iterations. F may rise on the way,
 * so that the best V_k seen, the start among them, can be kept. One product V_k H per iteration serves the objective and the next
 * gradient, since Y_k H is a combination of the last two. Immutable and thread-safe.
 *
 * @param tolerance     relative change of the objective at which it ends
 * @param maxIterations most iterations
 * @param keepBest      whether the best V_k is the solution, or the last
 */
record Fista(double tolerance, int maxIterations, boolean keepBest, Parallel parallel) {

	/**
	 * @param v          V
	 * @param objective  F(V)
	 * @param objectives F of the start and after each iteration
	 * @param complete   false if stopped
	 */
	record Solution(double[][] v, double objective, List<Double> objectives, boolean complete) {

		int iterations() {
			return objectives.size() - 1;
		}
	}

	/** @param start not modified; it may be the solution itself */
	Solution solve(final Quadratic problem, final double[][] start, final Progress progress, final String what) {
		final int columns = problem.hessian().length;
		double[][] product = new double[start.length][columns], productBefore = new double[start.length][columns];
		double[][] v = start, before = start, best = start;
		if (!DoubleMatrices.multiply(v, problem.hessian(), product, parallel, progress, what)) return new Solution(start, Double.NaN, List.of(), false);
		final List<Double> objectives = new ArrayList<>();
		double objective = problem.objective(v, product, parallel), least = objective, t = 1, momentum = 0;
		objectives.add(objective);
		// Without curvature there is no slope either: the start cannot be improved.
		if (problem.lipschitz() == 0) return new Solution(start, objective, objectives, true);
		final List<double[][]> rooms = new ArrayList<>();
		for (int k = 1; k <= maxIterations; k++) {
			final double[][] next = room(rooms, start.length, columns, v, before, best);
			step(problem, v, before, product, productBefore, momentum, next);
			if (!DoubleMatrices.multiply(next, problem.hessian(), productBefore, parallel, progress, what)) return new Solution(best, least, objectives, false);
			final double[][] now = productBefore;
			productBefore = product;
			product = now;
			before = v;
			v = next;
			final double last = objective;
			objective = problem.objective(v, product, parallel);
			objectives.add(objective);
			if (!keepBest || objective < least) {
				best = v;
				least = objective;
			}
			if (Math.abs(objective - last) < tolerance * Math.abs(objective)) break;
			final double tNext = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
			momentum = (t - 1) / tNext;
			t = tNext;
		}
		return new Solution(best, least, objectives, true);
	}

	/** A matrix to write to that is none of those in use. */
	private static double[][] room(final List<double[][]> rooms, final int rows, final int columns, final double[][]... used) {
		for (final double[][] room : rooms) if (Stream.of(used).noneMatch(u -> u == room)) return room;
		final double[][] room = new double[rows][columns];
		rooms.add(room);
		return room;
	}

	private void step(final Quadratic problem, final double[][] v, final double[][] before, final double[][] product, final double[][] productBefore, final double momentum, final double[][] next) {
		final double step = 1 / problem.lipschitz();
		parallel.forChunks(v.length, Quadratic.CHUNK, (begin, end) -> {
			for (int i = begin; i < end; i++) {
				descend(v[i], before[i], product[i], productBefore[i], problem.target()[i], momentum, step, next[i]);
				problem.proximity().shrink(next[i], step);
			}
		});
		problem.proximity().project(next);
	}

	private static void descend(final double[] v, final double[] before, final double[] product, final double[] productBefore, final double[] target, final double momentum, final double step, final double[] next) {
		for (int j = 0; j < next.length; j++) {
			final double slope = product[j] + momentum * (product[j] - productBefore[j]) - target[j];
			next[j] = v[j] + momentum * (v[j] - before[j]) - slope * step;
		}
	}
}
