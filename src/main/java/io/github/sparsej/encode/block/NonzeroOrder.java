package io.github.sparsej.encode.block;

import java.util.Arrays;

/**
 * Brings the nonzeros of a code into the order of their atoms without comparing them, whose outcome a processor would guess
 * wrongly once or twice per nonzero: atoms are marked in a set of bits, and each goes where as many stand before it as bits are
 * set below its own. Mutable and not thread-safe: one per thread.
 */
final class NonzeroOrder {

	private long[] marks = new long[0];
	/** How many atoms are marked before each word of {@link #marks}. */
	private int[] before = new int[0];

	/**
	 * @param atoms          in any order, none twice; not modified
	 * @param coefficients   of these atoms; not modified
	 * @param count          of atoms
	 * @param toAtoms        overwritten from {@code begin} on
	 * @param toCoefficients overwritten from {@code begin} on
	 */
	void put(final int[] atoms, final float[] coefficients, final int count, final int[] toAtoms, final float[] toCoefficients, final int begin) {
		int words = 0;
		for (int k = 0; k < count; k++) words = Math.max(words, (atoms[k] >>> 6) + 1);
		if (words > marks.length) {
			marks = new long[words];
			before = new int[words];
		}
		for (int k = 0; k < count; k++) marks[atoms[k] >>> 6] |= 1L << atoms[k];
		int marked = begin;
		for (int w = 0; w < words; w++) {
			before[w] = marked;
			marked += Long.bitCount(marks[w]);
		}
		for (int k = 0; k < count; k++) {
			final int atom = atoms[k], word = atom >>> 6;
			final int at = before[word] + Long.bitCount(marks[word] & (1L << atom) - 1);
			toAtoms[at] = atom;
			toCoefficients[at] = coefficients[k];
		}
		Arrays.fill(marks, 0, words, 0);
	}
}
