package io.github.sparsej.learn.step;

import java.util.Arrays;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * Signals and their codes in the shapes in which {@link StatisticsSum} adds their terms. Very large or small ones are divided by a
 * power of two, which costs no bits, so that their products stay in the range of float32 wherever the signals are. Immutable and
 * thread-safe.
 */
public final class BatchTerms {

	private static final int ROWS_PER_CHUNK = 64;
	/** The square of 2 to this power is far from the ends of float32. */
	private static final int COMMON_EXPONENT = 30;
	/** Rows whose squares are added in float32 before they are added to a sum in float64. */
	private static final int FLOAT_ROWS = 32;

	/** Where the code of each signal begins. */
	final int[] start;
	final int[] atom;
	final float[] coefficient;
	final AtomUses uses;
	/** The signals, a row each, divided by the scale. */
	final float[][] rows;
	/** The coefficients in the order of the uses, divided by the scale. */
	final float[] scaled;
	final double scale;

	/** @throws IllegalArgumentException if there are not as many codes as signals */
	public BatchTerms(final Signals signals, final SparseCodes codes, final Parallel parallel) {
		this(signals, codes, null, parallel);
	}

	/**
	 * In the room of a batch of before, if it was of as many signals: new arrays take longer than what is done in them.
	 *
	 * @param before must not be used any more; null for none
	 */
	public BatchTerms(final Signals signals, final SparseCodes codes, final BatchTerms before, final Parallel parallel) {
		if (codes.count() != signals.count()) throw new IllegalArgumentException(signals.count() + " signals need as many codes, got " + codes.count());
		start = new int[codes.count() + 1];
		atom = new int[codes.nonzeros()];
		coefficient = new float[atom.length];
		rows = before != null && before.rows.length == signals.count() ? before.rows : new float[signals.count()][signals.length()];
		final int chunks = (rows.length + ROWS_PER_CHUNK - 1) / ROWS_PER_CHUNK;
		final int[] largest = new int[chunks];
		final AtomUses[] seen = { null };
		// The codes take about as long as the signals, and no two threads can share them.
		parallel.forChunks(chunks + 1, 1, (task, end) -> {
			if (task > 0) largest[task - 1] = copyRows(signals, (task - 1) * ROWS_PER_CHUNK);
			else {
				copy(codes);
				seen[0] = new AtomUses(codes);
			}
		});
		uses = seen[0];
		scale = scale(Arrays.stream(largest).max().orElse(0));
		final float factor = (float) (1 / scale);
		if (factor != 1) parallel.forChunks(rows.length, ROWS_PER_CHUNK, (begin, end) -> {
			for (int row = begin; row < end; row++) multiply(rows[row], factor);
		});
		scaled = uses.coefficient.clone();
		multiply(scaled, factor);
	}

	private void copy(final SparseCodes codes) {
		for (int row = 0; row < start.length; row++) start[row] = codes.start(row);
		for (int k = 0; k < atom.length; k++) {
			atom[k] = codes.atom(k);
			coefficient[k] = codes.coefficient(k);
		}
	}

	/** Copies a chunk of signals; returns the bits of their largest magnitude. */
	private int copyRows(final Signals signals, final int begin) {
		final int[] folded = new int[signals.length()];
		for (int row = begin; row < Math.min(rows.length, begin + ROWS_PER_CHUNK); row++) {
			System.arraycopy(signals.values(), signals.offset(row), rows[row], 0, signals.length());
			fold(rows[row], folded);
		}
		return Arrays.stream(folded).max().orElseThrow();
	}

	/** The power of two at or below a magnitude, of which the bits are given; 1 of what is in the range of common images, and of zeros. */
	private static double scale(final int bits) {
		final int exponent = Math.getExponent(Float.intBitsToFloat(bits));
		return bits == 0 || Math.abs(exponent) <= COMMON_EXPONENT ? 1 : Math.scalb(1.0, Math.max(-Float.MAX_EXPONENT, exponent));
	}

	/** Magnitudes are in the order of their bits, which vector code finds the largest of. */
	private static void fold(final float[] row, final int[] largest) {
		for (int j = 0; j < largest.length; j++) largest[j] = Math.max(largest[j], Float.floatToRawIntBits(row[j]) & 0x7fffffff);
	}

	private static void multiply(final float[] row, final float factor) {
		for (int j = 0; j < row.length; j++) row[j] *= factor;
	}

	/** How many signals there are. */
	public int count() {
		return rows.length;
	}

	/** The codes seen from the atoms. */
	public AtomUses uses() {
		return uses;
	}

	/** ||X - a D||_F / ||X||_F, 0 for signals of zeros. */
	public double relativeResidual(final float[][] atoms) {
		final float[] negative = new float[coefficient.length];
		for (int k = 0; k < negative.length; k++) negative[k] = (float) (-coefficient[k] / scale);
		final int length = atoms[0].length;
		final float[] residual = new float[length], left = new float[length], all = new float[length];
		double sumLeft = 0, sumAll = 0;
		for (int row = 0; row < rows.length; row++) {
			System.arraycopy(rows[row], 0, residual, 0, length);
			RowCombination.add(negative, atom, start[row], start[row + 1], atoms, residual);
			addSquares(rows[row], all);
			addSquares(residual, left);
			if (row % FLOAT_ROWS < FLOAT_ROWS - 1 && row < rows.length - 1) continue;
			sumAll += take(all);
			sumLeft += take(left);
		}
		return sumAll == 0 ? 0 : Math.sqrt(sumLeft / sumAll);
	}

	private static void addSquares(final float[] row, final float[] sums) {
		for (int j = 0; j < sums.length; j++) sums[j] = Math.fma(row[j], row[j], sums[j]);
	}

	/** The sum of some values, of which zeros are left. */
	private static double take(final float[] sums) {
		double sum = 0;
		for (int j = 0; j < sums.length; j++) {
			sum += sums[j];
			sums[j] = 0;
		}
		return sum;
	}
}
