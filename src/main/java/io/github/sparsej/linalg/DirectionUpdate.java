package io.github.sparsej.linalg;

/**
 * What an order recursive pursuit does at every step with all atoms. With u the inner products of the atoms with a new
 * orthonormal direction, and b the signal's component along it, the correlations c with the residual become c - b u, the
 * squared distances n of the atoms from the span of the directions n - u u, and the scores (by how much taking an atom
 * would lower the squared norm of the residual) c c / n. Not thread-safe: one per thread.
 */
public final class DirectionUpdate {

	private final float[] along;
	private final float[] zeros;
	private final int count;

	/** @param count atoms */
	public DirectionUpdate(final int count) {
		this.count = count;
		along = new float[count];
		zeros = new float[count];
	}

	/**
	 * @param rows      of the Gram matrix
	 * @param indices   the rows of which u is made
	 * @param factors   what each of them counts
	 * @param terms     of these, at least 1
	 * @param component b
	 * @param c         modified
	 * @param n         modified
	 * @param scores    c c / n of the new c and n, negative where n is (rounding), and NaN where both are 0
	 */
	public void apply(final float[][] rows, final int[] indices, final float[] factors, final int terms, final float component, final float[] c, final float[] n, final float[] scores) {
		Correlations.subtract(zeros, along, count, rows, indices, factors, terms);
		takeAway(along, count, component, c, n, scores);
	}

	private static void takeAway(final float[] along, final int count, final float component, final float[] c, final float[] n, final float[] scores) {
		for (int i = 0; i < count; i++) {
			final float u = along[i];
			final float correlation = Math.fma(component, u, c[i]);
			final float square = Math.fma(-u, u, n[i]);
			c[i] = correlation;
			n[i] = square;
			scores[i] = correlation * correlation / square;
		}
	}
}
