package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.OrderedTasks;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;

/**
 * Block coordinate descent of 1/2 tr(D' A D) - tr(D' B) over the atoms d_j of a dictionary D (Mairal, Bach, Ponce &amp; Sapiro 2010,
 * JMLR 11, algorithm 2), with the statistics A and B of {@link StatisticsSum}. It goes through the atoms in their order, and
 * again from the first after the last. Each becomes the best one allowed, the others being what they are then:
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
	private final int blocks;
	private final float[][] atoms;
	/** What a step makes of the atoms it goes through. */
	private final float[][] after;
	/** What it adds to them. */
	private final float[][] change;
	/** Atoms that were left what they were because nothing was left of what they would have become. */
	private final boolean[] lost;
	/** Room for two blocks at a time, used again and again: what stays in cache takes less time than new arrays. */
	private final float[][] weights;
	private final float[][][] products = new float[2][BLOCK][];
	private final float[][] added;
	/** The block that is next. */
	private int next;

	/**
	 * @param sum   the statistics, to which {@link #addAndDescend} adds
	 * @param atoms D, p atoms; taken over
	 */
	public AtomDescent(final StatisticsSum sum, final float[][] atoms, final Projection projection, final Parallel parallel) {
		this.sum = sum;
		this.projection = projection;
		this.parallel = parallel;
		this.atoms = atoms;
		length = atoms[0].length;
		blocks = (atoms.length + BLOCK - 1) / BLOCK;
		after = new float[atoms.length][length];
		change = new float[atoms.length][length];
		lost = new boolean[atoms.length];
		weights = new float[2][BLOCK * atoms.length];
		for (final float[][] product : products) Arrays.setAll(product, r -> new float[length]);
		added = new float[BLOCK][length];
	}

	/** The atoms so far: not copies, good until the next step. */
	public float[][] atoms() {
		return atoms;
	}

	/** Whether nothing was left of an atom's last update. */
	public boolean isLost(final int atom) {
		return lost[atom];
	}

	/** The largest change of a value of an atom in its last update. */
	public double largestChange() {
		double largest = 0;
		for (final float[] row : change) for (final float value : row) largest = Math.max(largest, Math.abs(value));
		return largest;
	}

	/** Goes through all atoms once, from the one that is next. */
	public void descend() {
		descend(atoms.length);
	}

	/**
	 * Goes on through the atoms.
	 *
	 * @param count how many to go through, at least 1; rounded up to whole blocks, and no more than there are
	 */
	public void descend(final long count) {
		descend(blocks(count), (begin, end) -> {}, List.of());
	}

	private int blocks(final long count) {
		return (int) Math.min(blocks, (count + BLOCK - 1) / BLOCK);
	}

	/**
	 * Adds a batch to the statistics and goes on through the atoms.
	 *
	 * @param keep   what the statistics so far are multiplied by
	 * @param count  as of {@link #descend(long)}
	 * @param beside what else is to be done with the atoms as they are before
	 */
	public void addAndDescend(final BatchTerms batch, final double keep, final long count, final List<Runnable> beside) {
		sum.count(batch, keep);
		descend(blocks(count), (begin, end) -> {
			final StatisticsSum.Room room = sum.new Room();
			for (int i = begin; i < end; i++) sum.addRow(i, batch, keep, room);
		}, beside);
	}

	/**
	 * @param count   blocks to go through
	 * @param prepare what is to be done to the rows of some atoms of the statistics, before they are read
	 */
	private void descend(final int count, final Parallel.Body prepare, final List<Runnable> beside) {
		final List<Runnable> tasks = new ArrayList<>(beside);
		final List<int[]> needs = new ArrayList<>();
		for (int i = 0; i < beside.size(); i++) needs.add(new int[0]);
		// Products and updates of blocks by turns, such that the product of a block is formed while the block before is updated; a product
		// is begun only when the update two blocks before is done, so that it can take its room.
		final int[] block = new int[count], product = new int[count], update = new int[count];
		Arrays.setAll(block, k -> (next + k) % blocks);
		for (int k = 0; k <= count; k++) {
			final int ahead = k, behind = k - 1;
			if (ahead < count) {
				product[ahead] = tasks.size();
				needs.add(ahead < 2 ? new int[0] : new int[] { update[ahead - 2] });
				tasks.add(() -> {
					prepare.run(begin(block[ahead]), end(block[ahead]));
					weigh(block[ahead], weights[ahead % 2]);
					multiply(weights[ahead % 2], Arrays.copyOf(block, Math.max(0, ahead - 1)), end(block[ahead]) - begin(block[ahead]), products[ahead % 2]);
				});
			}
			if (behind >= 0) {
				update[behind] = tasks.size();
				needs.add(behind == 0 ? new int[] { product[behind] } : new int[] { product[behind], update[behind - 1] });
				tasks.add(() -> {
					if (behind > 0) addChanges(block[behind - 1], weights[behind % 2], end(block[behind]) - begin(block[behind]), products[behind % 2]);
					update(block[behind], weights[behind % 2], products[behind % 2]);
				});
			}
		}
		for (int k = count; k < blocks; k++) {
			final int other = (next + k) % blocks;
			needs.add(new int[0]);
			tasks.add(() -> prepare.run(begin(other), end(other)));
		}
		OrderedTasks.run(needs.toArray(int[][]::new), i -> tasks.get(i).run(), parallel);
		for (final int done : block) exchange(done);
		next = (next + count) % blocks;
	}

	private static int begin(final int block) {
		return block * BLOCK;
	}

	private int end(final int block) {
		return Math.min(atoms.length, (block + 1) * BLOCK);
	}

	/** Makes what a block has become the atoms. */
	private void exchange(final int block) {
		for (int i = begin(block); i < end(block); i++) {
			final float[] old = atoms[i];
			atoms[i] = after[i];
			after[i] = old;
		}
	}

	/** Rows -A_jk / A_jj of a block's atoms, 0 for k = j and for atoms that are not used. */
	private void weigh(final int block, final float[] to) {
		final int begin = begin(block), all = atoms.length;
		for (int i = begin; i < end(block); i++) {
			final double[] row = sum.codeProducts(i);
			final double factor = row[i] == 0 ? 0 : -1 / row[i];
			final int at = (i - begin) * all;
			for (int k = 0; k < all; k++) to[at + k] = (float) (factor * row[k]);
			to[at + i] = 0;
		}
	}

	/** These rows times the atoms, of which those of some blocks are what they have become, and all others what they were. */
	private void multiply(final float[] weights, final int[] become, final int rows, final float[][] product) {
		final float[][] current = atoms.clone();
		for (final int block : become) System.arraycopy(after, begin(block), current, begin(block), end(block) - begin(block));
		FloatProduct.best().multiply(weights, 0, current.length, rows, current.length, current, length, product);
	}

	/** Adds to a product what the atoms of a block, still those of before in it, have changed by. */
	private void addChanges(final int block, final float[] weights, final int rows, final float[][] product) {
		FloatProduct.best().multiply(weights, begin(block), atoms.length, rows, end(block) - begin(block), Arrays.copyOfRange(change, begin(block), end(block)), length, added);
		for (int r = 0; r < rows; r++) add(added[r], product[r]);
	}

	/** The block's atoms, one after another. */
	private void update(final int block, final float[] weights, final float[][] product) {
		final int begin = begin(block);
		final int[] earlier = new int[BLOCK];
		Arrays.setAll(earlier, k -> begin + k);
		final float[] earlierWeights = new float[BLOCK];
		final double[] atom = new double[length];
		for (int i = begin; i < end(block); i++) {
			System.arraycopy(weights, (i - begin) * atoms.length + begin, earlierWeights, 0, i - begin);
			RowCombination.add(earlierWeights, earlier, 0, i - begin, change, product[i - begin]);
			update(i, product[i - begin], atom);
		}
	}

	/** @param others what the other atoms take part in u, negative */
	private void update(final int i, final float[] others, final double[] atom) {
		final double square = sum.codeProducts(i)[i];
		lost[i] = false;
		if (square > 0) {
			final double[] row = sum.signalProducts(i);
			final double factor = 1 / square;
			for (int j = 0; j < atom.length; j++) atom[j] = Math.fma(factor, row[j], others[j]);
			lost[i] = !projection.project(atom);
		}
		if (lost[i] || square == 0) System.arraycopy(atoms[i], 0, after[i], 0, length);
		else UnitRows.round(atom, after[i]);
		subtract(after[i], atoms[i], change[i]);
	}

	private static void add(final float[] from, final float[] to) {
		for (int j = 0; j < to.length; j++) to[j] += from[j];
	}

	private static void subtract(final float[] a, final float[] b, final float[] difference) {
		for (int j = 0; j < difference.length; j++) difference[j] = a[j] - b[j];
	}
}
