package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.model.Signals;

/**
 * Replaces atoms of no use by the directions of the signals that are coded worst: atoms that nothing uses, and of two that are
 * nearly the same the one used less (Aharon, Elad &amp; Bruckstein 2006, section IV). No signal is taken that is itself nearly
 * the same as an atom there is: of overlapping patches the worst coded ones are much alike.
 *
 * @param constraint what atoms must be
 * @param coherence  |inner product| of two atoms above which they are nearly the same; 1 or more: never
 */
public record AtomReplacement(AtomConstraint constraint, double coherence) {

	/** |inner product| from which K-SVD takes two atoms for one (Rubinstein's KSVD-Box). */
	public static final double NEARLY_SAME = 0.99;

	/**
	 * What was replaced.
	 *
	 * @param atoms numbers of the replaced atoms, in no order
	 * @param count how many, and why
	 */
	public record Replaced(int[] atoms, ReplacedAtoms count) {}

	/**
	 * @param atoms  of unit norm; those replaced are written to
	 * @param unused which atoms are of no use
	 * @param uses   of every atom, to tell which of two is used less
	 * @param batch  signals to take from
	 * @param energy squared norm of each signal's residual; a signal that leaves none is not taken
	 */
	public Replaced replace(final double[][] atoms, final IntPredicate unused, final int[] uses, final Signals batch, final double[] energy) {
		final List<Integer> dead = new ArrayList<>(IntStream.range(0, atoms.length).filter(unused).boxed().toList());
		final int withoutUse = dead.size();
		final boolean[] leaves = new boolean[atoms.length];
		for (final int i : dead) leaves[i] = true;
		if (coherence < 1) findDuplicates(atoms, uses, leaves, dead);
		if (dead.isEmpty()) return new Replaced(new int[0], ReplacedAtoms.NONE);
		final int[] worst = IntStream.range(0, batch.count()).filter(row -> energy[row] > 0).boxed().sorted((a, b) -> Double.compare(energy[b], energy[a])).mapToInt(Integer::intValue).toArray();
		int next = 0, done = 0;
		for (; done < dead.size(); done++) {
			double[] found = null;
			while (found == null && next < worst.length) found = direction(batch, worst[next++], atoms, leaves);
			if (found == null) break;
			System.arraycopy(found, 0, atoms[dead.get(done)], 0, found.length);
			leaves[dead.get(done)] = false;
		}
		final int duplicates = Math.max(0, done - withoutUse);
		return new Replaced(dead.subList(0, done).stream().mapToInt(Integer::intValue).toArray(), new ReplacedAtoms(done - duplicates, duplicates));
	}

	private void findDuplicates(final double[][] atoms, final int[] uses, final boolean[] leaves, final List<Integer> dead) {
		for (int i = 0; i < atoms.length; i++)
			for (int k = 0; k < i && !leaves[i]; k++) {
				if (leaves[k] || !(Math.abs(product(atoms[i], atoms[k])) > coherence)) continue;
				final int less = uses[k] < uses[i] ? k : i;
				leaves[less] = true;
				dead.add(less);
			}
	}

	/** The signal as an atom; null if it is none, or nearly one of those that stay. */
	private double[] direction(final Signals batch, final int row, final double[][] atoms, final boolean[] leaves) {
		final double[] atom = new double[batch.length()];
		for (int j = 0; j < atom.length; j++) atom[j] = batch.value(row, j);
		if (!constraint.project(atom)) return null;
		if (coherence < 1) for (int i = 0; i < atoms.length; i++) if (!leaves[i] && Math.abs(product(atom, atoms[i])) > coherence) return null;
		return atom;
	}

	private static double product(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum = Math.fma(a[j], b[j], sum);
		return sum;
	}
}
