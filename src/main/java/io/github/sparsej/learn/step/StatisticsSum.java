package io.github.sparsej.learn.step;

import java.util.Arrays;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SufficientStatistics;

/**
 * Sufficient statistics (see {@link SufficientStatistics}) while they grow: A in full, p x p, and B, p x m, in float64.
 * <p>
 * Each atom's rows are sums of their own, of the terms of signals in their order: the same bits on any number of threads. Terms
 * of {@value #CHUNK} signals are summed by themselves and then added; so statistics of chunks of that size, added up in their
 * order, are those of the whole to the bit. Products of coefficients and signals are added up in float32, a few of them, before
 * they are added in float64. Rows of different atoms may be added to from different threads; nothing else is thread-safe.
 */
public final class StatisticsSum {

	/** Signals whose terms are summed by themselves. */
	public static final int CHUNK = 4096;

	private static final int ATOMS_PER_CHUNK = 8;
	/** Terms that are added in float32 before they are added to a sum in float64: of so few, little more than the rounding of the terms themselves is lost. */
	private static final int FLOAT_TERMS = 16;

	private final double[][] codeProducts;
	private final double[][] signalProducts;
	private double weight;
	private long batches;

	/** Begins with statistics of before, or with none. */
	public StatisticsSum(final SufficientStatistics before) {
		final int atoms = before.atomCount();
		codeProducts = new double[atoms][atoms];
		signalProducts = new double[atoms][];
		final double[] triangle = before.codeProducts();
		for (int i = 0, at = 0; i < atoms; i++) {
			signalProducts[i] = before.signalProducts(i);
			if (triangle.length > 0) for (int k = 0; k <= i; k++, at++) codeProducts[i][k] = codeProducts[k][i] = triangle[at];
		}
		weight = before.weight();
		batches = before.batches();
	}

	/** Row i of A: not a copy. */
	public double[] codeProducts(final int atom) {
		return codeProducts[atom];
	}

	/** Row i of B: not a copy. */
	public double[] signalProducts(final int atom) {
		return signalProducts[atom];
	}

	public int atomCount() {
		return codeProducts.length;
	}

	/** How many batches were added, those of before included. */
	public long batches() {
		return batches;
	}

	/** Adds the terms of signals and their codes to all rows; they count as one batch. */
	public void add(final Signals signals, final SparseCodes codes, final Parallel parallel) {
		final BatchTerms batch = new BatchTerms(signals, codes, parallel);
		parallel.forChunks(atomCount(), ATOMS_PER_CHUNK, (begin, end) -> {
			final Room room = new Room();
			for (int i = begin; i < end; i++) addRow(i, batch, 1, room);
		});
		count(batch, 1);
	}

	/** Counts a batch, all of whose rows are added with {@link #addRow}. */
	public void count(final BatchTerms batch, final double keep) {
		weight = keep * weight + batch.count();
		batches++;
	}

	/** What adding to rows needs, to be used for one after another. */
	public final class Room {

		private final double[] ofCodes = new double[codeProducts.length];
		private final double[] ofSignals = new double[signalProducts[0].length];
		private final float[] few = new float[ofSignals.length];
	}

	/**
	 * Adds the terms of a batch to the rows of one atom.
	 *
	 * @param keep what the rows so far are multiplied by
	 */
	public void addRow(final int atom, final BatchTerms batch, final double keep, final Room room) {
		double factor = keep;
		final int end = batch.uses.start[atom + 1];
		for (int begin = batch.uses.start[atom]; begin < end;) {
			final int next = endOfChunk(batch.uses, begin, end);
			sumCodeProducts(batch, begin, next, room.ofCodes);
			move(room.ofCodes, 1, codeProducts[atom], factor);
			sumSignalProducts(batch, begin, next, room.few, room.ofSignals);
			move(room.ofSignals, batch.scale * batch.scale, signalProducts[atom], factor);
			factor = 1;
			begin = next;
		}
		if (factor != 1) {
			scale(codeProducts[atom], factor);
			scale(signalProducts[atom], factor);
		}
	}

	/** {@code to = keep to + factor from}, which is left all zeros. */
	private static void move(final double[] from, final double factor, final double[] to, final double keep) {
		for (int j = 0; j < to.length; j++) {
			to[j] = Math.fma(factor, from[j], keep * to[j]);
			from[j] = 0;
		}
	}

	private static void scale(final double[] row, final double factor) {
		for (int j = 0; j < row.length; j++) row[j] *= factor;
	}

	private static int endOfChunk(final AtomUses uses, final int begin, final int end) {
		final int limit = (uses.row[begin] / CHUNK + 1) * CHUNK;
		if (uses.row[end - 1] < limit) return end;
		int next = begin + 1;
		while (uses.row[next] < limit) next++;
		return next;
	}

	private static void sumCodeProducts(final BatchTerms batch, final int begin, final int end, final double[] sum) {
		final int[] atom = batch.atom;
		final float[] coefficients = batch.coefficient;
		for (int use = begin; use < end; use++) {
			final double coefficient = batch.uses.coefficient[use];
			final int signal = batch.uses.row[use];
			final int last = batch.start[signal + 1];
			for (int k = batch.start[signal]; k < last; k++) sum[atom[k]] += coefficient * coefficients[k];
		}
	}

	private static void sumSignalProducts(final BatchTerms batch, final int begin, final int end, final float[] few, final double[] sum) {
		for (int use = begin; use < end; use += FLOAT_TERMS) {
			RowCombination.add(batch.scaled, batch.uses.row, use, Math.min(use + FLOAT_TERMS, end), batch.rows, few);
			move(few, sum);
		}
	}

	/** Adds values to a sum in float64, and leaves zeros. */
	private static void move(final float[] from, final double[] to) {
		for (int j = 0; j < to.length; j++) {
			to[j] += from[j];
			from[j] = 0;
		}
	}

	/** Takes all terms of an atom away: it is another one now. */
	public void forget(final int atom) {
		Arrays.fill(codeProducts[atom], 0);
		Arrays.fill(signalProducts[atom], 0);
		for (final double[] row : codeProducts) row[atom] = 0;
	}

	/** Makes these the statistics of codes whose coefficients of one atom are {@code factor} times as large. */
	public void rescale(final int atom, final double factor) {
		scale(codeProducts[atom], factor);
		scale(signalProducts[atom], factor);
		for (final double[] row : codeProducts) row[atom] *= factor;
	}

	/** A copy of the sums so far. */
	public SufficientStatistics statistics() {
		final int atoms = atomCount(), length = signalProducts[0].length;
		if (batches == 0) return SufficientStatistics.none(atoms, length);
		final double[] triangle = new double[Math.toIntExact(SufficientStatistics.triangle(atoms))], sums = new double[Math.multiplyExact(atoms, length)];
		for (int i = 0, at = 0; i < atoms; at += ++i) {
			System.arraycopy(codeProducts[i], 0, triangle, at, i + 1);
			System.arraycopy(signalProducts[i], 0, sums, i * length, length);
		}
		return SufficientStatistics.of(atoms, length, weight, batches, triangle, sums);
	}
}
