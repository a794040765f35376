package io.github.sparsej.linalg;

/**
 * What an order recursive pursuit does at every step with all atoms. With u the inner products of the atoms with a new
 * orthonormal direction, and b the signal's component along it, the correlations c with the residual become c - b u, the
 * squared distances n of the atoms from the span of the directions n - u u, and the scores (by how much taking an atom
 * would lower the squared norm of the residual) c c / n. Not thread-safe: one per thread.
 */
public final class DirectionUpdate {

	private final int count;
	/** Inner products of all atoms with each direction so far, which need not be of norm 1. */
	private final float[][] along;
	/** 1 over the squared norms of the directions. */
	private final float[] inverse;
	private final int[] places;
	private final float[] factors;
	private final float[] zeros;

	/**
	 * @param count atoms
	 * @param most  how many are taken at most, at least 1
	 */
	public DirectionUpdate(final int count, final int most) {
		this.count = count;
		along = new float[most][];
		inverse = new float[most];
		places = new int[most];
		for (int k = 0; k < most; k++) places[k] = k;
		factors = new float[most];
		zeros = new float[count];
	}

	/**
	 * Takes one more atom, by Gram-Schmidt orthogonalisation of its inner products with all others. The rows of the Gram
	 * matrix of the atoms before are not read again: what is needed of them is near at hand. Rounding grows as the atom
	 * comes near the span of those before.
	 *
	 * @param atom         the atom taken
	 * @param row          its row of the Gram matrix; not modified, and not to be until the next signal
	 * @param before       directions before this one; 0 begins anew
	 * @param correlations c so far; not modified, unless it is {@code c}
	 * @param distances    n so far; not modified, unless it is {@code n}
	 * @param c            overwritten
	 * @param n            overwritten
	 * @param scores       c c / n of the new c and n, negative where n is (rounding), and NaN where both are 0; overwritten
	 */
	public void take(final int atom, final float[] row, final int before, final float[] correlations, final float[] distances, final float[] c, final float[] n, final float[] scores) {
		if (before == 0) along[0] = row;
		else {
			for (int k = 0; k < before; k++) factors[k] = along[k][atom] * inverse[k];
			Correlations.subtract(row, room(before), count, along, places, factors, before);
		}
		inverse[before] = 1 / along[before][atom];
		takeAway(along[before], count, -correlations[atom] * inverse[before], -inverse[before], correlations, distances, c, n, scores);
	}

	/**
	 * The same for an orthonormal direction that is given, as a combination of the atoms taken.
	 *
	 * @param rows      of the Gram matrix
	 * @param indices   the rows of which u is made
	 * @param terms     what each of them counts, with the opposite sign
	 * @param before    directions before this one; there are rows for one more than these
	 * @param component b
	 * @param c         modified
	 * @param n         modified
	 * @param scores    as of {@link #take}
	 */
	public void follow(final float[][] rows, final int[] indices, final float[] terms, final int before, final float component, final float[] c, final float[] n, final float[] scores) {
		Correlations.subtract(zeros, room(before), count, rows, indices, terms, before + 1);
		inverse[before] = 1;
		takeAway(along[before], count, -component, -1, c, n, c, n, scores);
	}

	private float[] room(final int index) {
		// What stands at 0 may be a row of the Gram matrix.
		if (along[index] == null || index == 0) along[index] = new float[count];
		return along[index];
	}

	/** {@code to c = c + ofC u, to n = n + ofN u u}. */
	private static void takeAway(final float[] along, final int count, final float ofC, final float ofN, final float[] c, final float[] n, final float[] toC, final float[] toN, final float[] scores) {
		for (int i = 0; i < count; i++) {
			final float u = along[i];
			final float correlation = Math.fma(ofC, u, c[i]);
			final float square = Math.fma(ofN * u, u, n[i]);
			toC[i] = correlation;
			toN[i] = square;
			scores[i] = correlation * correlation / square;
		}
	}
}
