package io.github.sparsej.model;

import java.util.Arrays;

/**
 * Builds {@link SparseCodes} row by row without knowing how many nonzeros there will be, and without holding them twice:
 * entries go into segments of fixed length. Not thread-safe.
 */
public final class SparseCodesBuilder {

	/** Segments of 32768 entries: 256 kB, small beside the codes that are worth building in this way. */
	private static final int SEGMENT_SHIFT = 15;
	private static final int SEGMENT = 1 << SEGMENT_SHIFT;

	private final int atomCount;
	private final int[] rowStart;
	private final byte[] reasons;
	private int[][] atom = new int[1][];
	private float[][] coefficient = new float[1][];
	private int rows;

	/**
	 * @param atomCount atoms p of the dictionary
	 * @param count     number of signals n
	 */
	public SparseCodesBuilder(final int atomCount, final int count) {
		this.atomCount = atomCount;
		rowStart = new int[count + 1];
		reasons = new byte[count];
	}

	/**
	 * Appends the next row.
	 *
	 * @param atoms        atoms of its nonzeros at {@code begin} to {@code end - 1}, strictly rising; copied
	 * @param coefficients their coefficients; copied
	 */
	public void append(final int[] atoms, final float[] coefficients, final int begin, final int end, final StopReason reason) {
		if (end - begin > Integer.MAX_VALUE - 8 - rowStart[rows])
			throw new IllegalArgumentException("more than " + (Integer.MAX_VALUE - 8) + " nonzeros are too many for one set of codes: encode fewer signals at a time");
		int last = -1;
		for (int k = begin, entry = rowStart[rows]; k < end; last = atoms[k++], entry++) {
			if (atoms[k] <= last || atoms[k] >= atomCount)
				throw new IllegalArgumentException("row " + rows + " has atom " + atoms[k] + " after " + last + ": atoms must rise and be below " + atomCount);
			final int segment = entry >>> SEGMENT_SHIFT;
			if ((entry & SEGMENT - 1) == 0) addSegment(segment);
			atom[segment][entry & SEGMENT - 1] = atoms[k];
			coefficient[segment][entry & SEGMENT - 1] = coefficients[k];
		}
		rowStart[rows + 1] = rowStart[rows] + end - begin;
		reasons[rows++] = (byte) reason.ordinal();
	}

	/**
	 * Appends all rows of other codes.
	 *
	 * @throws IllegalArgumentException if they are in another number of atoms, or there would be too many nonzeros
	 */
	public void append(final SparseCodes codes) {
		if (codes.atomCount() != atomCount) throw new IllegalArgumentException("codes in " + codes.atomCount() + " atoms cannot follow codes in " + atomCount);
		int[] atoms = new int[0];
		float[] coefficients = new float[0];
		for (int row = 0; row < codes.count(); row++) {
			final int size = codes.nonzeros(row);
			if (size > atoms.length) {
				atoms = new int[size];
				coefficients = new float[size];
			}
			for (int k = 0; k < size; k++) {
				atoms[k] = codes.atom(codes.start(row) + k);
				coefficients[k] = codes.coefficient(codes.start(row) + k);
			}
			append(atoms, coefficients, 0, size, codes.stopReason(row));
		}
	}

	private void addSegment(final int segment) {
		if (segment == atom.length) {
			atom = Arrays.copyOf(atom, 2 * segment);
			coefficient = Arrays.copyOf(coefficient, 2 * segment);
		}
		atom[segment] = new int[SEGMENT];
		coefficient[segment] = new float[SEGMENT];
	}

	/** The codes; rows that were not appended are empty and {@link StopReason#CANCELLED}. To be called once, as the last. */
	public SparseCodes build() {
		Arrays.fill(rowStart, rows, rowStart.length, rowStart[rows]);
		Arrays.fill(reasons, rows, reasons.length, (byte) StopReason.CANCELLED.ordinal());
		return new SparseCodes(atomCount, rowStart, reasons, SEGMENT_SHIFT, atom, coefficient);
	}
}
