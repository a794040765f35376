package io.github.sparsej.restore.noise;

/**
 * The orthonormal discrete cosine transform (DCT-II) of square patches of {@value #SIDE} x {@value #SIDE} px. Of white noise every squared coefficient
 * has the variance of the noise as its mean; image content is mostly in those of low frequency. Holds a patch while it
 * is transformed, hence for one thread at a time.
 */
final class PatchSpectrum {

	static final int SIDE = 8;
	/** Coefficients (i, j) with i + j below this are of low frequency (Ponomarenko et al. 2007; Colom &amp; Buades 2013). */
	private static final int HIGH = SIDE + 1;
	/** How many coefficients are of high frequency, and of low (but for the mean). */
	private static final int HIGHS = (SIDE - 1) * (SIDE - 2) / 2, LOWS = SIDE * SIDE - 1 - HIGHS;

	private static final int HALF = SIDE / 2;

	/** {@code waves[k][i]}: wave k at pixel i of the first half; in the second half even waves are mirrored, odd ones also change sign. */
	private final double[][] waves = new double[SIDE][HALF];
	private final double[] pixels = new double[SIDE * SIDE];
	/** Of the rows, one after the other in columns. */
	private final double[] rows = new double[SIDE * SIDE];
	private final double[] coefficients = new double[SIDE * SIDE];
	private final double[] sums = new double[HALF];
	private final double[] differences = new double[HALF];

	PatchSpectrum() {
		for (int k = 0; k < SIDE; k++)
			for (int i = 0; i < HALF; i++) waves[k][i] = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos((i + 0.5) * k * Math.PI / SIDE);
	}

	/** Transforms the patch whose first pixel is (x, y), less that pixel's value, so that a constant patch is exactly 0. */
	void transform(final float[] plane, final int width, final int x, final int y) {
		final float first = plane[y * width + x];
		for (int row = 0; row < SIDE; row++)
			for (int i = 0; i < SIDE; i++) pixels[row * SIDE + i] = (double) plane[(y + row) * width + x + i] - first;
		alongRows(pixels, rows);
		alongRows(rows, coefficients);
	}

	/** Transforms each row of a square of values into a column of the result. */
	private void alongRows(final double[] values, final double[] transformed) {
		for (int row = 0; row < SIDE; row++) {
			for (int i = 0; i < HALF; i++) {
				final double value = values[row * SIDE + i], mirrored = values[row * SIDE + SIDE - 1 - i];
				sums[i] = value + mirrored;
				differences[i] = value - mirrored;
			}
			for (int k = 0; k < SIDE; k++) {
				final double[] wave = waves[k], folded = k % 2 == 0 ? sums : differences;
				double sum = 0;
				for (int i = 0; i < HALF; i++) sum += wave[i] * folded[i];
				transformed[k * SIDE + row] = sum;
			}
		}
	}

	/** Mean square of the coefficients of low frequency, without that of the mean. */
	double low() {
		double sum = 0;
		for (int l = 0; l < SIDE; l++) for (int k = l == 0 ? 1 : 0; k < SIDE && k + l < HIGH; k++) sum += square(l, k);
		return sum / LOWS;
	}

	/** Mean square of the coefficients of high frequency. */
	double high() {
		double sum = 0;
		for (int l = HIGH - SIDE + 1; l < SIDE; l++) for (int k = HIGH - l; k < SIDE; k++) sum += square(l, k);
		return sum / HIGHS;
	}

	/** Adds the square of each coefficient of high frequency to a sum of its own. */
	void addHighTo(final double[] squares) {
		int place = 0;
		for (int l = HIGH - SIDE + 1; l < SIDE; l++) for (int k = HIGH - l; k < SIDE; k++) squares[place++] += square(l, k);
	}

	/** How many coefficients are of high frequency. */
	static int highs() {
		return HIGHS;
	}

	private double square(final int l, final int k) {
		return coefficients[l * SIDE + k] * coefficients[l * SIDE + k];
	}
}
