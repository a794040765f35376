package io.github.sparsej.encode.l1;

import java.util.Arrays;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Correlations;

/**
 * The atoms whose slopes d_i'(x - D a) are followed while the code a of a signal moves, and these slopes.
 * <p>
 * A slope changes by no more than the distance that D a moves, since atoms have unit norm. So an atom whose slope is below
 * its limit by a margin keeps a coefficient of 0 until D a has moved by that margin, and until then it need not be looked at
 * (a sphere test as in El Ghaoui, Viallon &amp; Rabbani, Pacific J. Optimization 8, 2012, about an iterate instead of the
 * solution). What is left is a small part of the Gram matrix, gathered here; the codes are those without it but for rounding.
 * <p>
 * Slopes are those at a reference code less the Gram matrix times the way from there, so that their rounding is as small as
 * that way is short. Positions 0 to {@code size - 1} stand for the atoms {@code atomOf}. One instance per thread.
 */
final class WorkingSet {

	/** At most one atom in so many is kept: with more, gathering does not pay. */
	private static final int SHARE = 3;

	private final PreparedAtoms atoms;
	private final boolean nonnegative;
	private final float[] allLimits;
	private final int[] allAtoms;
	private final boolean[] isActive;
	private final int[] keptAtoms;
	private final float[] keptLimits;
	private final float[][] keptRows;

	private float[][] rows;
	int size;
	int[] atomOf;
	float[] limits;
	/** Slopes at the reference code, at the code, and at the code before. */
	float[] reference, slopes, before;

	/** @param limits beyond which (nonnegative: above which) the slope of an atom gives it a coefficient */
	WorkingSet(final PreparedAtoms atoms, final float[] limits, final boolean nonnegative) {
		this.atoms = atoms;
		this.nonnegative = nonnegative;
		allLimits = limits;
		final int p = atoms.count;
		allAtoms = new int[p];
		for (int i = 0; i < p; i++) allAtoms[i] = i;
		isActive = new boolean[p];
		keptAtoms = new int[p / SHARE];
		keptLimits = new float[p / SHARE];
		keptRows = new float[p / SHARE][0];
		reference = new float[p];
		slopes = new float[p];
		before = new float[p];
	}

	/** Takes all atoms; their slopes have to be set. Positions are atoms. */
	void all() {
		size = atoms.count;
		atomOf = allAtoms;
		limits = allLimits;
		rows = atoms.gram;
	}

	boolean isAll() {
		return rows == atoms.gram;
	}

	/** The slopes once the code is the reference plus these coefficients; those so far become those before. */
	void move(final int[] positions, final float[] coefficients, final int terms) {
		swap();
		if (terms == 0) System.arraycopy(reference, 0, slopes, 0, size);
		else Correlations.subtract(reference, slopes, size, rows, positions, coefficients, terms);
	}

	/** Exchanges the slopes at the code and at the code before. */
	void swap() {
		final float[] last = before;
		before = slopes;
		slopes = last;
	}

	/** Whether few enough atoms are within a margin of their limits to be kept alone. */
	boolean isFewWithin(final float margin) {
		return (nonnegative ? countAbove(slopes, limits, size, margin) : countBeyond(slopes, limits, size, margin)) <= keptAtoms.length;
	}

	private static int countBeyond(final float[] slopes, final float[] limits, final int size, final float margin) {
		int count = 0;
		for (int i = 0; i < size; i++) count += Float.floatToRawIntBits(limits[i] - margin - Math.abs(slopes[i])) >>> 31;
		return count;
	}

	private static int countAbove(final float[] slopes, final float[] limits, final int size, final float margin) {
		int count = 0;
		for (int i = 0; i < size; i++) count += Float.floatToRawIntBits(limits[i] - margin - slopes[i]) >>> 31;
		return count;
	}

	/**
	 * Of all atoms, keeps those within a margin of their limits, and the active ones.
	 *
	 * @param active their positions, overwritten by those in the smaller set
	 * @return false if they would be too many; then nothing changes
	 */
	boolean keepWithin(final float margin, final int[] active, final int activeSize) {
		for (int k = 0; k < activeSize; k++) isActive[active[k]] = true;
		final int kept = choose(margin);
		for (int k = 0; k < activeSize; k++) isActive[active[k]] = false;
		if (kept > keptAtoms.length) return false;
		for (int k = 0; k < activeSize; k++) active[k] = Arrays.binarySearch(keptAtoms, 0, kept, active[k]);
		size = kept;
		atomOf = keptAtoms;
		gather();
		return true;
	}

	/** The number of atoms kept, which is too large where choosing was given up. */
	private int choose(final float margin) {
		int kept = 0;
		for (int i = 0; i < atoms.count; i++)
			if (isActive[i] || (nonnegative ? slopes[i] : Math.abs(slopes[i])) > limits[i] - margin) {
				if (kept == keptAtoms.length) return kept + 1;
				keptAtoms[kept++] = i;
			}
		return kept;
	}

	private void gather() {
		for (int k = 0; k < size; k++) {
			if (keptRows[k].length < size) keptRows[k] = new float[Math.min(keptRows.length, size + size / 2)];
			pick(atoms.gram[keptAtoms[k]], keptRows[k]);
			keptLimits[k] = allLimits[keptAtoms[k]];
		}
		pick(reference, reference);
		pick(slopes, slopes);
		pick(before, before);
		limits = keptLimits;
		rows = keptRows;
	}

	/** The values of the atoms kept, which can go to the beginning of the same array since they rise. */
	private void pick(final float[] from, final float[] to) {
		for (int k = 0; k < size; k++) to[k] = from[keptAtoms[k]];
	}
}
