package io.github.sparsej.model;

/**
 * Signals (vectors) of one length: n x m values in float32, row-major, one signal per row. They carry no geometry; a
 * signal that was cut from an image is a patch, whose shape is told by a {@link PatchShape}.
 * <p>
 * The values are shared, not copied, because they may be most of the memory: who passes an array in gives it away, and
 * who reads {@link #values()} must not write to it. Instances may be read from many threads.
 */
public final class Signals {

	private final int count;
	private final int length;
	private final float[] values;

	private Signals(final int count, final int length, final float[] values) {
		this.count = count;
		this.length = length;
		this.values = values;
	}

	/**
	 * @param count  number of signals n, 0 or more
	 * @param length values per signal m, at least 1
	 * @param values n x m values, row-major; taken over, not copied
	 * @throws IllegalArgumentException if the sizes do not fit the array
	 */
	public static Signals of(final int count, final int length, final float[] values) {
		if (values.length != checkedSize(count, length))
			throw new IllegalArgumentException(count + " signals of length " + length + " need " + (long) count * length + " values, got " + values.length);
		return new Signals(count, length, values);
	}

	/**
	 * All zeros.
	 *
	 * @throws IllegalArgumentException if they would not fit into one array
	 */
	public static Signals zeros(final int count, final int length) {
		return new Signals(count, length, new float[checkedSize(count, length)]);
	}

	private static int checkedSize(final int count, final int length) {
		Require.notNegative("the number of signals", count);
		Require.atLeastOne("the signal length", length);
		final long size = (long) count * length;
		if (size > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException(count + " signals of length " + length + " are too many for one batch: at most " + (Integer.MAX_VALUE - 8) / length + " fit");
		return (int) size;
	}

	/** Number of signals n. */
	public int count() {
		return count;
	}

	/** Values per signal m. */
	public int length() {
		return length;
	}

	/** Where signal {@code row} begins in {@link #values()}. */
	public int offset(final int row) {
		return row * length;
	}

	/** The n x m values themselves, row-major: not a copy, not to be written to. */
	public float[] values() {
		return values;
	}

	public float value(final int row, final int column) {
		if (column < 0 || column >= length) throw new IndexOutOfBoundsException("column " + column + " of a signal of length " + length);
		return values[row * length + column];
	}

	/** A copy of one signal. */
	public float[] row(final int row) {
		final float[] copy = new float[length];
		System.arraycopy(values, row * length, copy, 0, length);
		return copy;
	}

	/** A copy of the signals named, in that order. */
	public Signals select(final int[] rows) {
		final Signals chosen = zeros(rows.length, length);
		for (int i = 0; i < rows.length; i++) System.arraycopy(values, rows[i] * length, chosen.values, i * length, length);
		return chosen;
	}

	/** A copy of the values, to be changed at will. */
	public Signals copy() {
		return new Signals(count, length, values.clone());
	}
}
