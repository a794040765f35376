package io.github.sparsej.autoencoder.net;

/** Blocks of signals, turned from one array per signal into one array per place and back. */
public final class Blocks {

	/** Rows turned at a time: 8 values are one line of cache, which is written whole. */
	private static final int LINE = 8;

	private Blocks() {}

	/** {@code to[j][i] = from[i][j]}, for i below {@code rows} and j below {@code columns}. */
	public static void transpose(final double[][] from, final int rows, final int columns, final double[][] to) {
		int i = 0;
		for (; i + LINE <= rows; i += LINE) lines(from[i], from[i + 1], from[i + 2], from[i + 3], from[i + 4], from[i + 5], from[i + 6], from[i + 7], columns, to, i);
		for (; i < rows; i++) for (int j = 0; j < columns; j++) to[j][i] = from[i][j];
	}

	private static void lines(final double[] r0, final double[] r1, final double[] r2, final double[] r3, final double[] r4, final double[] r5, final double[] r6, final double[] r7,
		final int columns, final double[][] to, final int at)
	{
		for (int j = 0; j < columns; j++) {
			final double[] column = to[j];
			column[at] = r0[j];
			column[at + 1] = r1[j];
			column[at + 2] = r2[j];
			column[at + 3] = r3[j];
			column[at + 4] = r4[j];
			column[at + 5] = r5[j];
			column[at + 6] = r6[j];
			column[at + 7] = r7[j];
		}
	}
}
