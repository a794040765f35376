package io.github.sparsej.linalg;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The two-dimensional discrete Fourier transform of real images of one size, which may be any size, odd and prime ones
 * included: {@code F(k, l) = sum over x, y of p(x, y) exp(-2 pi i (k x / width + l y / height))}, in double precision. The
 * inverse divides by the number of pixels, so that it undoes the transform.
 * <p>
 * Prepared once per size. Immutable and thread-safe; the result never depends on the number of processors.
 */
public final class RealFft2d {

	/** Rows transformed before they are spread over the columns: as many as fill a cache line of each. */
	private static final int ROWS_AT_ONCE = 8;

	static {
		// The library would start threads of its own for long rows, as many as the machine has processors.
		CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
		CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
	}

	private final int width;
	private final int height;
	private final DoubleFFT_1D alongX;
	private final DoubleFFT_1D alongY;

	private RealFft2d(final int width, final int height) {
		this.width = width;
		this.height = height;
		alongX = new DoubleFFT_1D(width);
		alongY = new DoubleFFT_1D(height);
	}

	/** The transform of images of width x height pixels, both at least 1. */
	public static RealFft2d of(final int width, final int height) {
		if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("no transform of images of " + width + " x " + height + " pixels");
		return new RealFft2d(width, height);
	}

	/**
	 * The spectrum of an image.
	 *
	 * @param pixels width x height, row-major; not modified
	 */
	public Spectrum forward(final float[] pixels) {
		checkSize(pixels.length);
		final Spectrum spectrum = new Spectrum(width, height);
		final double[][] rows = new double[ROWS_AT_ONCE][width];
		for (int y0 = 0; y0 < height; y0 += ROWS_AT_ONCE) {
			final int n = Math.min(ROWS_AT_ONCE, height - y0);
			for (int r = 0; r < n; r++) {
				for (int x = 0, i = (y0 + r) * width; x < width; x++) rows[r][x] = pixels[i + x];
				alongX.realForward(rows[r]);
			}
			for (int k = 0; k < spectrum.columnCount(); k++) {
				final double[] column = spectrum.column(k);
				for (int r = 0; r < n; r++) {
					column[2 * (y0 + r)] = rows[r][realAt(k)];
					column[2 * (y0 + r) + 1] = isReal(k) ? 0 : rows[r][imaginaryAt(k)];
				}
			}
		}
		for (int k = 0; k < spectrum.columnCount(); k++) alongY.complexForward(spectrum.column(k));
		return spectrum;
	}

	/**
	 * The image that has this spectrum.
	 *
	 * @param spectrum not modified
	 * @return width x height pixels, row-major
	 */
	public float[] inverse(final Spectrum spectrum) {
		final float[] pixels = new float[width * height];
		inverseRows(spectrum, (y, row) -> {
			for (int x = 0; x < width; x++) pixels[y * width + x] = (float) row[x];
		});
		return pixels;
	}

	/** As {@link #inverse}, not rounded to float32. */
	public double[] inverseExact(final Spectrum spectrum) {
		final double[] pixels = new double[width * height];
		inverseRows(spectrum, (y, row) -> System.arraycopy(row, 0, pixels, y * width, width));
		return pixels;
	}

	@FunctionalInterface
	private interface RowSink {
		void accept(int y, double[] row);
	}

	private void inverseRows(final Spectrum spectrum, final RowSink sink) {
		if (spectrum.width() != width || spectrum.height() != height)
			throw new IllegalArgumentException("a spectrum of " + spectrum.width() + " x " + spectrum.height() + " pixels is not one of " + width + " x " + height);
		final Spectrum columns = spectrum.copy();
		for (int k = 0; k < columns.columnCount(); k++) alongY.complexInverse(columns.column(k), true);
		final double[][] rows = new double[ROWS_AT_ONCE][width];
		for (int y0 = 0; y0 < height; y0 += ROWS_AT_ONCE) {
			final int n = Math.min(ROWS_AT_ONCE, height - y0);
			for (int k = 0; k < columns.columnCount(); k++) {
				final double[] column = columns.column(k);
				for (int r = 0; r < n; r++) {
					rows[r][realAt(k)] = column[2 * (y0 + r)];
					if (!isReal(k)) rows[r][imaginaryAt(k)] = column[2 * (y0 + r) + 1];
				}
			}
			for (int r = 0; r < n; r++) {
				alongX.realInverse(rows[r], true);
				sink.accept(y0 + r, rows[r]);
			}
		}
	}

	// How the library packs the spectrum of a real row into as many numbers as the row has pixels.

	private boolean isReal(final int k) {
		return k == 0 || 2 * k == width;
	}

	private int realAt(final int k) {
		return k > 0 && 2 * k == width ? 1 : 2 * k;
	}

	private int imaginaryAt(final int k) {
		return 2 * k == width - 1 ? 1 : 2 * k + 1;
	}

	private void checkSize(final int pixels) {
		if (pixels != width * height) throw new IllegalArgumentException("an image of " + width + " x " + height + " has " + width * height + " pixels, got " + pixels);
	}
}
