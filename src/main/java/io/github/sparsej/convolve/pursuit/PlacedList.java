package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.convolve.PlacedAtoms;

/** Placed atoms as they are found. Mutable and not thread-safe. */
final class PlacedList {

	private static final int ROOM = 16;

	private int[] atoms = new int[ROOM];
	private int[] ys = new int[ROOM];
	private int[] xs = new int[ROOM];
	private float[] coefficients = new float[ROOM];
	private int size;

	void add(final int atom, final int y, final int x, final float coefficient) {
		if (size == atoms.length) {
			atoms = Arrays.copyOf(atoms, 2 * size);
			ys = Arrays.copyOf(ys, 2 * size);
			xs = Arrays.copyOf(xs, 2 * size);
			coefficients = Arrays.copyOf(coefficients, 2 * size);
		}
		atoms[size] = atom;
		ys[size] = y;
		xs[size] = x;
		coefficients[size++] = coefficient;
	}

	int size() {
		return size;
	}

	void addAll(final PlacedList other) {
		for (int i = 0; i < other.size; i++) add(other.atoms[i], other.ys[i], other.xs[i], other.coefficients[i]);
	}

	PlacedAtoms toAtoms(final int atomCount) {
		return PlacedAtoms.of(atomCount, Arrays.copyOf(atoms, size), Arrays.copyOf(ys, size), Arrays.copyOf(xs, size), Arrays.copyOf(coefficients, size));
	}
}
