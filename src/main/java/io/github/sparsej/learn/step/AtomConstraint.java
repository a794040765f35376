package io.github.sparsej.learn.step;

import java.util.Arrays;
import java.util.Map;

/**
 * What atoms must be, beside of unit l2 norm.
 *
 * @param nonnegative whether their values are 0 or more
 * @param zeroMean    whether their values add up to 0
 */
public record AtomConstraint(boolean nonnegative, boolean zeroMean) {

	/** Atoms of any values. */
	public static final AtomConstraint NONE = new AtomConstraint(false, false);

	/** Share of an atom's norm that is left of it by rounding where all of it is taken away. */
	private static final double ROUNDING = 1e-6;

	/** @throws IllegalArgumentException if both are asked for: no atom is left then */
	public AtomConstraint {
		if (nonnegative && zeroMean) throw new IllegalArgumentException("atoms cannot be both nonnegative and of zero mean: only an atom of zeros is");
	}

	/**
	 * Brings an atom to the nearest one allowed (of those of unit norm the one of the nearest direction).
	 *
	 * @param atom modified
	 * @return false if nothing is left of the atom, which then is to be replaced
	 */
	public boolean project(final double[] atom) {
		if (nonnegative) for (int j = 0; j < atom.length; j++) atom[j] = Math.max(0, atom[j]);
		return (!zeroMean || center(atom)) && UnitRows.normalize(atom);
	}

	/** As {@link #project}, of an atom or its opposite: where coefficients have signs, both say the same. */
	public boolean projectEither(final double[] atom) {
		if (nonnegative && Arrays.stream(atom).noneMatch(value -> value > 0)) for (int j = 0; j < atom.length; j++) atom[j] = -atom[j];
		return project(atom);
	}

	/** In words, in order, for a {@link io.github.sparsej.model.Provenance}; nothing for {@link #NONE}. */
	public Map<String, String> inWords() {
		if (nonnegative) return Map.of("atoms are nonnegative", "true");
		return zeroMean ? Map.of("atoms have zero mean", "true") : Map.of();
	}

	/** Takes the mean of values away; false if only rounding is left. */
	public static boolean center(final double[] atom) {
		double mean = 0, before = 0, after = 0;
		for (final double value : atom) mean += value / atom.length;
		for (int j = 0; j < atom.length; j++) {
			before += atom[j] * atom[j];
			atom[j] -= mean;
			after += atom[j] * atom[j];
		}
		return after > ROUNDING * ROUNDING * before;
	}
}
