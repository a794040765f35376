package io.github.sparsej.linalg;

/**
 * The Fourier transform of a real image: for horizontal frequencies k = 0 to width / 2 and all vertical ones l = 0 to
 * height - 1; the rest follows from F(-k, -l) = conj F(k, l). Changed in place by its methods; for use by one thread.
 */
public final class Spectrum {

	private final int width;
	private final int height;
	private final double[][] columns; // per k: re, im of l = 0, 1, ...

	Spectrum(final int width, final int height) {
		this.width = width;
		this.height = height;
		columns = new double[width / 2 + 1][2 * height];
	}

	/** Width of the image, px. */
	public int width() {
		return width;
	}

	/** Height of the image, px. */
	public int height() {
		return height;
	}

	/** Number of horizontal frequencies that are kept: width / 2 + 1. */
	public int columnCount() {
		return columns.length;
	}

	double[] column(final int k) {
		return columns[k];
	}

	public double real(final int k, final int l) {
		return columns[k][2 * l];
	}

	public double imaginary(final int k, final int l) {
		return columns[k][2 * l + 1];
	}

	/** Multiplies every frequency by the response there. Returns this spectrum. */
	public Spectrum multiply(final FrequencyResponse response) {
		response.checkSize(width, height);
		for (int k = 0; k < columns.length; k++)
			for (int l = 0; l < height; l++) {
				final double factor = response.at(k, l);
				columns[k][2 * l] *= factor;
				columns[k][2 * l + 1] *= factor;
			}
		return this;
	}

	/** Sets the frequency 0, which is the sum of all pixels. Returns this spectrum. */
	public Spectrum setSum(final double sum) {
		columns[0][0] = sum;
		columns[0][1] = 0;
		return this;
	}

	/** Replaces every value by its squared modulus: the spectrum of the image's periodic autocorrelation. Returns this spectrum. */
	public Spectrum squareModulus() {
		for (final double[] column : columns)
			for (int i = 0; i < column.length; i += 2) {
				column[i] = column[i] * column[i] + column[i + 1] * column[i + 1];
				column[i + 1] = 0;
			}
		return this;
	}

	public Spectrum copy() {
		final Spectrum copy = new Spectrum(width, height);
		for (int k = 0; k < columns.length; k++) System.arraycopy(columns[k], 0, copy.columns[k], 0, columns[k].length);
		return copy;
	}
}
