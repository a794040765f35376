package io.github.sparsej.model;

import java.util.Arrays;

/**
 * A dictionary: p atoms of unit l2 norm, float32, row-major (p x m), with the shape their pixels have in an image.
 * A dictionary with an atom of another norm, or with a value that is not finite, cannot exist. Immutable and thread-safe.
 */
public final class Dictionary {

	/** How far an atom's l2 norm may lie from 1: the rounding of float32 over the longest atoms in use. */
	private static final double NORM_TOLERANCE = 1e-4;

	private final PatchShape shape;
	private final int atomCount;
	private final float[] atoms;

	private Dictionary(final PatchShape shape, final int atomCount, final float[] atoms) {
		this.shape = shape;
		this.atomCount = atomCount;
		this.atoms = atoms;
	}

	/**
	 * A dictionary of atoms that have unit norm already; they are copied bit by bit.
	 *
	 * @param atoms p x m values, row-major
	 * @throws IllegalArgumentException naming the first atom whose l2 norm is not 1
	 */
	public static Dictionary ofUnitAtoms(final PatchShape shape, final int atomCount, final float[] atoms) {
		checkSize(shape, atomCount, atoms.length);
		return ofUnit(shape, atomCount, atoms.clone());
	}

	/**
	 * As {@link #ofUnitAtoms(PatchShape, int, float[])}, of atoms that are an array each.
	 *
	 * @param atoms p arrays of m values; copied
	 */
	public static Dictionary ofUnitAtoms(final PatchShape shape, final float[][] atoms) {
		final int m = shape.length();
		checkSize(shape, atoms.length, Arrays.stream(atoms).mapToLong(atom -> atom.length).sum());
		final float[] all = new float[atoms.length * m];
		for (int i = 0; i < atoms.length; i++) {
			if (atoms[i].length != m) throw new IllegalArgumentException("atom " + (i + 1) + " has " + atoms[i].length + " values, expected " + m);
			System.arraycopy(atoms[i], 0, all, i * m, m);
		}
		return ofUnit(shape, atoms.length, all);
	}

	private static Dictionary ofUnit(final PatchShape shape, final int atomCount, final float[] atoms) {
		for (int i = 0; i < atomCount; i++) {
			final double norm = Math.sqrt(Energy.of(atoms, i * shape.length(), shape.length()));
			if (!(Math.abs(norm - 1) <= NORM_TOLERANCE))
				throw new IllegalArgumentException("atom " + (i + 1) + " has l2 norm " + norm + ", expected 1");
		}
		return new Dictionary(shape, atomCount, atoms);
	}

	/**
	 * A dictionary of the given atoms, each divided by its l2 norm (computed in double precision).
	 *
	 * @param atoms p x m values, row-major; not modified
	 * @throws IllegalArgumentException naming the first atom that is zero or not finite
	 */
	public static Dictionary normalized(final PatchShape shape, final int atomCount, final float[] atoms) {
		checkSize(shape, atomCount, atoms.length);
		final int m = shape.length();
		final float[] unit = new float[atoms.length];
		for (int i = 0; i < atomCount; i++) {
			final double norm = Math.sqrt(Energy.of(atoms, i * m, m));
			if (!(norm > 0) || Double.isInfinite(norm))
				throw new IllegalArgumentException("atom " + (i + 1) + " has l2 norm " + norm + " and cannot be normalised: it must be finite and not all zero");
			for (int j = i * m; j < (i + 1) * m; j++) unit[j] = (float) (atoms[j] / norm);
		}
		return new Dictionary(shape, atomCount, unit);
	}

	private static void checkSize(final PatchShape shape, final int atomCount, final long values) {
		if (atomCount < 1) throw new IllegalArgumentException("a dictionary needs at least 1 atom, got " + atomCount);
		if ((long) atomCount * shape.length() != values)
			throw new IllegalArgumentException(atomCount + " atoms of " + shape + " need " + (long) atomCount * shape.length() + " values, got " + values);
	}

	public PatchShape shape() {
		return shape;
	}

	/** Number of atoms p. */
	public int atomCount() {
		return atomCount;
	}

	/** Values per atom m: the length of the signals it describes. */
	public int signalLength() {
		return shape.length();
	}

	/** A copy of all atoms, p x m, row-major. */
	public float[] toArray() {
		return atoms.clone();
	}

	/** A copy of one atom. */
	public float[] atom(final int index) {
		if (index < 0 || index >= atomCount) throw new IndexOutOfBoundsException("atom " + index + " of " + atomCount);
		final float[] atom = new float[shape.length()];
		System.arraycopy(atoms, index * atom.length, atom, 0, atom.length);
		return atom;
	}
}
