package io.github.sparsej.encode.l1;

import java.util.Arrays;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.SparseCodes;

/**
 * What an l1 encoder minimises beside 1/2 |x - D a|^2 (not divided by the length or number of signals):
 * <pre>
 * lambda sum_i ( mixing w_i |a_i| + (1 - mixing) / 2 a_i^2 ),   a_i &gt;= 0 for all i where it is nonnegative
 * </pre>
 * With mixing 1 it is the lasso (Tibshirani, J. Royal Statistical Society B 58, 1996), with less the elastic net (Zou &amp;
 * Hastie, ibid. 67, 2005). lambda has the unit of the signals. Immutable and thread-safe.
 */
public final class Penalty {

	private static final double[] EQUAL = {};
	/** Largest ratio of two weights: beyond it, correlations in float32 could not be held against both. */
	private static final double MOST_RATIO = 1e12;

	private final double lambda;
	private final double mixing;
	private final boolean nonnegative;
	private final double[] weights;

	private Penalty(final double lambda, final double mixing, final boolean nonnegative, final double[] weights) {
		this.lambda = lambda;
		this.mixing = mixing;
		this.nonnegative = nonnegative;
		this.weights = weights;
	}

	/**
	 * lambda |a|_1.
	 *
	 * @param lambda positive and finite; where it is larger than all correlations |D'x|, the code is empty
	 */
	public static Penalty lasso(final double lambda) {
		return elasticNet(lambda, 1);
	}

	/**
	 * @param lambda positive and finite
	 * @param mixing share of the absolute values, more than 0 and at most 1; the rest goes to the squares
	 */
	public static Penalty elasticNet(final double lambda, final double mixing) {
		Require.positive("lambda", lambda);
		if (!(mixing > 0 && mixing <= 1)) throw new IllegalArgumentException("mixing must be more than 0 and at most 1, got " + mixing);
		return new Penalty(lambda, mixing, false, EQUAL);
	}

	/** This penalty with another lambda, positive and finite. */
	public Penalty withLambda(final double other) {
		return elasticNet(other, mixing).nonnegative(nonnegative).weighted(weights);
	}

	/** This penalty with another share of the absolute values, more than 0 and at most 1. */
	public Penalty withMixing(final double other) {
		return elasticNet(lambda, other).nonnegative(nonnegative).weighted(weights);
	}

	/** This penalty, of nonnegative coefficients only or not. */
	public Penalty nonnegative(final boolean only) {
		return new Penalty(lambda, mixing, only, weights);
	}

	/**
	 * This penalty with a weight on the absolute value of each coefficient (as in reweighted l1, Candes, Wakin &amp; Boyd
	 * 2008).
	 *
	 * @param weightOfAtom p values, positive and finite, the largest at most 1e12 times the smallest; copied. None: all atoms
	 *                     are equal
	 */
	public Penalty weighted(final double... weightOfAtom) {
		for (final double weight : weightOfAtom) Require.positive("weights", weight);
		final double least = Arrays.stream(weightOfAtom).min().orElse(1), most = Arrays.stream(weightOfAtom).max().orElse(1);
		if (most > MOST_RATIO * least) throw new IllegalArgumentException("the largest weight must be at most " + MOST_RATIO + " times the smallest, got " + most + " and " + least);
		return new Penalty(lambda, mixing, nonnegative, weightOfAtom.clone());
	}

	public double lambda() {
		return lambda;
	}

	public double mixing() {
		return mixing;
	}

	public boolean isNonnegative() {
		return nonnegative;
	}

	public boolean isWeighted() {
		return weights.length > 0;
	}

	/** A copy of the weights, one per atom; none where all atoms are equal. */
	public double[] weights() {
		return weights.clone();
	}

	/** Factor on the absolute value of an atom's coefficient: lambda mixing w_i. */
	public double l1(final int atom) {
		return lambda * mixing * (weights.length == 0 ? 1 : weights[atom]);
	}

	/** Factor on half the square of each coefficient: lambda (1 - mixing). */
	public double ridge() {
		return lambda * (1 - mixing);
	}

	/** The penalty of one code; for a nonnegative penalty infinite if a coefficient is negative. */
	public double of(final SparseCodes codes, final int row) {
		double sum = 0;
		for (int k = codes.start(row); k < codes.start(row + 1); k++) {
			final double a = codes.coefficient(k);
			if (nonnegative && a < 0) return Double.POSITIVE_INFINITY;
			sum += l1(codes.atom(k)) * Math.abs(a) + ridge() / 2 * a * a;
		}
		return sum;
	}

	/** @throws IllegalArgumentException if there are weights, but not as many as atoms */
	void requireFit(final int atomCount) {
		if (weights.length > 0 && weights.length != atomCount) throw new IllegalArgumentException(weights.length + " weights do not fit a dictionary of " + atomCount + " atoms");
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Penalty p && lambda == p.lambda && mixing == p.mixing && nonnegative == p.nonnegative && Arrays.equals(weights, p.weights);
	}

	@Override
	public int hashCode() {
		return 31 * Double.hashCode(lambda) + Double.hashCode(mixing) + Arrays.hashCode(weights);
	}

	@Override
	public String toString() {
		return "lambda=" + lambda + (mixing < 1 ? ", mixing=" + mixing : "") + (nonnegative ? ", nonnegative" : "") + (weights.length > 0 ? ", " + weights.length + " weights" : "");
	}
}
