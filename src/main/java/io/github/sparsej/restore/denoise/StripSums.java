package io.github.sparsej.restore.denoise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.sparsej.patch.PatchSums;

/**
 * Brings the sums of strips together. Rows of pixels that one strip has to itself are final with it; rows that two share
 * wait for the second, whichever that is. A sum of two does not depend on their order, so neither does the result.
 * Thread-safe.
 */
final class StripSums {

	/** Takes rows that are final. */
	@FunctionalInterface
	interface Sink {
		/**
		 * @param y      the row of pixels
		 * @param sums   hold that row's sums of estimates, from {@code offset} on
		 * @param counts hold how many estimates these are, from {@code offset} on
		 */
		void row(int z, int c, int y, double[] sums, int[] counts, int offset);
	}

	/** Rows of one plane that strip {@code upper} shares with the next. */
	private record Seam(int upper, int z, int c) {}

	private record Rows(double[] sums, int[] counts) {}

	private final Strips strips;
	private final int width;
	private final Sink sink;
	private final Map<Seam, Rows> waiting = new ConcurrentHashMap<>();

	StripSums(final Strips strips, final int width, final Sink sink) {
		this.strips = strips;
		this.width = width;
		this.sink = sink;
	}

	/**
	 * Takes one plane's sums of a strip.
	 *
	 * @param usable sums of 1 of the patches that have an estimate; null where all have
	 */
	void add(final int strip, final int z, final int c, final PatchSums.Plane plane, final PatchSums.Plane usable) {
		final int ownTop = strips.ownTop(strip), ownBottom = strips.ownBottom(strip);
		finish(z, c, ownTop, rows(plane, usable, strip, ownTop, ownBottom));
		if (strip > 0) share(new Seam(strip - 1, z, c), strips.top(strip), rows(plane, usable, strip, strips.top(strip), ownTop));
		if (strip < strips.count() - 1) share(new Seam(strip, z, c), ownBottom, rows(plane, usable, strip, ownBottom, strips.bottom(strip)));
	}

	private Rows rows(final PatchSums.Plane plane, final PatchSums.Plane usable, final int strip, final int from, final int to) {
		final double[] sums = new double[(to - from) * width];
		final int[] counts = new int[sums.length];
		final int first = from - strips.top(strip);
		System.arraycopy(plane.sums(), first * width, sums, 0, sums.length);
		if (usable == null) for (int y = 0; y < to - from; y++) plane.counts(first + y, counts, y * width);
		else for (int i = 0; i < counts.length; i++) counts[i] = (int) usable.sums()[first * width + i];
		return new Rows(sums, counts);
	}

	private void share(final Seam seam, final int top, final Rows rows) {
		final Rows first = waiting.putIfAbsent(seam, rows);
		if (first == null) return;
		waiting.remove(seam);
		for (int i = 0; i < rows.sums.length; i++) {
			rows.sums[i] += first.sums[i];
			rows.counts[i] += first.counts[i];
		}
		finish(seam.z, seam.c, top, rows);
	}

	private void finish(final int z, final int c, final int top, final Rows rows) {
		for (int offset = 0; offset < rows.sums.length; offset += width) sink.row(z, c, top + offset / width, rows.sums, rows.counts, offset);
	}
}
