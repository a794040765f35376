package io.github.sparsej.linalg;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A real factor for every frequency of images of one size: what a filter without phase does to them, with periodic
 * borders. Frequencies are those of a {@link Spectrum}. Immutable and thread-safe.
 */
public final class FrequencyResponse {

	private final int width;
	private final int height;
	private final double[][] factors; // per k = 0 to width / 2: l = 0 to height - 1

	private FrequencyResponse(final int width, final int height) {
		this.width = width;
		this.height = height;
		factors = new double[width / 2 + 1][height];
	}

	/**
	 * A response that depends on the length of the frequency alone.
	 *
	 * @param response factor for a frequency in cycles/px: 0 to 0.5 along an axis, to 0.707 in the corners
	 */
	public static FrequencyResponse radial(final int width, final int height, final DoubleUnaryOperator response) {
		final FrequencyResponse result = new FrequencyResponse(width, height);
		for (int k = 0; k < result.factors.length; k++)
			for (int l = 0; l <= height / 2; l++) {
				final double factor = response.applyAsDouble(Math.hypot((double) k / width, (double) l / height));
				result.factors[k][l] = factor;
				result.factors[k][(height - l) % height] = factor;
			}
		return result;
	}

	/**
	 * The response of a convolution with a kernel that is the same when turned by 180 degrees: {@code sum over dx, dy of
	 * K(dx, dy) cos(2 pi (k dx / width + l dy / height))}. The kernel may be larger than the image.
	 *
	 * @param radius largest |dx| and |dy|
	 * @param kernel (2 radius + 1)² weights, row-major, K(0, 0) in the middle; not modified
	 */
	public static FrequencyResponse ofKernel(final int width, final int height, final int radius, final double[] kernel) {
		final int side = 2 * radius + 1;
		if (kernel.length != side * side) throw new IllegalArgumentException("a kernel of radius " + radius + " has " + side * side + " weights, got " + kernel.length);
		final double[] cosX = circle(width, 0);
		final double[] sinX = circle(width, -0.25);
		final double[] cosY = circle(height, 0);
		final double[] sinY = circle(height, -0.25);
		final FrequencyResponse result = new FrequencyResponse(width, height);
		final double[] cosines = new double[side]; // of the kernel's rows, at the current k
		final double[] sines = new double[side];
		for (int k = 0; k < result.factors.length; k++) {
			for (int row = 0; row < side; row++) {
				cosines[row] = 0;
				sines[row] = 0;
				for (int dx = -radius; dx <= radius; dx++) {
					final int turn = Math.floorMod((long) k * dx, width);
					cosines[row] += kernel[row * side + dx + radius] * cosX[turn];
					sines[row] += kernel[row * side + dx + radius] * sinX[turn];
				}
			}
			for (int l = 0; l < height; l++)
				for (int dy = -radius; dy <= radius; dy++) {
					final int turn = Math.floorMod((long) l * dy, height);
					result.factors[k][l] += cosines[dy + radius] * cosY[turn] - sines[dy + radius] * sinY[turn];
				}
		}
		return result;
	}

	/** The cosine at n equal steps of one turn, from a part of a turn on: -0.25 makes it the sine. */
	private static double[] circle(final int n, final double turn) {
		final double[] values = new double[n];
		for (int i = 0; i < n; i++) values[i] = Math.cos(2 * Math.PI * ((double) i / n + turn));
		return values;
	}

	/** The factor at horizontal frequency k / width (k = 0 to width / 2) and vertical frequency l / height (l = 0 to height - 1). */
	public double at(final int k, final int l) {
		return factors[k][l];
	}

	/** The product with another response. */
	public FrequencyResponse times(final FrequencyResponse other) {
		other.checkSize(width, height);
		return combine(other, (a, b) -> a * b);
	}

	/** The response with every factor changed. */
	public FrequencyResponse map(final DoubleUnaryOperator change) {
		return combine(this, (a, b) -> change.applyAsDouble(a));
	}

	private FrequencyResponse combine(final FrequencyResponse other, final DoubleBinaryOperator operation) {
		final FrequencyResponse result = new FrequencyResponse(width, height);
		for (int k = 0; k < factors.length; k++)
			for (int l = 0; l < height; l++) result.factors[k][l] = operation.applyAsDouble(factors[k][l], other.factors[k][l]);
		return result;
	}

	/** The mean factor over all width x height frequencies. */
	public double mean() {
		double sum = 0;
		for (int k = 0; k < factors.length; k++) {
			double column = 0;
			for (final double factor : factors[k]) column += factor;
			sum += k == 0 || 2 * k == width ? column : 2 * column; // -k stands for itself only there
		}
		return sum / ((double) width * height);
	}

	/** The largest factor. */
	public double max() {
		double max = Double.NEGATIVE_INFINITY;
		for (final double[] column : factors) for (final double factor : column) max = Math.max(max, factor);
		return max;
	}

	void checkSize(final int spectrumWidth, final int spectrumHeight) {
		if (width != spectrumWidth || height != spectrumHeight)
			throw new IllegalArgumentException("a response for " + width + " x " + height + " pixels does not fit " + spectrumWidth + " x " + spectrumHeight);
	}
}
