package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Energy;
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
	 * Brings the atoms that learning begins with to the nearest ones allowed (see {@link AtomConstraint#projectEither}), and
	 * replaces those of which nothing is left, as of a constant atom without its mean, by the directions of the largest signals.
	 *
	 * @param atoms modified
	 * @throws IllegalArgumentException if there are not enough different signals for that
	 */
	public ReplacedAtoms allow(final double[][] atoms, final Signals signals) {
		final boolean[] lost = new boolean[atoms.length];
		for (int i = 0; i < atoms.length; i++) lost[i] = !constraint.projectEither(atoms[i]);
		final int[] losses = IntStream.range(0, atoms.length).filter(i -> lost[i]).toArray();
		if (losses.length == 0) return ReplacedAtoms.NONE;
		final double[] energy = new double[signals.count()];
		for (int row = 0; row < energy.length; row++) energy[row] = Energy.of(signals.values(), signals.offset(row), signals.length());
		final int found = fill(atoms, losses, lost, signals, new WorstCoded(energy, losses.length)).length;
		if (found < losses.length)
			throw new IllegalArgumentException("nothing is left of " + losses.length + " of the initial atoms where " + String.join(" and ", constraint.inWords().keySet()) + ", and of the signals only " + found + " can take their places");
		return new ReplacedAtoms(found, 0);
	}

	/**
	 * @param atoms  of unit norm; those replaced are written to
	 * @param unused which atoms are of no use
	 * @param uses   of every atom, to tell which of two is used less
	 * @param batch  signals to take from
	 * @param energy squared norm of each signal's residual; a signal that leaves none is not taken
	 */
	public Replaced replace(final double[][] atoms, final IntPredicate unused, final int[] uses, final Signals batch, final double[] energy) {
		return replace(atoms, unused, uses, batch, energy, Parallel.SERIAL);
	}

	/** As {@link #replace(double[][], IntPredicate, int[], Signals, double[])}, on several threads where all atoms are compared with each other. */
	public Replaced replace(final double[][] atoms, final IntPredicate unused, final int[] uses, final Signals batch, final double[] energy, final Parallel parallel) {
		final int[] withoutUse = IntStream.range(0, atoms.length).filter(unused).toArray();
		final boolean[] leaves = new boolean[atoms.length];
		for (final int i : withoutUse) leaves[i] = true;
		final int[] duplicates = coherence < 1 ? duplicates(atoms, uses, leaves, parallel) : new int[0];
		final int[] useless = IntStream.concat(Arrays.stream(withoutUse), Arrays.stream(duplicates)).toArray();
		final int[] done = useless.length == 0 ? useless : fill(atoms, useless, leaves, batch, new WorstCoded(energy, useless.length));
		return new Replaced(done, new ReplacedAtoms(Math.min(done.length, withoutUse.length), Math.max(0, done.length - withoutUse.length)));
	}

	/** Replaces as many of the useless atoms, in their order, as there are signals for; returns which. */
	private int[] fill(final double[][] atoms, final int[] useless, final boolean[] leaves, final Signals batch, final WorstCoded worst) {
		for (int done = 0; done < useless.length; done++) {
			double[] found = null;
			while (found == null) {
				final int row = worst.next();
				if (row < 0) return Arrays.copyOf(useless, done);
				found = direction(batch, row, atoms, leaves);
			}
			System.arraycopy(found, 0, atoms[useless[done]], 0, found.length);
			leaves[useless[done]] = false;
		}
		return useless;
	}

	/** Of two atoms that are nearly the same, both of use, the one used less; these leave. */
	private int[] duplicates(final double[][] atoms, final int[] uses, final boolean[] leaves, final Parallel parallel) {
		final float[] rows = new float[atoms.length * atoms[0].length];
		for (int i = 0; i < atoms.length; i++) for (int j = 0; j < atoms[i].length; j++) rows[i * atoms[i].length + j] = (float) atoms[i][j];
		final float[][] gram = Gram.andColumns(rows, new float[atoms[0].length][atoms.length], atoms.length, parallel);
		final List<Integer> duplicates = new ArrayList<>();
		for (int i = 0; i < atoms.length; i++)
			for (int k = 0; k < i && !leaves[i]; k++) {
				if (leaves[k] || !(Math.abs(gram[i][k]) > coherence)) continue;
				final int less = uses[k] < uses[i] ? k : i;
				leaves[less] = true;
				duplicates.add(less);
			}
		return duplicates.stream().mapToInt(Integer::intValue).toArray();
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
