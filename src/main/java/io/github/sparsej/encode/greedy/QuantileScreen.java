package io.github.sparsej.encode.greedy;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.QuantileFunctions;

/**
 * Quantile functions z_i of correlations, and for a number of levels the least correlation with which each atom can reach
 * that level. Where one atom's score is above a level, only atoms whose correlation is at least their limit at that level
 * can have a score as high: the others need not be looked at. Immutable and thread-safe.
 * <p>
 * Limits are from below, never too high: an atom can reach a level first in the first cell between two values of its
 * table of which one is as high, and within a cell the correlation is a convex function of r, above its tangent.
 */
final class QuantileScreen {

	/** Enough that 2 of 441 atoms are looked at in vain, few enough to be made for every batch of learning. */
	private static final int LEVELS = 64;
	private static final int ATOMS_PER_CHUNK = 64;
	/** Bound of the rounding of a score, beside that of Q r. */
	private static final double ROUNDING = 1e-12;
	/** Below, 1 - exp(-x) is x, but for fewer digits than its difference from 1 loses. */
	private static final double LINEAR = 1e-8;
	/** What makes a limit smaller than float32 rounds. */
	private static final double DOWN = 1 - 1e-6;

	private final int size;
	private final double scale;
	private final double[] table;
	private final double margin;
	/** Rising; the first is 0. */
	private final double[] levels;
	/** Per level, the limit of each atom. */
	private final float[][] limits;

	/**
	 * @param atomCount atoms of the dictionary, for which the functions must be
	 * @param unit      correlation that stands for 1 unit of the signals
	 */
	static QuantileScreen of(final QuantileFunctions functions, final int atomCount, final double unit, final Parallel parallel) {
		if (functions.atomCount() != atomCount) throw new IllegalArgumentException(functions.atomCount() + " quantile functions do not fit a dictionary of " + atomCount + " atoms");
		return new QuantileScreen(functions, unit, parallel);
	}

	private QuantileScreen(final QuantileFunctions functions, final double unit, final Parallel parallel) {
		size = functions.size();
		scale = functions.scale() * unit;
		table = functions.toArray();
		margin = ROUNDING + size * Math.ulp(1.0);
		levels = meanAtLevels(functions.atomCount());
		limits = new float[LEVELS][functions.atomCount()];
		final double[] nodes = new double[size];
		for (int k = 0; k < size; k++) nodes[k] = -scale * Math.log1p(-(double) k / size);
		parallel.forChunks(functions.atomCount(), ATOMS_PER_CHUNK, (begin, end) -> {
			for (int i = begin; i < end; i++) limit(i, nodes);
		});
	}

	/** The mean function at equal distances of r: there are many levels where scores are. */
	private double[] meanAtLevels(final int atomCount) {
		final double[] mean = new double[size];
		for (int k = 0; k < table.length; k += size) for (int j = 0; j < size; j++) mean[j] += table[k + j] / atomCount;
		final double[] at = new double[LEVELS];
		double last = 0;
		for (int level = 1; level < LEVELS; level++) at[level] = last = Math.max(last, read(mean, 0, (double) level / LEVELS));
		return at;
	}

	/** The limits of one atom. */
	private void limit(final int atom, final double[] nodes) {
		limits[0][atom] = Float.MIN_VALUE;
		int k = 0;
		for (int level = 1; level < LEVELS; level++) {
			while (k < size && Math.max(value(atom, k), value(atom, k + 1)) < levels[level]) k++;
			limits[level][atom] = k == size ? Float.POSITIVE_INFINITY : Math.max(Float.MIN_VALUE, (float) (DOWN * inCell(atom, k, levels[level], nodes[k])));
		}
	}

	/** The least correlation, or a little less, with which an atom reaches a level in a cell where it does. */
	private double inCell(final int atom, final int k, final double level, final double node) {
		final double low = value(atom, k), high = value(atom, k + 1);
		return low >= level ? node : node + scale * (level - low) / (high - low) / (size - k);
	}

	private double value(final int atom, final int k) {
		return table[atom * size + Math.min(k, size - 1)];
	}

	/** z of an atom at a correlation of 0 or more. */
	double score(final int atom, final float correlation) {
		final double x = correlation / scale;
		return read(table, atom * size, x < LINEAR ? x : 1 - Math.exp(-x));
	}

	private double read(final double[] values, final int begin, final double r) {
		final double u = size * r;
		final int k = Math.min((int) u, size - 1);
		final double t = u - k;
		return (1 - t) * values[begin + k] + t * values[begin + Math.min(k + 1, size - 1)];
	}

	/** The limits at the highest level that is surely below a score. */
	float[] limitsBelow(final double score) {
		final double level = score - margin;
		int low = 0, high = LEVELS;
		while (high - low > 1) {
			final int middle = low + high >>> 1;
			if (levels[middle] <= level) low = middle;
			else high = middle;
		}
		return limits[low];
	}
}
