package io.github.sparsej.analyze;

import io.github.sparsej.learn.record.AtomUse;
import io.github.sparsej.learn.record.Coherence;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SparseCodes;

/**
 * How different the atoms of a dictionary are and how evenly codes use them. Immutable and thread-safe.
 */
public final class DictionaryStatistics {

	private final int atomCount;
	private final double coherence;
	private final AtomUse use;

	private DictionaryStatistics(final Dictionary dictionary, final AtomUse use) {
		atomCount = dictionary.atomCount();
		this.use = use;
		coherence = Coherence.absolute(dictionary, Parallel.SERIAL);
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
		return new DictionaryStatistics(dictionary, AtomUse.of(codes));
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
		return use().counts();
	}

	/** How many atoms no signal uses. */
	public int unusedAtoms() {
		return use().unusedAtoms();
	}

	/** See {@link AtomUse#entropy}. */
	public double useEntropy() {
		return use().entropy();
	}

	private AtomUse use() {
		if (use == null) throw new IllegalStateException("the use of atoms is known only where codes were given");
		return use;
	}
}
