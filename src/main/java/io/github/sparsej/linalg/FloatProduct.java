package io.github.sparsej.linalg;

/**
 * The matrix product C = A B in float32, as encoders need it: A holds signals, one per row; B holds atoms, one per
 * <em>column</em> (so that B is the dictionary transposed); C gets the correlation of every signal with every atom.
 * <p>
 * Each element is one chain of fused multiply-adds, in ascending order of the inner index and beginning with 0:
 * {@code c = fma(a[r][k], b[k][j], c)} for k = 0, 1, ... Every implementation keeps to that order, whatever the sizes
 * and wherever a row or column stands. So all of them give the same bits, and a row gives the same bits alone as among
 * others. Implementations are immutable and thread-safe, and run on the calling thread.
 */
public interface FloatProduct {

	/**
	 * @param a       matrix A: element (r, k) is {@code a[offset + r * stride + k]}; not modified
	 * @param offset  where A begins in {@code a}
	 * @param stride  distance between rows of A, at least 0
	 * @param rows    rows of A and C, 0 or more
	 * @param inner   columns of A, rows of B, 0 or more
	 * @param b       matrix B: element (k, j) is {@code b[k][j]}; not modified
	 * @param columns columns of B and C, 0 or more
	 * @param c       matrix C: element (r, j) is {@code c[r][j]}, overwritten; rows may be longer, what follows stays
	 */
	void multiply(float[] a, int offset, int stride, int rows, int inner, float[][] b, int columns, float[][] c);

	/** The fastest implementation on this machine, chosen at the first call (which takes a tenth of a second). */
	static FloatProduct best() {
		return FastestProduct.FLOAT;
	}
}
