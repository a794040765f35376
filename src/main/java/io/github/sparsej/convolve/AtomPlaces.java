package io.github.sparsej.convolve;

import java.util.List;

/** Where and how often codes of many images use atoms. Every entry counts, also those of an atom that was selected again at a place. */
public final class AtomPlaces {

	private AtomPlaces() {}

	/**
	 * How often each atom is used.
	 *
	 * @param atomCount atoms of the dictionary
	 */
	public static long[] uses(final List<PlacedAtoms> codes, final int atomCount) {
		final long[] uses = new long[atomCount];
		for (final PlacedAtoms code : codes) {
			if (code.atomCount() != atomCount) throw new IllegalArgumentException("a code of " + code.atomCount() + " atoms is none of " + atomCount);
			final int[] ofOne = code.uses();
			for (int k = 0; k < atomCount; k++) uses[k] += ofOne[k];
		}
		return uses;
	}

	/**
	 * How often one atom is used at each place.
	 *
	 * @param columns places along x: width of the images - width of the atoms + 1
	 * @param rows    places along y
	 * @return rows x columns counts, row-major
	 * @throws IllegalArgumentException if one is placed outside
	 */
	public static float[] map(final List<PlacedAtoms> codes, final int atom, final int columns, final int rows) {
		final float[] map = new float[columns * rows];
		for (final PlacedAtoms code : codes)
			for (int i = 0; i < code.count(); i++) {
				if (code.atom(i) != atom) continue;
				if (code.x(i) >= columns || code.y(i) >= rows) throw new IllegalArgumentException("an atom at (" + code.x(i) + ", " + code.y(i) + ") is not at one of " + columns + " x " + rows + " places");
				map[code.y(i) * columns + code.x(i)]++;
			}
		return map;
	}
}
