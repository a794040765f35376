package io.github.sparsej.linalg;

/**
 * Selects the few largest of many values, of equal ones those of lower index, by a heap of the best so far: most values are
 * compared with the worst of these and no more. Mutable and not thread-safe: one instance per thread, used again.
 */
public final class LargestValues {

	/** The bits of a magnitude, which compare like it, and below them the index, the lower the larger: no two are equal. */
	private final long[] heap;
	private int size;

	/** @param most how many are selected at most, at least 1 */
	public LargestValues(final int most) {
		heap = new long[most];
	}

	/**
	 * Selects the values of largest magnitude; zeros are never selected. No NaN.
	 *
	 * @param found their indices, in no particular order; overwritten, room for {@code most} is needed
	 * @return how many there are: fewer than {@code most} where fewer are nonzero
	 */
	public int magnitudes(final float[] values, final int count, final int[] found) {
		size = 0;
		for (int i = 0; i < count; i++) offer(Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE, i);
		return copyTo(found);
	}

	/** As {@link #magnitudes}, of positive values alone. */
	public int positive(final float[] values, final int count, final int[] found) {
		size = 0;
		for (int i = 0; i < count; i++) offer(Float.floatToRawIntBits(values[i]), i);
		return copyTo(found);
	}

	private void offer(final int bits, final int index) {
		if (bits <= 0) return;
		if (size < heap.length) raise(key(bits, index));
		else if (bits > (int) (heap[0] >>> 32)) sink(key(bits, index));
	}

	private static long key(final int bits, final int index) {
		return (long) bits << 32 | Integer.MAX_VALUE - index;
	}

	/** Adds a key at the end and lets it rise to where it belongs: the smallest is first. */
	private void raise(final long key) {
		int at = size++;
		for (int parent = (at - 1) / 2; at > 0 && heap[parent] > key; parent = (at - 1) / 2) {
			heap[at] = heap[parent];
			at = parent;
		}
		heap[at] = key;
	}

	/** Replaces the smallest key. */
	private void sink(final long key) {
		int at = 0;
		for (int child = 1; child < size; child = 2 * at + 1) {
			if (child + 1 < size && heap[child + 1] < heap[child]) child++;
			if (heap[child] >= key) break;
			heap[at] = heap[child];
			at = child;
		}
		heap[at] = key;
	}

	private int copyTo(final int[] found) {
		for (int k = 0; k < size; k++) found[k] = Integer.MAX_VALUE - (int) heap[k];
		return size;
	}
}
