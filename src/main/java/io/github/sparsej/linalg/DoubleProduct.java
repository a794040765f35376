package io.github.sparsej.linalg;

/** {@link FloatProduct} in float64, with the same order of additions and the same promise about bits. */
public interface DoubleProduct {

	/** As {@link FloatProduct#multiply}. */
	void multiply(double[] a, int offset, int stride, int rows, int inner, double[][] b, int columns, double[][] c);

	/** The fastest implementation on this machine. */
	static DoubleProduct best() {
		return FastestProduct.DOUBLE;
	}

	/**
	 * The fastest for an A of which some elements are 0, for which B must be finite (else what these elements would make NaN is not).
	 *
	 * @param nonzeros how many elements of A are not 0, about, as a share
	 */
	static DoubleProduct best(final double nonzeros) {
		return nonzeros < FastestProduct.SPARSE ? FastestProduct.NONZEROS : FastestProduct.DOUBLE;
	}
}
