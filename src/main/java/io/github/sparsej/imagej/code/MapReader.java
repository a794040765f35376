package io.github.sparsej.imagej.code;

import java.util.Arrays;

import ij.ImagePlus;

import io.github.sparsej.convolve.PlacedAtoms;

/** Reads placed atoms out of maps: what is not 0 there. */
final class MapReader {

	private int count;
	private int[] atom = new int[16];
	private int[] place = new int[16];
	private float[] coefficient = new float[16];

	private final String title;
	private final int columns;

	private MapReader(final ImagePlus image) {
		title = image.getTitle();
		columns = image.getWidth();
	}

	/**
	 * @param before slices of the image's stack before the map of the first atom
	 * @throws IllegalArgumentException if a coefficient is not finite
	 */
	static PlacedAtoms read(final ImagePlus image, final int before, final int atoms) {
		final MapReader reader = new MapReader(image);
		for (int k = 0; k < atoms; k++) reader.add(k, (float[]) image.getStack().getProcessor(before + k + 1).convertToFloatProcessor().getPixels());
		final int columns = reader.columns, count = reader.count;
		return PlacedAtoms.of(atoms, Arrays.copyOf(reader.atom, count), Arrays.stream(reader.place, 0, count).map(i -> i / columns).toArray(), Arrays.stream(reader.place, 0, count).map(i -> i % columns).toArray(),
			Arrays.copyOf(reader.coefficient, count));
	}

	private void add(final int k, final float[] map) {
		for (int i = 0; i < map.length; i++) {
			if (map[i] == 0) continue;
			if (!Float.isFinite(map[i])) throw new IllegalArgumentException(title + " has the coefficient " + map[i] + " of atom " + (k + 1) + " at (" + i % columns + ", " + i / columns + "): a finite one is needed");
			if (count == atom.length) {
				atom = Arrays.copyOf(atom, 2 * count);
				place = Arrays.copyOf(place, 2 * count);
				coefficient = Arrays.copyOf(coefficient, 2 * count);
			}
			atom[count] = k;
			place[count] = i;
			coefficient[count++] = map[i];
		}
	}
}
