package io.github.sparsej.convolve.learn;

import java.util.Arrays;

import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.model.PatchShape;

/**
 * What atoms must be while they are learned: of unit l2 norm, nonnegative or of zero mean by option, and tapered: a window w times
 * anything. Atoms stay tapered if they are at the start, and all that is added to them is. Immutable and thread-safe.
 */
final class AtomForm {

	/** Share of an atom's norm that rounding leaves of it where all of it is taken away. */
	private static final double ROUNDING = 1e-6;

	private final AtomConstraint constraint;
	private final float[] taper;
	private final double sum;

	AtomForm(final AtomConstraint constraint, final AtomMask taper, final PatchShape shape) {
		this.constraint = constraint;
		this.taper = taper.values(shape);
		double total = 0;
		for (final float weight : this.taper) total += weight;
		sum = total;
	}

	/** Multiplies values by the window. */
	void taper(final double[] values) {
		for (int j = 0; j < values.length; j++) values[j] *= taper[j];
	}

	/**
	 * Takes a multiple of the window away so that the values, which are tapered, add up to 0; of the untapered, that is their mean.
	 */
	void center(final double[] values) {
		final double share = Arrays.stream(values).sum() / sum;
		for (int j = 0; j < values.length; j++) values[j] -= share * taper[j];
	}

	/**
	 * Makes an atom what it must be.
	 *
	 * @param atom modified
	 * @return false if nothing is left of it
	 */
	boolean project(final double[] atom) {
		if (!constraint.zeroMean()) return constraint.project(atom);
		// The constraint's own way would take the same from all values, also where the window is 0.
		final double before = UnitRows.norm(atom);
		center(atom);
		return UnitRows.norm(atom) > ROUNDING * before && UnitRows.normalize(atom);
	}
}
