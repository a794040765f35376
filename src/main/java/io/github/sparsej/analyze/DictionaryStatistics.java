package io.github.sparsej.analyze;

import java.util.Arrays;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SparseCodes;

/**
 * How different the atoms of a dictionary are and how evenly codes use them. Immutable and thread-safe.
 */
public final class DictionaryStatistics {

	private final int atomCount;
	private final double coherence;
	private final int[] useCounts;

	private DictionaryStatistics(final Dictionary dictionary, final int[] useCounts) {
		atomCount = dictionary.atomCount();
		this.useCounts = useCounts;
		coherence = coherence(dictionary);
	}

	private static double coherence(final Dictionary dictionary) {
		final float[] atoms = dictionary.toArray();
		final int p = dictionary.atomCount();
		final float[][] gram = Gram.of(atoms, Columns.of(atoms, p, dictionary.signalLength(), Parallel.SERIAL), p, Parallel.SERIAL);
		double largest = 0;
		for (int i = 0; i < p; i++) for (int k = 0; k < i; k++) largest = Math.max(largest, Math.abs(gram[i][k]));
		return largest;
	}

	/** Statistics of the atoms alone. */
	public static DictionaryStatistics of(final Dictionary dictionary) {
		return new DictionaryStatistics(dictionary, null);
	}

	/**
	 * Statistics of the atoms and of their use in codes.
	 *
	 * @throws IllegalArgumentException if the codes are in another number of atoms, naming both
	 */
	public static DictionaryStatistics of(final Dictionary dictionary, final SparseCodes codes) {
		if (codes.atomCount() != dictionary.atomCount())
			throw new IllegalArgumentException("codes in " + codes.atomCount() + " atoms say nothing about a dictionary of " + dictionary.atomCount());
		final int[] counts = new int[codes.atomCount()];
		for (int k = 0; k < codes.nonzeros(); k++) if (codes.coefficient(k) != 0) counts[codes.atom(k)]++;
		return new DictionaryStatistics(dictionary, counts);
	}

	/** Number of atoms p. */
	public int atomCount() {
		return atomCount;
	}

	/** Largest |product| of two different atoms, 0 to 1; 0 for a single atom. */
	public double coherence() {
		return coherence;
	}

	/** How many signals use each atom: p counts, a copy. */
	public int[] useCounts() {
		return counts().clone();
	}

	/** How many atoms no signal uses. */
	public int unusedAtoms() {
		return (int) Arrays.stream(counts()).filter(count -> count == 0).count();
	}

	/**
	 * Entropy of the use of atoms, -sum q_i ln q_i / ln p with q_i the share of atom i in all nonzeros: 1 where all are used
	 * alike, 0 where one is used alone. An unused atom adds nothing; it is 1 for a single atom, and 0 where nothing is used.
	 */
	public double useEntropy() {
		final double all = Arrays.stream(counts()).asLongStream().sum();
		if (all == 0) return 0;
		if (atomCount == 1) return 1;
		return Arrays.stream(counts()).filter(count -> count > 0).mapToDouble(count -> -count / all * Math.log(count / all)).sum() / Math.log(atomCount);
	}

	private int[] counts() {
		if (useCounts == null) throw new IllegalStateException("the use of atoms is known only where codes were given");
		return useCounts;
	}
}
