package io.github.sparsej.model;

import java.util.Arrays;

/**
 * Sparse codes of n signals in a dictionary of p atoms, in compressed rows: the coefficients of signal i are entries
 * {@code start(i)} to {@code start(i + 1) - 1}, with the atoms in ascending order. Immutable and thread-safe.
 */
public final class SparseCodes {

	/** A shift of an entry's number that gives the one segment of codes which have a single one. */
	private static final int ONE_SEGMENT = 31;

	private final int atomCount;
	private final int[] rowStart;
	private final byte[] reasons;
	private final int segmentShift;
	private final int segmentMask;
	private final int[][] atom;
	private final float[][] coefficient;

	/** Entry e stands in segment {@code e >>> segmentShift}: codes grow by segments, because one long array would have to be copied to grow. */
	SparseCodes(final int atomCount, final int[] rowStart, final byte[] reasons, final int segmentShift, final int[][] atom, final float[][] coefficient) {
		this.atomCount = atomCount;
		this.rowStart = rowStart;
		this.reasons = reasons;
		this.segmentShift = segmentShift;
		this.segmentMask = (int) ((1L << segmentShift) - 1);
		this.atom = atom;
		this.coefficient = coefficient;
	}

	/**
	 * @param atomCount   atoms p of the dictionary
	 * @param rowStart    n + 1 offsets, beginning with 0, never falling; taken over, not copied
	 * @param atom        atom of each nonzero, from 0, strictly rising within a row; taken over, and may be longer than needed
	 * @param coefficient coefficient of each nonzero, as long as {@code atom}; taken over
	 * @param reasons     why each of the n signals stopped
	 * @throws IllegalArgumentException if the arrays contradict each other
	 */
	public static SparseCodes of(final int atomCount, final int[] rowStart, final int[] atom, final float[] coefficient, final StopReason[] reasons) {
		if (rowStart.length == 0 || rowStart[0] != 0) throw new IllegalArgumentException("row offsets must begin with 0");
		final int rows = rowStart.length - 1;
		if (reasons.length != rows) throw new IllegalArgumentException(rows + " rows need as many stop reasons, got " + reasons.length);
		if (atom.length != coefficient.length || atom.length < rowStart[rows])
			throw new IllegalArgumentException(rowStart[rows] + " nonzeros need as many atoms and coefficients, got " + atom.length + " and " + coefficient.length);
		for (int row = 0; row < rows; row++) {
			if (rowStart[row + 1] < rowStart[row]) throw new IllegalArgumentException("row offsets fall at row " + row);
			for (int k = rowStart[row], last = -1; k < rowStart[row + 1]; last = atom[k++])
				if (atom[k] <= last || atom[k] >= atomCount)
					throw new IllegalArgumentException("row " + row + " has atom " + atom[k] + " after " + last + ": atoms must rise and be below " + atomCount);
		}
		return ofOneSegment(atomCount, rowStart, atom, coefficient, bytes(reasons));
	}

	private static SparseCodes ofOneSegment(final int atomCount, final int[] rowStart, final int[] atom, final float[] coefficient, final byte[] reasons) {
		return new SparseCodes(atomCount, rowStart, reasons, ONE_SEGMENT, new int[][] { atom }, new float[][] { coefficient });
	}

	private static byte[] bytes(final StopReason[] reasons) {
		final byte[] ordinals = new byte[reasons.length];
		for (int row = 0; row < reasons.length; row++) ordinals[row] = (byte) reasons[row].ordinal();
		return ordinals;
	}

	/** The codes of several batches one after another. */
	public static SparseCodes concat(final int atomCount, final SparseCodes... parts) {
		int rows = 0;
		for (final SparseCodes part : parts) rows = Math.addExact(rows, part.count());
		final SparseCodesBuilder all = new SparseCodesBuilder(atomCount, rows);
		for (final SparseCodes part : parts) all.append(part);
		return all.build();
	}

	/** Number of signals n. */
	public int count() {
		return reasons.length;
	}

	/** Atoms p of the dictionary the codes refer to. */
	public int atomCount() {
		return atomCount;
	}

	/** Nonzeros of all signals together. */
	public int nonzeros() {
		return rowStart[rowStart.length - 1];
	}

	/** The first entry of a row; {@code start(count())} is the number of entries. */
	public int start(final int row) {
		return rowStart[row];
	}

	/** Nonzeros of one signal. */
	public int nonzeros(final int row) {
		return rowStart[row + 1] - rowStart[row];
	}

	/** The atom (from 0) of an entry. */
	public int atom(final int entry) {
		return atom[entry >>> segmentShift][entry & segmentMask];
	}

	/** The coefficient of an entry. */
	public float coefficient(final int entry) {
		return coefficient[entry >>> segmentShift][entry & segmentMask];
	}

	public StopReason stopReason(final int row) {
		return StopReason.of(reasons[row]);
	}

	/** How many signals stopped for this reason. */
	public int count(final StopReason reason) {
		int count = 0;
		for (final byte ordinal : reasons) if (ordinal == reason.ordinal()) count++;
		return count;
	}

	/** One signal's code written out: p coefficients, most of them 0. */
	public float[] dense(final int row) {
		final float[] dense = new float[atomCount];
		for (int k = rowStart[row]; k < rowStart[row + 1]; k++) dense[atom(k)] = coefficient(k);
		return dense;
	}

	/** A copy of the codes of {@code count} signals, from row {@code first} on. */
	public SparseCodes rows(final int first, final int count) {
		final int begin = start(first);
		final int[] starts = new int[count + 1];
		for (int i = 0; i < count; i++) starts[i + 1] = start(first + i + 1) - begin;
		final int[] atoms = new int[starts[count]];
		final float[] coefficients = new float[atoms.length];
		for (int k = 0; k < atoms.length; k++) {
			atoms[k] = atom(begin + k);
			coefficients[k] = coefficient(begin + k);
		}
		return ofOneSegment(atomCount, starts, atoms, coefficients, Arrays.copyOfRange(reasons, first, first + count));
	}

	/** The signals these codes stand for: a D, n x m. */
	public Signals decode(final Dictionary dictionary) {
		if (dictionary.atomCount() != atomCount)
			throw new IllegalArgumentException("codes in " + atomCount + " atoms need a dictionary of as many, got " + dictionary.atomCount());
		final int m = dictionary.signalLength();
		final float[] d = dictionary.toArray();
		final Signals decoded = Signals.zeros(count(), m);
		for (int row = 0; row < count(); row++)
			for (int k = rowStart[row]; k < rowStart[row + 1]; k++) addAtom(coefficient(k), d, atom(k) * m, decoded.values(), row * m, m);
		return decoded;
	}

	private static void addAtom(final float coefficient, final float[] atoms, final int atom, final float[] signals, final int signal, final int length) {
		for (int j = 0; j < length; j++) signals[signal + j] += coefficient * atoms[atom + j];
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof SparseCodes c && atomCount == c.atomCount && Arrays.equals(rowStart, c.rowStart) && Arrays.equals(reasons, c.reasons) && sameEntries(c);
	}

	private boolean sameEntries(final SparseCodes other) {
		for (int k = 0; k < nonzeros(); k++)
			if (atom(k) != other.atom(k) || Float.floatToIntBits(coefficient(k)) != Float.floatToIntBits(other.coefficient(k))) return false;
		return true;
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(rowStart) + nonzeros();
	}
}
