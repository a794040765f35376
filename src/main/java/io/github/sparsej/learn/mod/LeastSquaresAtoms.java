package io.github.sparsej.learn.mod;

import java.util.Arrays;

import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomDescent;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The atoms, of any norm, of the least 1/2 tr(D' A D) - tr(D' B) for sufficient statistics A and B: A D = B.
 * <p>
 * Atoms that no code uses stay what they are, and so do atoms whose coefficients are combinations of those of others: what they
 * could be better at, the others can be as well. Of zero mean all atoms are where the rows of B are; so these are taken instead,
 * which gives the best of those dictionaries. Nonnegative atoms of the least objective are found by descent of one atom after
 * another, until none changes by more than {@value #NO_CHANGE} of its largest value or {@value #MOST_PASSES} times over all atoms.
 * Immutable and thread-safe.
 */
final class LeastSquaresAtoms {

	/** Share of a sum of squares of coefficients that is left of it by rounding, where they are a combination of others. */
	private static final double DEPENDENT = 1e-10;
	static final double NO_CHANGE = 1e-6;
	static final int MOST_PASSES = 200;
	private static final int PIXELS_PER_CHUNK = 4;

	private final AtomConstraint constraint;
	private final Parallel parallel;

	LeastSquaresAtoms(final AtomConstraint constraint, final Parallel parallel) {
		this.constraint = constraint;
		this.parallel = parallel;
	}

	/**
	 * @param sum    the statistics; not modified
	 * @param before the atoms so far, for those that stay, and for the descent to begin with; not modified
	 * @return p x m; null if the progress asked to stop
	 */
	double[][] find(final StatisticsSum sum, final double[][] before, final Progress progress) {
		return constraint.nonnegative() ? descend(sum, before, progress) : solve(sum, before, progress);
	}

	private double[][] solve(final StatisticsSum sum, final double[][] before, final Progress progress) {
		final CholeskyRows factor = new CholeskyRows();
		final int[] free = new int[before.length];
		final double[] products = new double[before.length];
		for (int i = 0; i < before.length; i++) {
			if (!progress.report((double) i / before.length, "")) return null;
			final double[] row = sum.codeProducts(i);
			for (int k = 0; k < factor.size(); k++) products[k] = row[free[k]];
			final int place = factor.size();
			if (row[i] > 0 && factor.append(products, row[i], DEPENDENT)) free[place] = i;
		}
		final double[][] atoms = new double[before.length][];
		Arrays.setAll(atoms, i -> before[i].clone());
		final double[][] right = rightSides(sum, before, Arrays.copyOf(free, factor.size()));
		// Solving reads the factor and changes nothing of it.
		parallel.forChunks(before[0].length, PIXELS_PER_CHUNK, (begin, end) -> {
			final double[] side = new double[factor.size()], solution = new double[factor.size()];
			for (int j = begin; j < end; j++) {
				for (int k = 0; k < side.length; k++) side[k] = right[k][j];
				factor.solve(side, solution);
				for (int k = 0; k < side.length; k++) atoms[free[k]][j] = solution[k];
			}
		});
		return atoms;
	}

	/** B of the free atoms, less what atoms that stay take part in it; without its means where atoms have none. */
	private double[][] rightSides(final StatisticsSum sum, final double[][] before, final int[] free) {
		final boolean[] stays = new boolean[before.length];
		Arrays.fill(stays, true);
		for (final int i : free) stays[i] = false;
		final double[][] right = new double[free.length][];
		for (int k = 0; k < free.length; k++) {
			final double[] side = sum.signalProducts(free[k]).clone(), row = sum.codeProducts(free[k]);
			for (int i = 0; i < stays.length; i++) if (stays[i] && row[i] != 0) for (int j = 0; j < side.length; j++) side[j] -= row[i] * before[i][j];
			if (constraint.zeroMean()) {
				final double mean = Arrays.stream(side).average().orElseThrow();
				for (int j = 0; j < side.length; j++) side[j] -= mean;
			}
			right[k] = side;
		}
		return right;
	}

	private double[][] descend(final StatisticsSum sum, final double[][] before, final Progress progress) {
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(before), LeastSquaresAtoms::clip, parallel);
		for (int pass = 0; pass < MOST_PASSES; pass++) {
			if (!progress.report((double) pass / MOST_PASSES, "")) return null;
			descent.descend();
			if (descent.largestChange() <= NO_CHANGE * largest(descent.atoms())) break;
		}
		final double[][] atoms = new double[before.length][before[0].length];
		for (int i = 0; i < atoms.length; i++) for (int j = 0; j < atoms[i].length; j++) atoms[i][j] = descent.atoms()[i][j];
		return atoms;
	}

	private static boolean clip(final double[] atom) {
		for (int j = 0; j < atom.length; j++) atom[j] = Math.max(0, atom[j]);
		return true;
	}

	private static double largest(final float[][] atoms) {
		double largest = 0;
		for (final float[] atom : atoms) for (final float value : atom) largest = Math.max(largest, value);
		return largest;
	}
}
