package io.github.sparsej.convolve.network;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/**
 * The code of an image as maps, one a channel: coefficients rectified and pooled. Computed from the list of placed atoms; only one image's maps are
 * ever written out. An atom that was selected again at a place counts there by the sum of its coefficients. Immutable and thread-safe.
 *
 * @param atomCount     atoms of the code
 * @param columns       places along x, before pooling
 * @param rows          places along y, before pooling
 * @param rectification what becomes of signs
 * @param pooling       how values are put together
 */
public record PooledMaps(int atomCount, int columns, int rows, Rectification rectification, Pooling pooling) {

	public PooledMaps {
		if (columns < 1 || rows < 1) throw new IllegalArgumentException("maps need at least 1 x 1 places, got " + columns + " x " + rows);
		Math.multiplyExact(Math.multiplyExact(pooling.cells(columns), pooling.cells(rows)), rectification.channels(atomCount));
	}

	/** Of codes of images of that size by atoms of that shape. */
	static PooledMaps of(final PatchShape shape, final int atomCount, final int width, final int height, final Rectification rectification, final Pooling pooling) {
		return new PooledMaps(atomCount, width - shape.width() + 1, height - shape.height() + 1, rectification, pooling);
	}

	/** Number of maps. */
	public int channels() {
		return rectification.channels(atomCount);
	}

	/** Width of a map, cells. */
	public int width() {
		return pooling.cells(columns);
	}

	/** Height of a map, cells. */
	public int height() {
		return pooling.cells(rows);
	}

	/** Values of all maps together. */
	public int length() {
		return channels() * width() * height();
	}

	/**
	 * The values that are not 0, by where they stand: {@code (channel * height + y) * width + x}.
	 *
	 * @throws IllegalArgumentException if the code is of another number of atoms, or has one at a place there is not
	 */
	public SortedMap<Integer, Double> values(final PlacedAtoms code) {
		if (code.atomCount() != atomCount) throw new IllegalArgumentException("maps of " + atomCount + " atoms cannot show a code of " + code.atomCount());
		final PlacedAtoms merged = code.merged();
		final SortedMap<Integer, Double> values = new TreeMap<>();
		for (int i = 0; i < merged.count(); i++) {
			final int x = merged.x(i), y = merged.y(i);
			if (x >= columns || y >= rows) throw new IllegalArgumentException("an atom at (" + x + ", " + y + ") is not at one of " + columns + " x " + rows + " places");
			final double coefficient = merged.coefficient(i), value = rectification.value(coefficient);
			final int channel = rectification.channel(merged.atom(i), atomCount, coefficient);
			if (value > 0) values.merge((channel * height() + y / pooling.size()) * width() + x / pooling.size(), value, pooling::together);
		}
		return values;
	}

	/** The maps written out, an image of as many channels. */
	public Volume image(final PlacedAtoms code) {
		final int size = width() * height();
		final float[][] planes = new float[channels()][size];
		for (final Map.Entry<Integer, Double> value : values(code).entrySet()) planes[value.getKey() / size][value.getKey() % size] = value.getValue().floatValue();
		return Volume.of(width(), height(), 1, planes.length, planes);
	}
}
