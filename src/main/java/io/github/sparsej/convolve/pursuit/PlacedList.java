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

	int atom(final int i) {
		return atoms[i];
	}

	int y(final int i) {
		return ys[i];
	}

	int x(final int i) {
		return xs[i];
	}

	float coefficient(final int i) {
		return coefficients[i];
	}

	void set(final int i, final float coefficient) {
		coefficients[i] = coefficient;
	}

	/** Takes one out; those after it move up. */
	void remove(final int i) {
		System.arraycopy(atoms, i + 1, atoms, i, size - i - 1);
		System.arraycopy(ys, i + 1, ys, i, size - i - 1);
		System.arraycopy(xs, i + 1, xs, i, size - i - 1);
		System.arraycopy(coefficients, i + 1, coefficients, i, size - i - 1);
		size--;
	}

	/** The first one that is this atom at this place, -1 for none. */
	int find(final int atom, final int y, final int x) {
		for (int i = 0; i < size; i++) if (xs[i] == x && ys[i] == y && atoms[i] == atom) return i;
		return -1;
	}

	/** Adds those of another list whose coefficients are not 0. */
	void addAll(final PlacedList other) {
		for (int i = 0; i < other.size; i++) if (other.coefficients[i] != 0) add(other.atoms[i], other.ys[i], other.xs[i], other.coefficients[i]);
	}

	PlacedAtoms toAtoms(final int atomCount) {
		return PlacedAtoms.of(atomCount, Arrays.copyOf(atoms, size), Arrays.copyOf(ys, size), Arrays.copyOf(xs, size), Arrays.copyOf(coefficients, size));
	}
}
