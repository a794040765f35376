package io.github.sparsej.autoencoder.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
	 * @param objective  F(V); infinite if stopped before that of the start was known
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
		return new Run(problem, start, progress, what).solve();
	}

	/** The state of one run. */
	private final class Run {

		private final Quadratic problem;
		private final Progress progress;
		private final String what;
		private final List<Double> objectives = new ArrayList<>();
		private final List<double[][]> rooms = new ArrayList<>();
		private double[][] v, before, best, product, productBefore;
		private double objective, least = Double.POSITIVE_INFINITY, momentum;

		Run(final Quadratic problem, final double[][] start, final Progress progress, final String what) {
			this.problem = problem;
			this.progress = progress;
			this.what = what;
			v = start;
			before = start;
			best = start;
			product = new double[start.length][start[0].length];
			productBefore = new double[start.length][start[0].length];
		}

		Solution solve() {
			if (!look()) return solution(false);
			// Without curvature there is no slope either: the start cannot be improved.
			if (problem.lipschitz() == 0) return solution(true);
			double t = 1;
			for (int k = 1; k <= maxIterations; k++) {
				final double last = objective;
				if (!advance() || !look()) return solution(false);
				if (Math.abs(objective - last) < tolerance * Math.abs(objective)) break;
				final double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
				momentum = (t - 1) / next;
				t = next;
			}
			return solution(true);
		}

		private Solution solution(final boolean complete) {
			return new Solution(best, least, objectives, complete);
		}

		/** Forms product and objective of V; false if stopped. */
		private boolean look() {
			if (!DoubleMatrices.multiply(v, problem.hessian(), product, parallel, progress, what)) return false;
			final OptionalDouble found = problem.objective(v, product, parallel, progress, what);
			if (found.isEmpty()) return false;
			objective = found.getAsDouble();
			objectives.add(objective);
			if (keepBest && !(objective < least)) return true;
			best = v;
			least = objective;
			return true;
		}

		/** Makes the next V; false if stopped. */
		private boolean advance() {
			final double[][] next = room();
			final double step = 1 / problem.lipschitz();
			final boolean all = parallel.forChunks(v.length, Quadratic.CHUNK, progress, what, (begin, end) -> {
				for (int i = begin; i < end; i++) {
					descend(v[i], before[i], product[i], productBefore[i], problem.target()[i], momentum, step, next[i]);
					problem.proximity().shrink(next[i], step);
				}
			});
			if (!all) return false;
			problem.proximity().project(next);
			before = v;
			v = next;
			final double[][] overwritten = productBefore;
			productBefore = product;
			product = overwritten;
			return true;
		}

		/** A matrix to write to that is none of those in use. */
		private double[][] room() {
			for (final double[][] room : rooms) if (room != v && room != before && room != best) return room;
			final double[][] room = new double[v.length][v[0].length];
			rooms.add(room);
			return room;
		}
	}

	private static void descend(final double[] v, final double[] before, final double[] product, final double[] productBefore, final double[] target, final double momentum, final double step, final double[] next) {
		for (int j = 0; j < next.length; j++) {
			final double slope = product[j] + momentum * (product[j] - productBefore[j]) - target[j];
			next[j] = v[j] + momentum * (v[j] - before[j]) - slope * step;
		}
	}
}
