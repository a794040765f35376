package io.github.sparsej.learn;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

/** Refuses signals and images from which nothing can be learned. */
public final class Structure {

	/** Range of the values, as a share of the largest |value|, that is rounding and nothing else. */
	private static final double ROUNDING = 1e-7;

	private static final int VALUES_PER_CHUNK = 1 << 16;

	private float least = Float.POSITIVE_INFINITY;
	private float most = Float.NEGATIVE_INFINITY;

	private Structure() {}

	/** @throws IllegalArgumentException if there are no signals, one is not finite, or all their values are the same */
	public static void require(final Signals signals) {
		require(signals, Parallel.SERIAL);
	}

	/** As {@link #require(Signals)}, on several threads. */
	public static void require(final Signals signals, final Parallel parallel) {
		if (signals.count() == 0) throw new IllegalArgumentException("there are no signals to learn from");
		final Structure structure = new Structure();
		structure.see(signals, parallel);
		if (structure.isMissing()) throw new IllegalArgumentException("no structure to learn: all values of the " + signals.count() + " signals are " + structure.range());
	}

	/** @throws IllegalArgumentException if all finite pixels of all images are the same */
	static void require(final List<Volume> images) {
		final Structure structure = new Structure();
		for (final Volume image : images) {
			for (int c = 0; c < image.channels(); c++)
				for (int z = 0; z < image.depth(); z++) structure.see(image.plane(z, c));
			if (structure.least < structure.most && !structure.isMissing()) return; // the other images, which may have to be read, can only add to it
		}
		if (structure.isMissing()) throw new IllegalArgumentException("no structure to learn: all pixels of the image are " + structure.range());
	}

	/** Floats by whole numbers that are in the same order: the largest and least of so many are found in vector code. */
	private void see(final Signals signals, final Parallel parallel) {
		final float[] values = signals.values();
		final int chunks = (values.length + VALUES_PER_CHUNK - 1) / VALUES_PER_CHUNK;
		final int[] low = new int[chunks], high = new int[chunks];
		parallel.forChunks(values.length, VALUES_PER_CHUNK, (begin, end) -> {
			int least = Integer.MAX_VALUE, most = Integer.MIN_VALUE;
			for (int i = begin; i < end; i++) {
				final int order = order(Float.floatToRawIntBits(values[i]));
				least = Math.min(least, order);
				most = Math.max(most, order);
			}
			low[begin / VALUES_PER_CHUNK] = least;
			high[begin / VALUES_PER_CHUNK] = most;
		});
		least = Float.intBitsToFloat(order(Arrays.stream(low).min().orElseThrow()));
		most = Float.intBitsToFloat(order(Arrays.stream(high).max().orElseThrow()));
		if (Float.isFinite(least) && Float.isFinite(most)) return;
		for (int i = 0; i < values.length; i++)
			if (!Float.isFinite(values[i])) throw new IllegalArgumentException("signal " + (i / signals.length() + 1) + " holds the value " + values[i]);
	}

	/** Of negative floats, whose bits fall, all bits but the sign turned over; its own inverse. */
	private static int order(final int bits) {
		return bits ^ (bits >> 31 & Integer.MAX_VALUE);
	}

	private String range() {
		return least == most ? String.valueOf(least) : "between " + least + " and " + most + ", which float32 does not tell apart";
	}

	private void see(final float[] values) {
		for (final float value : values)
			if ((value < least || value > most) && Float.isFinite(value)) {
				least = Math.min(least, value);
				most = Math.max(most, value);
			}
	}

	/** False where no value was seen: what is wrong then is for others to say. */
	private boolean isMissing() {
		return least <= most && (double) most - least <= ROUNDING * Math.max(Math.abs(least), Math.abs(most));
	}
}
