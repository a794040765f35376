package io.github.sparsej.learn.start;

import java.util.SplittableRandom;

import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;

/**
 * Atoms that learning can begin with.
 *
 * @param dictionary all of them what they must be
 * @param replaced   how many a constraint left nothing of, as of a constant cosine without its mean: signals took their places
 */
public record StartAtoms(Dictionary dictionary, ReplacedAtoms replaced) {

	/**
	 * @param atomCount  atoms p wanted
	 * @param constraint what they must be
	 * @param signals    the signals to learn from; not modified
	 * @param random     source of all random draws
	 * @throws IllegalArgumentException if they have another number or length, naming both, or the signals do not give as many
	 */
	public static StartAtoms of(final InitialDictionary initial, final int atomCount, final AtomConstraint constraint, final Signals signals, final SplittableRandom random) {
		final Dictionary start = initial.create(atomCount, signals, random);
		if (start.signalLength() != signals.length())
			throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be described by initial atoms of length " + start.signalLength());
		if (start.atomCount() != atomCount) throw new IllegalArgumentException("learning " + atomCount + " atoms cannot begin with a dictionary of " + start.atomCount());
		if (constraint.equals(AtomConstraint.NONE)) return new StartAtoms(start, ReplacedAtoms.NONE);
		final double[][] atoms = UnitRows.of(start);
		final ReplacedAtoms replaced = new AtomReplacement(constraint, AtomReplacement.NEARLY_SAME).allow(atoms, signals);
		final float[] all = new float[atoms.length * start.signalLength()];
		for (int i = 0, at = 0; i < atoms.length; i++) for (final double value : atoms[i]) all[at++] = (float) value;
		return new StartAtoms(Dictionary.ofUnitAtoms(start.shape(), atoms.length, all), replaced);
	}
}
