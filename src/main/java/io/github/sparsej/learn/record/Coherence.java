package io.github.sparsej.learn.record;

import java.util.function.DoubleUnaryOperator;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/** How alike the two most alike atoms of a dictionary are. */
public final class Coherence {

	private Coherence() {}

	/** The largest product of two different atoms, -1 to 1 (Perrinet 2019, SHL_scripts: MC); 0 for a single atom. */
	public static double signed(final Dictionary dictionary, final Parallel parallel) {
		return largest(dictionary, DoubleUnaryOperator.identity(), parallel);
	}

	/** The largest |product| of two different atoms, 0 to 1: an atom and its negative are one; 0 for a single atom. */
	public static double absolute(final Dictionary dictionary, final Parallel parallel) {
		return largest(dictionary, Math::abs, parallel);
	}

	private static double largest(final Dictionary dictionary, final DoubleUnaryOperator likeness, final Parallel parallel) {
		final int p = dictionary.atomCount();
		if (p == 1) return 0;
		final float[] atoms = dictionary.toArray();
		final float[][] gram = Gram.of(atoms, Columns.of(atoms, p, dictionary.signalLength(), parallel), p, parallel);
		double largest = -1;
		for (int i = 0; i < p; i++) for (int k = 0; k < i; k++) largest = Math.max(largest, likeness.applyAsDouble(gram[i][k]));
		return largest;
	}
}
