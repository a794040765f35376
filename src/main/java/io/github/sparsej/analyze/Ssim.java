package io.github.sparsej.analyze;

import java.util.Arrays;

/**
 * The structural similarity index of Wang, Bovik, Sheikh &amp; Simoncelli (2004, equation 13):
 * (2 mx my + C1) (2 sxy + C2) / ((mx^2 + my^2 + C1) (sxx + syy + C2)), C1 = (0.01 L)^2, C2 = (0.03 L)^2, with means and
 * (co)variances m, s under a Gaussian window of sigma 1.5 px (normalised, variances divided by N) and range L of grey values.
 * Its mean is taken over the windows that lie within the image entirely: what scikit-image computes with
 * {@code gaussian_weights=True, sigma=1.5, use_sample_covariance=False}.
 */
final class Ssim {

	/** The Gaussian is cut at 3.5 sigma. */
	private static final int RADIUS = 5;

	/** Width and height of the window, px. */
	static final int WINDOW = 2 * RADIUS + 1;

	private static final double SIGMA = 1.5;
	private static final double K1 = 0.01;
	private static final double K2 = 0.03;

	private Ssim() {}

	/** The mean index of two planes, in memory of a few rows; NaN if no window fits in. */
	static double mean(final float[] x, final float[] y, final int width, final int height, final double range) {
		if (width < WINDOW || height < WINDOW) return Double.NaN;
		final double[] window = window();
		final double[][] columns = new double[5][width];
		double sum = 0;
		for (int top = 0; top + WINDOW <= height; top++) {
			sumColumns(x, y, width, top, window, columns);
			for (int left = 0; left + WINDOW <= width; left++) sum += index(columns, left, window, range);
		}
		return sum / (width - WINDOW + 1) / (height - WINDOW + 1);
	}

	private static double[] window() {
		final double[] window = new double[WINDOW];
		for (int i = 0; i < WINDOW; i++) window[i] = Math.exp(-0.5 * (i - RADIUS) * (i - RADIUS) / (SIGMA * SIGMA));
		final double sum = Arrays.stream(window).sum();
		return Arrays.stream(window).map(w -> w / sum).toArray();
	}

	/** Per column, the weighted sums of x, y, x^2, y^2 and x y over the rows of the window. */
	private static void sumColumns(final float[] x, final float[] y, final int width, final int top, final double[] window, final double[][] columns) {
		for (final double[] column : columns) Arrays.fill(column, 0);
		for (int i = 0; i < WINDOW; i++)
			for (int j = 0, k = (top + i) * width; j < width; j++, k++) {
				final double a = x[k];
				final double b = y[k];
				columns[0][j] += window[i] * a;
				columns[1][j] += window[i] * b;
				columns[2][j] += window[i] * a * a;
				columns[3][j] += window[i] * b * b;
				columns[4][j] += window[i] * a * b;
			}
	}

	private static double index(final double[][] columns, final int left, final double[] window, final double range) {
		final double mx = dot(columns[0], left, window);
		final double my = dot(columns[1], left, window);
		final double sxx = dot(columns[2], left, window) - mx * mx;
		final double syy = dot(columns[3], left, window) - my * my;
		final double sxy = dot(columns[4], left, window) - mx * my;
		final double c1 = K1 * range * K1 * range;
		final double c2 = K2 * range * K2 * range;
		return (2 * mx * my + c1) * (2 * sxy + c2) / ((mx * mx + my * my + c1) * (sxx + syy + c2));
	}

	private static double dot(final double[] values, final int offset, final double[] window) {
		double sum = 0;
		for (int i = 0; i < WINDOW; i++) sum += window[i] * values[offset + i];
		return sum;
	}
}
