package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.OrderedTasks;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;

/**
 * Block coordinate descent of 1/2 tr(D' A D) - tr(D' B) over the atoms d_j of a dictionary D (Mairal, Bach, Ponce &amp; Sapiro 2010,
 * JMLR 11, algorithm 2), with the statistics A and B of {@link StatisticsSum}. One pass goes through the atoms in their order, each
 * of which becomes the best one allowed, the others being what they are then:
 * <pre>
 * u_j = (b_j - sum over k &ne; j of A_jk d_k) / A_jj,   d_j = the nearest of the allowed atoms to u_j
 * </pre>
 * With d_j alone to choose, the objective is A_jj / 2 |d_j - u_j|^2 and a constant, so that no update raises it. An atom that no
 * code uses (A_jj = 0) stays what it is.
 * <p>
 * Atoms are worked on in blocks. What most of the atoms take part in u_j is one product of a block of rows of A, in float32 and
 * relative to A_jj, with D; it is formed while the block before is in work, and what that block and earlier atoms of the same
 * block have changed is added then. So this is the descent of one atom after another, but two threads have something to do.
 * Modified by its methods, hence for one thread at a time; parallel inside, and the same bits on any number of threads.
 */
public final class AtomDescent {

	/** Brings an atom, which it writes to, to the nearest one allowed; false if there is none: the atom stays what it was. */
	@FunctionalInterface
	public interface Projection {
		boolean project(double[] atom);
	}

	/** Atoms per block: enough for the product's tiles, and so few that little is left to do for one atom after another. */
	private static final int BLOCK = 24;

	private final StatisticsSum sum;
	private final Projection projection;
	private final Parallel parallel;
	private final int length;
	/** Atoms, before a pass and after it. */
	private float[][] before;
	private float[][] after;
	/** What the pass has added to each atom. */
	private final float[][] change;
	/** Atoms that were left what they were because nothing was left of what they would have become. */
	private final boolean[] lost;

	/**
	 * @param sum   the statistics, to which {@link #addAndDescend} adds
	 * @param atoms D, p atoms; taken over
	 */
	public AtomDescent(final StatisticsSum sum, final float[][] atoms, final Projection projection, final Parallel parallel) {
		this.sum = sum;
		this.projection = projection;
		this.parallel = parallel;
		length = atoms[0].length;
		before = atoms;
		after = new float[atoms.length][length];
		change = new float[atoms.length][length];
		lost = new boolean[atoms.length];
	}

	/** The atoms so far: not copies, good until the next pass. */
	public float[][] atoms() {
		return before;
	}

	/** Whether nothing was left of an atom's update in the last pass. */
	public boolean isLost(final int atom) {
		return lost[atom];
	}

	/** The largest change of a value of an atom in the last pass. */
	public double largestChange() {
		double largest = 0;
		for (final float[] row : change) for (final float value : row) largest = Math.max(largest, Math.abs(value));
		return largest;
	}

	/** One pass. */
	public void descend() {
		descend(atom -> {});
	}

	/**
	 * Adds a batch to the statistics and goes through the atoms once.
	 *
	 * @param keep what the statistics so far are multiplied by
	 */
	public void addAndDescend(final BatchTerms batch, final double keep) {
		sum.count(batch, keep);
		descend(atom -> sum.addRow(atom, batch, keep));
	}

	/** @param prepare what is to be done to an atom's rows of the statistics before they are read */
	private void descend(final IntConsumer prepare) {
		final int blocks = (before.length + BLOCK - 1) / BLOCK;
		final float[][][] products = new float[blocks][][];
		final float[][] weights = new float[blocks][];
		// Products and updates of blocks by turns, such that the product of a block is formed while the block before is updated.
		final List<Runnable> tasks = new ArrayList<>();
		final List<int[]> needs = new ArrayList<>();
		final int[] product = new int[blocks], update = new int[blocks];
		for (int block = 0; block <= blocks; block++) {
			final int ahead = block, behind = block - 1;
			if (ahead < blocks) {
				product[ahead] = tasks.size();
				needs.add(ahead < 2 ? new int[0] : new int[] { update[ahead - 2] });
				tasks.add(() -> {
					weights[ahead] = weights(ahead, prepare);
					products[ahead] = product(ahead, weights[ahead]);
				});
			}
			if (behind >= 0) {
				update[behind] = tasks.size();
				needs.add(behind == 0 ? new int[] { product[behind] } : new int[] { product[behind], update[behind - 1] });
				tasks.add(() -> update(behind, weights[behind], products[behind]));
			}
		}
		OrderedTasks.run(needs.toArray(int[][]::new), i -> tasks.get(i).run(), parallel);
		final float[][] passed = before;
		before = after;
		after = passed;
	}

	private int end(final int block) {
		return Math.min(before.length, (block + 1) * BLOCK);
	}

	/** Rows -A_jk / A_jj of a block's atoms, 0 for k = j and for atoms that are not used. */
	private float[] weights(final int block, final IntConsumer prepare) {
		final int begin = block * BLOCK, atoms = before.length;
		final float[] weights = new float[(end(block) - begin) * atoms];
		for (int i = begin; i < end(block); i++) {
			prepare.accept(i);
			final double[] row = sum.codeProducts(i);
			if (row[i] == 0) continue;
			final double factor = -1 / row[i];
			for (int k = 0, at = (i - begin) * atoms; k < atoms; k++, at++) weights[at] = (float) (factor * row[k]);
			weights[(i - begin) * atoms + i] = 0;
		}
		return weights;
	}

	/** These rows times the atoms, of which those up to the block before last are new and all others still old. */
	private float[][] product(final int block, final float[] weights) {
		final float[][] atoms = before.clone();
		System.arraycopy(after, 0, atoms, 0, Math.max(0, block - 1) * BLOCK);
		final float[][] product = new float[end(block) - block * BLOCK][length];
		FloatProduct.best().multiply(weights, 0, before.length, product.length, before.length, atoms, length, product);
		return product;
	}

	/** The block's atoms, one after another. */
	private void update(final int block, final float[] weights, final float[][] product) {
		final int begin = block * BLOCK, first = Math.max(0, begin - BLOCK);
		final int[] earlier = new int[2 * BLOCK];
		Arrays.setAll(earlier, k -> first + k);
		final float[] earlierWeights = new float[2 * BLOCK];
		final double[] atom = new double[length];
		for (int i = begin; i < end(block); i++) {
			System.arraycopy(weights, (i - begin) * before.length + first, earlierWeights, 0, i - first);
			RowCombination.add(earlierWeights, earlier, 0, i - first, change, product[i - begin]);
			update(i, product[i - begin], atom);
		}
	}

	/** @param others what the other atoms take part in u, negative */
	private void update(final int i, final float[] others, final double[] atom) {
		final double square = sum.codeProducts(i)[i];
		final float[] from = before[i], to = after[i], by = change[i];
		lost[i] = false;
		if (square > 0) {
			final double[] row = sum.signalProducts(i);
			final double factor = 1 / square;
			for (int j = 0; j < length; j++) atom[j] = Math.fma(factor, row[j], others[j]);
			lost[i] = !projection.project(atom);
		}
		if (lost[i] || square == 0) System.arraycopy(from, 0, to, 0, length);
		else UnitRows.round(atom, to);
		for (int j = 0; j < length; j++) by[j] = to[j] - from[j];
	}
}
