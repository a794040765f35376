package io.github.sparsej.learn.ksvd;

import java.util.Arrays;

import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.linalg.RowProducts;
import io.github.sparsej.linalg.Parallel;

/**
 * The u signals that use one atom d, with coefficients g, as a rank-one fit sees them: what all other atoms leave of them,
 * E = R + g d', u x m, where R are their residuals. E is never formed; its products are those of R plus what d adds.
 * <p>
 * Signals go in fixed chunks of few enough that their residuals stay in the first level of cache from one pass to the next. Sums of
 * float32 products are short ones, added in float64 in the order of the chunks. For one thread; parallel inside.
 */
final class AtomUsers {

	private static final int CHUNK = 128;
	/** Values of residuals below which one thread is faster than two: each core's cache has to fetch what another one's has changed. */
	private static final long MUCH = 1 << 15;
	/** Terms that are added in float32 before they are added to a sum in float64. */
	private static final int FLOAT_TERMS = 64;

	private final float[] atom;
	private final int[] row;
	private final float[] coefficient;
	private final float[][] residuals;
	private final boolean nonnegative;
	private final Parallel parallel;

	/**
	 * @param atom        d; not modified
	 * @param residuals   of all signals; modified by {@link #settle} alone
	 * @param nonnegative whether coefficients are to be 0 or more
	 */
	AtomUsers(final float[] atom, final AtomUses uses, final int number, final float[][] residuals, final boolean nonnegative, final Parallel parallel) {
		this.atom = atom;
		row = Arrays.copyOfRange(uses.row, uses.start[number], uses.start[number + 1]);
		coefficient = Arrays.copyOfRange(uses.coefficient, uses.start[number], uses.start[number + 1]);
		this.residuals = residuals;
		this.nonnegative = nonnegative;
		this.parallel = parallel;
	}

	/** How many signals use the atom. */
	int count() {
		return row.length;
	}

	/** Values m per signal. */
	int length() {
		return atom.length;
	}

	/** Whether coefficients are to be 0 or more. */
	boolean nonnegative() {
		return nonnegative;
	}

	/** The threads for work of one's own on the users. */
	Parallel parallel() {
		return parallel;
	}

	/** A copy of the atom as it is. */
	double[] atom() {
		final double[] copy = new double[atom.length];
		for (int j = 0; j < copy.length; j++) copy[j] = atom[j];
		return copy;
	}

	/** E'g with the coefficients as they are: the direction of the atom that fits them best. */
	double[] combine() {
		final Partial[] parts = parts();
		forChunks((begin, end) -> parts[begin / CHUNK] = combine(coefficient, begin, end));
		return sum(parts);
	}

	/** E'(E x), or E'max(0, E x) where coefficients are to be 0 or more: coefficients that fit x best, and the direction that fits these. */
	double[] refitAndCombine(final float[] x) {
		final Partial[] parts = parts();
		final float[] fitted = new float[row.length];
		final float product = product(x);
		forChunks((begin, end) -> {
			refit(x, product, fitted, begin, end);
			parts[begin / CHUNK] = combine(fitted, begin, end);
		});
		return sum(parts);
	}

	/**
	 * Puts another atom in place of d, with the coefficients that fit it best, and the residuals of both.
	 *
	 * @param other of unit norm; not modified
	 */
	void settle(final float[] other) {
		final float[] fitted = new float[row.length];
		final float product = product(other);
		forChunks((begin, end) -> {
			refit(other, product, fitted, begin, end);
			for (int k = begin; k < end; k++) exchange(coefficient[k], atom, fitted[k], other, residuals[row[k]]);
		});
	}

	/** What coefficients that fit x best take away of ||E||_F^2: their squared norm. */
	double energy(final float[] x) {
		final double[] parts = new double[chunks()];
		final float[] fitted = new float[row.length];
		final float product = product(x);
		forChunks((begin, end) -> {
			refit(x, product, fitted, begin, end);
			double sum = 0;
			for (int k = begin; k < end; k++) sum = Math.fma((double) fitted[k], (double) fitted[k], sum);
			parts[begin / CHUNK] = sum;
		});
		return Arrays.stream(parts).reduce(0, Double::sum);
	}

	/** Row k of E. */
	void error(final int k, final double[] to) {
		final float[] residual = residuals[row[k]];
		for (int j = 0; j < to.length; j++) to[j] = residual[j] + (double) coefficient[k] * atom[j];
	}

	private void forChunks(final Parallel.Body body) {
		if ((long) row.length * atom.length >= MUCH) parallel.forChunks(row.length, CHUNK, body);
		else for (int begin = 0; begin < row.length; begin += CHUNK) body.run(begin, Math.min(begin + CHUNK, row.length));
	}

	private void refit(final float[] x, final float product, final float[] fitted, final int begin, final int end) {
		RowProducts.of(residuals, row, begin, end, x, fitted);
		for (int k = begin; k < end; k++) fitted[k] = Math.fma(product, coefficient[k], fitted[k]);
		if (nonnegative) for (int k = begin; k < end; k++) fitted[k] = Math.max(0, fitted[k]);
	}

	private Partial combine(final float[] v, final int begin, final int end) {
		final double[] sum = new double[atom.length];
		for (int from = begin; from < end; from += FLOAT_TERMS) {
			final float[] part = new float[atom.length];
			RowCombination.add(v, row, from, Math.min(from + FLOAT_TERMS, end), residuals, part);
			for (int j = 0; j < sum.length; j++) sum[j] += part[j];
		}
		double product = 0;
		for (int k = begin; k < end; k++) product = Math.fma((double) v[k], (double) coefficient[k], product);
		return new Partial(sum, product);
	}

	private static void exchange(final float c, final float[] out, final float e, final float[] in, final float[] residual) {
		for (int j = 0; j < residual.length; j++) residual[j] = Math.fma(-e, in[j], Math.fma(c, out[j], residual[j]));
	}

	/** d'x. */
	private float product(final float[] x) {
		double sum = 0;
		for (int j = 0; j < x.length; j++) sum = Math.fma((double) atom[j], (double) x[j], sum);
		return (float) sum;
	}

	/** The share of a chunk in E'v: R'v of its rows, and v'g. */
	private record Partial(double[] combination, double product) {}

	private int chunks() {
		return (row.length + CHUNK - 1) / CHUNK;
	}

	private Partial[] parts() {
		return new Partial[chunks()];
	}

	private double[] sum(final Partial[] parts) {
		final double[] sum = new double[atom.length];
		double product = 0;
		for (final Partial part : parts) {
			for (int j = 0; j < sum.length; j++) sum[j] += part.combination[j];
			product += part.product;
		}
		for (int j = 0; j < sum.length; j++) sum[j] = Math.fma(product, (double) atom[j], sum[j]);
		return sum;
	}
}
