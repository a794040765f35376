package io.github.sparsej.linalg;

/** {@link FloatProduct} in float64, with the same order of additions and the same promise about bits. */
public interface DoubleProduct {

	/** As {@link FloatProduct#multiply}. */
	void multiply(double[] a, int offset, int stride, int rows, int inner, double[][] b, int columns, double[][] c);

	/** The fastest implementation on this machine. */
	static DoubleProduct best() {
		return FastestProduct.DOUBLE;
	}
}
