package io.github.sparsej.learn.closedform;

import java.util.Arrays;

import io.github.sparsej.linalg.ChangingCholesky;

/**
 * The s that minimises 1/2 |x - W s|^2 + limit |s|_1, from the inner products of atoms of any length in float64, to the rounding of
 * these: an active set of sources and their signs is moved to its minimum, but no farther than to where one of them is 0, which leaves;
 * there the atom whose slope is the farthest beyond the limit joins, and so on until none is (Osborne, Presnell &amp; Turlach, IMA J.
 * Numerical Analysis 20, 2000; Lee, Battle, Raina &amp; Ng, NIPS 2006). An atom that is a combination of active ones takes over from
 * them until the first of these is at 0. The objective falls with every step. One instance per thread.
 */
final class ExactLasso {

	/** Squared distance of an atom from the span of the active ones, as a share of its square, up to which it is a combination of them. */
	private static final double DEPENDENT = 1e-12;
	/** How far a slope may be beyond the limit, in roundings of what it is the sum of. */
	private static final double ROUNDINGS = 4;
	private static final int MOST_STEPS_PER_ATOM = 20;

	private final double[][] gram;
	private final double limit;
	private final double longest;
	private final ChangingCholesky factor = new ChangingCholesky();
	private final int[] atoms;
	private final double[] signs;
	private final double[] values;
	private final double[] minimum;
	private final double[] right;
	private final double[] products;
	private final double[] slopes;
	private final boolean[] active;
	/** Atoms that were of no use since the objective last fell. */
	private final boolean[] refused;
	private double[] correlations;
	private int size;

	/**
	 * @param gram  W'W; not modified
	 * @param limit of absolute slopes; of {@link Objective} it is lambda / 2
	 */
	ExactLasso(final double[][] gram, final double limit) {
		this.gram = gram;
		this.limit = limit;
		double most = 0;
		for (int i = 0; i < gram.length; i++) most = Math.max(most, gram[i][i]);
		longest = most;
		atoms = new int[gram.length];
		signs = new double[gram.length];
		values = new double[gram.length];
		minimum = new double[gram.length];
		right = new double[gram.length];
		products = new double[gram.length];
		slopes = new double[gram.length];
		active = new boolean[gram.length];
		refused = new boolean[gram.length];
	}

	/**
	 * @param ofSignal W'x; not modified
	 * @param start    sources to begin with, of which the minimum does not depend; not modified
	 */
	double[] solve(final double[] ofSignal, final double[] start) {
		begin(ofSignal, start);
		settle(-1);
		for (int step = 0; step < MOST_STEPS_PER_ATOM * gram.length; step++) {
			final int next = farthest();
			if (next < 0) break;
			final double sign = Math.signum(slopes[next]);
			if (append(next, sign, 0, DEPENDENT) || exchange(next, sign)) settle(next);
			else refused[next] = true;
		}
		final double[] solution = new double[gram.length];
		for (int k = 0; k < size; k++) solution[atoms[k]] = values[k];
		return solution;
	}

	private void begin(final double[] ofSignal, final double[] start) {
		correlations = ofSignal;
		factor.clear();
		size = 0;
		Arrays.fill(active, false);
		Arrays.fill(refused, false);
		for (int i = 0; i < start.length; i++) if (start[i] != 0) append(i, Math.signum(start[i]), start[i], DEPENDENT);
	}

	/** False if the atom is a combination of the active ones. */
	private boolean append(final int atom, final double sign, final double value, final double dependent) {
		for (int k = 0; k < size; k++) products[k] = gram[atom][atoms[k]];
		if (!factor.append(products, gram[atom][atom], dependent * gram[atom][atom])) return false;
		atoms[size] = atom;
		signs[size] = sign;
		values[size++] = value;
		active[atom] = true;
		return true;
	}

	/**
	 * Moves along the line on which W s stays as it is while the source of an atom grows that was refused as a combination: the sum
	 * of the absolute values falls until the first of the others is 0, which leaves.
	 */
	private boolean exchange(final int atom, final double sign) {
		factor.solve(products, minimum);
		int first = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < size; k++) {
			final double way = values[k] / (sign * minimum[k]);
			if (way > 0 && way < least) {
				first = k;
				least = way;
			}
		}
		if (first < 0) return false;
		for (int k = 0; k < size; k++) values[k] = Math.fma(-least * sign, minimum[k], values[k]);
		leave(first);
		Arrays.fill(refused, false);
		return append(atom, sign, least * sign, 0);
	}

	/** Moves to the minimum for the signs of the active sources, which are fewer each time that one of them vanishes on the way. */
	private void settle(final int newcomer) {
		while (true) {
			for (int k = 0; k < size; k++) right[k] = correlations[atoms[k]] - limit * signs[k];
			factor.solve(right, minimum);
			int first = -1;
			double share = 1;
			for (int k = 0; k < size; k++) {
				if (minimum[k] * signs[k] > 0) continue;
				final double until = values[k] == 0 ? 0 : values[k] / (values[k] - minimum[k]);
				if (first < 0 || until < share) {
					first = k;
					share = until;
				}
			}
			if (first < 0) break;
			for (int k = 0; k < size; k++) values[k] = Math.fma(share, minimum[k] - values[k], values[k]);
			if (share > 0) Arrays.fill(refused, false);
			else if (atoms[first] == newcomer) refused[newcomer] = true;
			leave(first);
		}
		System.arraycopy(minimum, 0, values, 0, size);
		if (newcomer >= 0 && active[newcomer]) Arrays.fill(refused, false);
	}

	private void leave(final int place) {
		factor.remove(place);
		active[atoms[place]] = false;
		size--;
		for (int k = place; k < size; k++) {
			atoms[k] = atoms[k + 1];
			signs[k] = signs[k + 1];
			values[k] = values[k + 1];
		}
	}

	/** The atom whose slope is the farthest beyond the limit, the first of equal ones; -1 if none is. */
	private int farthest() {
		System.arraycopy(correlations, 0, slopes, 0, slopes.length);
		double terms = 0;
		for (int k = 0; k < size; k++) {
			RowMatrices.add(-values[k], gram[atoms[k]], slopes, slopes.length);
			terms += Math.abs(values[k]);
		}
		terms *= longest;
		int farthest = -1;
		double most = 0;
		for (int i = 0; i < slopes.length; i++) {
			final double excess = Math.abs(slopes[i]) - limit - ROUNDINGS * Math.ulp(Math.abs(correlations[i]) + terms);
			if (excess > most && !active[i] && !refused[i]) {
				farthest = i;
				most = excess;
			}
		}
		return farthest;
	}
}
