package io.github.sparsej.learn.closedform;

import java.util.Arrays;

import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Signals;

/**
 * Atoms of any length as a dictionary, with what keeps the penalty of their sources.
 *
 * @param dictionary the directions of the atoms; of those that are zero, signals that were coded worst (or, where there are not as
 *                   many, what learning began with)
 * @param weights    1 / |w_j| of each atom, the factor on the absolute value of its coefficient
 * @param use        share of signals that use each atom
 * @param replaced   how many atoms were zero, and replaced
 */
record UnitAtoms(Dictionary dictionary, double[] weights, HomeostasisState use, ReplacedAtoms replaced) {

	/** Largest ratio of two weights, somewhat less than a {@link io.github.sparsej.encode.l1.Penalty} allows. */
	private static final double MOST_RATIO = 1e11;
	/** Also atoms that are nearly the same stay: the objective wants them so. */
	private static final double NEVER_THE_SAME = 1;

	static UnitAtoms of(final Alternation learned, final Dictionary start, final Signals signals, final AtomConstraint constraint) {
		final double[][] unit = UnitRows.of(start);
		final double[] weights = new double[unit.length];
		for (int i = 0; i < unit.length; i++) {
			final double[] allowed = unit[i].clone();
			if (constraint.project(allowed)) unit[i] = allowed;
			weights[i] = normalize(learned.atoms()[i], unit[i]);
		}
		final int[] uses = learned.uses();
		final ReplacedAtoms replaced = new AtomReplacement(constraint, NEVER_THE_SAME).replace(unit, i -> Double.isInfinite(weights[i]), uses, signals, learned.squaredResiduals()).count();
		final double most = MOST_RATIO * Arrays.stream(weights).filter(Double::isFinite).min().orElse(1);
		for (int i = 0; i < weights.length; i++) weights[i] = Math.min(most, weights[i]);
		return new UnitAtoms(dictionary(unit, start), weights, use(uses, signals.count()), replaced);
	}

	/** Writes the direction of an atom, and returns the inverse of its length; infinite, with nothing written, where it has no direction. */
	private static double normalize(final double[] atom, final double[] to) {
		final double[] direction = atom.clone();
		if (!UnitRows.normalize(direction)) return Double.POSITIVE_INFINITY;
		System.arraycopy(direction, 0, to, 0, to.length);
		double length = 0;
		for (int j = 0; j < atom.length; j++) length = Math.fma(direction[j], atom[j], length);
		return 1 / length;
	}

	private static Dictionary dictionary(final double[][] unit, final Dictionary start) {
		final float[] all = new float[unit.length * start.signalLength()];
		for (int i = 0; i < unit.length; i++) for (int j = 0; j < unit[i].length; j++) all[i * unit[i].length + j] = (float) unit[i][j];
		return Dictionary.ofUnitAtoms(start.shape(), unit.length, all);
	}

	private static HomeostasisState use(final int[] uses, final int signals) {
		final double[] gains = new double[uses.length];
		Arrays.fill(gains, 1);
		return new HomeostasisState(NoHomeostasis.NAME, Arrays.stream(uses).mapToDouble(use -> (double) use / signals).toArray(), gains);
	}
}
