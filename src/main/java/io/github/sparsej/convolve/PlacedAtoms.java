package io.github.sparsej.convolve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * The code of one image: atoms at places with coefficients, in the order in which the encoder selected them. An atom may stand at
 * the same place more than once; its coefficient there is the sum. Immutable and thread-safe.
 */
public final class PlacedAtoms {

	private record Place(int atom, int y, int x) {}

	private final int atomCount;
	private final int[] atoms;
	private final int[] ys;
	private final int[] xs;
	private final float[] coefficients;

	private PlacedAtoms(final int atomCount, final int[] atoms, final int[] ys, final int[] xs, final float[] coefficients) {
		this.atomCount = atomCount;
		this.atoms = atoms;
		this.ys = ys;
		this.xs = xs;
		this.coefficients = coefficients;
	}

	/** The code without any atom. */
	public static PlacedAtoms none(final int atomCount) {
		return of(atomCount, new int[0], new int[0], new int[0], new float[0]);
	}

	/**
	 * @param atomCount    atoms of the dictionary, at least 1
	 * @param atoms        which atom, from 0; copied, as those that follow
	 * @param ys           row of its first pixel, px, 0 or more
	 * @param xs           column of its first pixel, px, 0 or more
	 * @param coefficients finite
	 * @throws IllegalArgumentException naming the first entry that is not allowed, or the lengths if they differ
	 */
	public static PlacedAtoms of(final int atomCount, final int[] atoms, final int[] ys, final int[] xs, final float[] coefficients) {
		if (atomCount < 1) throw new IllegalArgumentException("a dictionary needs at least 1 atom, got " + atomCount);
		if (ys.length != atoms.length || xs.length != atoms.length || coefficients.length != atoms.length)
			throw new IllegalArgumentException(atoms.length + " placed atoms need as many places and coefficients, got " + ys.length + ", " + xs.length + " and " + coefficients.length);
		for (int i = 0; i < atoms.length; i++) {
			if (atoms[i] < 0 || atoms[i] >= atomCount) throw new IllegalArgumentException("placed atom " + i + " is atom " + atoms[i] + " of " + atomCount);
			if (ys[i] < 0 || xs[i] < 0) throw new IllegalArgumentException("placed atom " + i + " is at (" + xs[i] + ", " + ys[i] + "), outside of any image");
			if (!Float.isFinite(coefficients[i])) throw new IllegalArgumentException("placed atom " + i + " has the coefficient " + coefficients[i] + ", which is not finite");
		}
		return new PlacedAtoms(atomCount, atoms.clone(), ys.clone(), xs.clone(), coefficients.clone());
	}

	/** Number of entries. */
	public int count() {
		return atoms.length;
	}

	/** Atoms of the dictionary. */
	public int atomCount() {
		return atomCount;
	}

	/** Which atom entry i is, from 0. */
	public int atom(final int i) {
		return atoms[i];
	}

	/** Row of the first pixel of entry i, px. */
	public int y(final int i) {
		return ys[i];
	}

	/** Column of the first pixel of entry i, px. */
	public int x(final int i) {
		return xs[i];
	}

	public float coefficient(final int i) {
		return coefficients[i];
	}

	/** How many entries each atom has. */
	public int[] uses() {
		final int[] uses = new int[atomCount];
		for (final int atom : atoms) uses[atom]++;
		return uses;
	}

	/** The entries of some atoms alone, in their order. */
	public PlacedAtoms select(final IntPredicate keeps) {
		int size = 0;
		final int[] kept = new int[count()];
		for (int i = 0; i < count(); i++) if (keeps.test(atoms[i])) kept[size++] = i;
		return entries(Arrays.copyOf(kept, size));
	}

	private PlacedAtoms entries(final int[] kept) {
		final int[] a = new int[kept.length], y = new int[kept.length], x = new int[kept.length];
		final float[] c = new float[kept.length];
		for (int i = 0; i < kept.length; i++) {
			a[i] = atoms[kept[i]];
			y[i] = ys[kept[i]];
			x[i] = xs[kept[i]];
			c[i] = coefficients[kept[i]];
		}
		return new PlacedAtoms(atomCount, a, y, x, c);
	}

	/**
	 * The same code with one entry for each atom at each place, in the order in which they were selected first; coefficients that add up
	 * to 0 are left out.
	 */
	public PlacedAtoms merged() {
		final Map<Place, Double> sums = new LinkedHashMap<>(2 * count());
		for (int i = 0; i < count(); i++) sums.merge(new Place(atoms[i], ys[i], xs[i]), (double) coefficients[i], Double::sum);
		sums.values().removeIf(sum -> sum.floatValue() == 0);
		final int[] a = new int[sums.size()], y = new int[sums.size()], x = new int[sums.size()];
		final float[] c = new float[sums.size()];
		int i = 0;
		for (final Map.Entry<Place, Double> entry : sums.entrySet()) {
			a[i] = entry.getKey().atom;
			y[i] = entry.getKey().y;
			x[i] = entry.getKey().x;
			c[i++] = entry.getValue().floatValue();
		}
		return new PlacedAtoms(atomCount, a, y, x, c);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PlacedAtoms that && atomCount == that.atomCount && Arrays.equals(atoms, that.atoms) && Arrays.equals(ys, that.ys) && Arrays.equals(xs, that.xs)
			&& Arrays.equals(coefficients, that.coefficients);
	}

	@Override
	public int hashCode() {
		return Objects.hash(atomCount, Arrays.hashCode(atoms), Arrays.hashCode(ys), Arrays.hashCode(xs), Arrays.hashCode(coefficients));
	}

	@Override
	public String toString() {
		return count() + " placed atoms of " + atomCount;
	}
}
