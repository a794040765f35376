package io.github.sparsej.model;

import java.util.Arrays;

/**
 * All that a dictionary update by least squares needs of any number of signals and their codes (Mairal, Bach, Ponce &amp; Sapiro
 * 2010, JMLR 11, algorithm 1): A, the sum of a a' over the signals' codes a (p x p), and B, the sum of a x' (p x m), both float64.
 * With them 1/2 ||X - a D||_F^2 is 1/2 tr(D' A D) - tr(D' B) and a constant, whatever the number of signals.
 * <p>
 * Sums of parts are the sum of the whole: {@link #plus}. Where past batches are forgotten little by little, A, B and
 * {@link #weight} are all sums of terms with the same weights. Immutable and thread-safe.
 */
public final class SufficientStatistics {

	/** How far an entry of A may exceed the geometric mean of its two diagonal entries: rounding. */
	private static final double ROUNDING = 1e-6;

	private final int atomCount;
	private final int signalLength;
	private final double weight;
	private final long batches;
	/** A row by row up to the diagonal; empty where the weight is 0. */
	private final double[] codeProducts;
	/** B, row-major; empty where the weight is 0. */
	private final double[] signalProducts;

	private SufficientStatistics(final int atomCount, final int signalLength, final double weight, final long batches, final double[] codeProducts, final double[] signalProducts) {
		this.atomCount = atomCount;
		this.signalLength = signalLength;
		this.weight = weight;
		this.batches = batches;
		this.codeProducts = codeProducts;
		this.signalProducts = signalProducts;
	}

	/** Of no signals. */
	public static SufficientStatistics none(final int atomCount, final int signalLength) {
		if (atomCount < 1 || signalLength < 1) throw new IllegalArgumentException("statistics need at least 1 atom of at least 1 value, got " + atomCount + " of " + signalLength);
		return new SufficientStatistics(atomCount, signalLength, 0, 0, new double[0], new double[0]);
	}

	/**
	 * @param weight         number of signals, as weighted by forgetting, finite and above 0
	 * @param batches        how many batches these sums were made in, 1 or more
	 * @param codeProducts   A, row by row up to the diagonal: p (p + 1) / 2 values; copied
	 * @param signalProducts B, p x m values, row-major; copied
	 * @throws IllegalArgumentException if the sizes do not fit, a value is not finite, or A is no sum of a a'
	 */
	public static SufficientStatistics of(final int atomCount, final int signalLength, final double weight, final long batches, final double[] codeProducts, final double[] signalProducts) {
		none(atomCount, signalLength);
		Require.positive("the weight of statistics", weight);
		if (batches < 1) throw new IllegalArgumentException("statistics are of at least 1 batch, got " + batches);
		requireSize("products of codes", codeProducts.length, triangle(atomCount));
		requireSize("products of codes and signals", signalProducts.length, (long) atomCount * signalLength);
		requireFinite("products of codes", codeProducts);
		requireFinite("products of codes and signals", signalProducts);
		requireProducts(atomCount, codeProducts);
		return new SufficientStatistics(atomCount, signalLength, weight, batches, codeProducts.clone(), signalProducts.clone());
	}

	/** Values of A that are kept: those up to the diagonal. */
	public static long triangle(final int atomCount) {
		return (long) atomCount * (atomCount + 1) / 2;
	}

	private static void requireSize(final String what, final int found, final long expected) {
		if (found != expected) throw new IllegalArgumentException(what + " must be " + expected + " values, got " + found);
	}

	private static void requireFinite(final String what, final double[] values) {
		for (final double value : values) if (!Double.isFinite(value)) throw new IllegalArgumentException(what + " must be finite, got " + value);
	}

	/** By Cauchy and Schwarz: a learner that divides by the diagonal must not meet anything else. */
	private static void requireProducts(final int atomCount, final double[] triangle) {
		final double[] roots = new double[atomCount];
		for (int i = 0, at = 0; i < atomCount; i++) {
			final double square = triangle[at + i];
			if (square < 0) throw new IllegalArgumentException("the sum of squares of the coefficients of atom " + (i + 1) + " cannot be " + square);
			roots[i] = Math.sqrt(square);
			for (int k = 0; k < i; k++, at++)
				if (Math.abs(triangle[at]) > roots[i] * roots[k] * (1 + ROUNDING))
					throw new IllegalArgumentException("the sum of products of the coefficients of atoms " + (k + 1) + " and " + (i + 1) + " cannot be " + triangle[at] + " where their sums of squares are " + roots[k] * roots[k] + " and " + square);
			at++;
		}
	}

	/** Number of atoms p. */
	public int atomCount() {
		return atomCount;
	}

	/** Values per signal m. */
	public int signalLength() {
		return signalLength;
	}

	/** Number of signals, each weighted as its terms of the sums are; 0 for none. */
	public double weight() {
		return weight;
	}

	/** How many batches these sums were made in: what forgetting goes by. */
	public long batches() {
		return batches;
	}

	/** Whether these are of no signals. */
	public boolean isEmpty() {
		return weight == 0;
	}

	/** Entry (i, k) of A: the sum of the products of the coefficients of two atoms. */
	public double codeProduct(final int i, final int k) {
		if (i < 0 || k < 0 || i >= atomCount || k >= atomCount) throw new IndexOutOfBoundsException("atoms " + i + " and " + k + " of " + atomCount);
		return isEmpty() ? 0 : codeProducts[(int) triangle(Math.max(i, k)) + Math.min(i, k)];
	}

	/** A copy of A, row by row up to the diagonal; empty for no signals. */
	public double[] codeProducts() {
		return codeProducts.clone();
	}

	/** A copy of row i of B: the sum of the signals by their coefficients of one atom. */
	public double[] signalProducts(final int atom) {
		if (atom < 0 || atom >= atomCount) throw new IndexOutOfBoundsException("atom " + atom + " of " + atomCount);
		return isEmpty() ? new double[signalLength] : Arrays.copyOfRange(signalProducts, atom * signalLength, (atom + 1) * signalLength);
	}

	/** A copy of B, row-major; empty for no signals. */
	public double[] signalProducts() {
		return signalProducts.clone();
	}

	/**
	 * The statistics of these signals and others, coded in the same atoms.
	 *
	 * @throws IllegalArgumentException if they are of another number of atoms or values
	 */
	public SufficientStatistics plus(final SufficientStatistics other) {
		if (atomCount != other.atomCount || signalLength != other.signalLength)
			throw new IllegalArgumentException("statistics of " + atomCount + " atoms of " + signalLength + " values cannot be added to those of " + other.atomCount + " of " + other.signalLength);
		if (isEmpty()) return other;
		if (other.isEmpty()) return this;
		return new SufficientStatistics(atomCount, signalLength, weight + other.weight, batches + other.batches, sum(codeProducts, other.codeProducts), sum(signalProducts, other.signalProducts));
	}

	private static double[] sum(final double[] a, final double[] b) {
		final double[] sum = new double[a.length];
		for (int j = 0; j < a.length; j++) sum[j] = a[j] + b[j];
		return sum;
	}
}
