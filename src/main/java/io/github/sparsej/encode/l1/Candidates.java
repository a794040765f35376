package io.github.sparsej.encode.l1;

import java.util.Arrays;

import io.github.sparsej.linalg.Excess;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.linalg.WorstOfFew;

/**
 * A few of the atoms that violate their optimality conditions, among which those that join are chosen one by one. Their inner
 * products with the active atoms are gathered, so that after each step only the correlations of the few are computed: the
 * next one is known without all atoms, and most of the others are found to be described well enough and never join.
 */
final class Candidates {

	/** Most candidates at a time. */
	private static final int MOST = WorstOfFew.MOST;
	/** Share of the largest violation that makes a candidate. */
	private static final float SHARE = 0.3f;
	/** Share of the way up to the largest violation by which that is raised, as long as there are too many. */
	private static final float RAISE = 0.25f;
	/** Share of the violation that made a candidate below which it waits for the next round, where others may be worse. */
	private static final float WAITING = 0.1f;

	private final ActiveAtoms active;
	private final boolean signed;
	private final int[] atoms = new int[MOST];
	private final float[] correlations = new float[MOST];
	private final float[] limits = new float[MOST];
	/** -1 for those that may still join in this round, 0 for others. */
	private final int[] isOpen = new int[MOST];
	/** Inner products of the active atoms with the candidates, by the active atoms' slots. */
	private final float[][] gram;
	private final int[] found;
	private int size;
	private float least;

	Candidates(final ActiveAtoms active, final int atomCount, final boolean signed) {
		this.active = active;
		this.signed = signed;
		found = new int[atomCount + 1];
		gram = new float[atomCount][];
	}

	/**
	 * Chooses the candidates.
	 *
	 * @param excess          by how much each atom violates its condition; 0 for active atoms, above 0 for another at least
	 * @param most            the largest of these values
	 * @param allCorrelations of all atoms with the signal
	 * @param allLimits       factors on the absolute values of all atoms
	 * @param search          by which {@code most} was found
	 */
	void choose(final float[] excess, final float most, final float[] allCorrelations, final float[] allLimits, final LargestValue search) {
		float threshold = SHARE * most;
		int left = search.find(excess, threshold, found);
		while (left > MOST) {
			final float higher = threshold + (most - threshold) * RAISE;
			if (!(higher > threshold)) break; // more equal ones than there are places: the first of them
			threshold = higher;
			left = Excess.keep(excess, threshold, found, left);
		}
		size = Math.min(left, MOST);
		least = WAITING * threshold;
		Arrays.fill(isOpen, 0);
		for (int q = 0; q < size; q++) {
			final int atom = found[q];
			atoms[q] = atom;
			correlations[q] = allCorrelations[atom];
			limits[q] = allLimits[atom];
			isOpen[q] = -1;
		}
		for (int k = 0; k < active.size(); k++) gather(active.slot(k), active.row(k));
	}

	/** Gathers the inner products of an atom that has this slot, or is about to take it. */
	void gather(final int slot, final float[] row) {
		if (gram[slot] == null) gram[slot] = new float[MOST];
		gather(row, atoms, size, gram[slot]);
	}

	private static void gather(final float[] row, final int[] atoms, final int count, final float[] to) {
		for (int q = 0; q < count; q++) to[q] = row[atoms[q]];
	}

	/** The candidate with the largest violation, -1 if none violates its condition by more than the margin. */
	int next(final float margin) {
		return WorstOfFew.find(correlations, limits, isOpen, size, Math.max(margin, least), signed, gram, active.slots(), active.factors(), active.size());
	}

	int atom(final int candidate) {
		return atoms[candidate];
	}

	/** Keeps a candidate from being the next one in this round. */
	void exclude(final int candidate) {
		isOpen[candidate] = 0;
	}
}
