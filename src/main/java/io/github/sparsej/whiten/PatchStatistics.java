package io.github.sparsej.whiten;

import java.util.concurrent.CancellationException;

import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * What PCA and ZCA whitening learn from n patches of m values: the mean, and the eigenvalues and eigenvectors of the
 * covariance {@code S = Xc' Xc / n} of the centred patches Xc (divided by n, not n - 1), in double precision. Immutable and
 * thread-safe.
 */
public final class PatchStatistics {

	/** Beyond this length the eigenvectors take minutes: 48 x 48 px, or 28 x 28 px in three channels. */
	public static final int LONGEST = 2352;

	/** Share of the largest eigenvalue below which another is the rounding of a 0. */
	private static final double ZERO_EIGENVALUE = 1e-12;

	/** What the progress calls the work. */
	public static final String WHAT = "Whitening patches";

	/** Patches per product when the covariance is summed up. */
	private static final int BLOCK = 256;

	private final Centering centering;
	private final double[] mean;
	private final SymmetricEigen eigen;

	/**
	 * Statistics that are known already, as from a model file.
	 *
	 * @param mean         m values, all 0 with {@link Centering#PATCH}; copied
	 * @param eigenvalues  m values, 0 or more, falling; copied
	 * @param eigenvectors m x m, row-major, one eigenvector per column; copied
	 */
	public PatchStatistics(final Centering centering, final double[] mean, final double[] eigenvalues, final double[] eigenvectors) {
		if (mean.length != eigenvalues.length) throw new IllegalArgumentException("a mean of " + mean.length + " values needs as many eigenvalues, got " + eigenvalues.length);
		for (final double value : eigenvalues) if (!(value >= 0)) throw new IllegalArgumentException("eigenvalues must be 0 or more, got " + value);
		this.centering = centering;
		this.mean = mean.clone();
		eigen = SymmetricEigen.ofParts(eigenvalues, eigenvectors);
	}

	/**
	 * The statistics of patches.
	 *
	 * @param patches at least 1; not modified
	 * @throws IllegalArgumentException if there is no patch, or naming the first one that holds a NaN or an infinity
	 */
	public static PatchStatistics of(final Signals patches, final Centering centering) {
		return of(patches, centering, Progress.NONE);
	}

	/**
	 * The same, with progress.
	 *
	 * @throws CancellationException if the progress asks to stop
	 */
	public static PatchStatistics of(final Signals patches, final Centering centering, final Progress progress) {
		if (patches.count() == 0) throw new IllegalArgumentException("there are no patches to learn a whitening from");
		final int m = patches.length();
		if (m > LONGEST) throw new IllegalArgumentException("patches of " + m + " values are too large to be whitened by their covariance: at most " + LONGEST);
		requireFinite(patches);
		final double[] mean = centering == Centering.FEATURE ? pixelMeans(patches) : new double[m];
		final SymmetricEigen eigen = SymmetricEigen.of(m, covariance(patches, centering, mean, progress), progress, 1, WHAT);
		final double[] values = eigen.values();
		final double zero = ZERO_EIGENVALUE * values[0];
		for (int i = 0; i < m; i++) if (values[i] <= zero) values[i] = 0;
		return new PatchStatistics(centering, mean, values, eigen.vectors());
	}

	/** @throws IllegalArgumentException naming the first patch that holds a NaN or an infinity */
	static void requireFinite(final Signals patches) {
		for (int i = 0; i < patches.values().length; i++)
			if (!Float.isFinite(patches.values()[i])) throw new IllegalArgumentException("patch " + (i / patches.length() + 1) + " holds " + patches.values()[i]);
	}

	/** The mean over at least one patch at each of the m places. */
	static double[] pixelMeans(final Signals patches) {
		final double[] mean = new double[patches.length()];
		for (int row = 0; row < patches.count(); row++) for (int j = 0; j < mean.length; j++) mean[j] += patches.values()[patches.offset(row) + j];
		for (int j = 0; j < mean.length; j++) mean[j] /= patches.count();
		return mean;
	}

	private static double[] covariance(final Signals patches, final Centering centering, final double[] mean, final Progress progress) {
		final int m = patches.length();
		final double[] covariance = new double[m * m];
		final double[][] centred = new double[BLOCK][m];
		final double[] transposed = new double[m * BLOCK];
		final double[][] products = new double[m][m];
		for (int first = 0; first < patches.count(); first += BLOCK) {
			if (!progress.report((double) first / patches.count(), WHAT)) throw new CancellationException("stopped while the whitening was learned");
			final int n = Math.min(BLOCK, patches.count() - first);
			for (int i = 0; i < n; i++) {
				centre(patches, first + i, centering, mean, centred[i], 0);
				for (int j = 0; j < m; j++) transposed[j * BLOCK + i] = centred[i][j];
			}
			DoubleProduct.best().multiply(transposed, 0, BLOCK, m, n, centred, m, products);
			for (int i = 0; i < m; i++) for (int j = 0; j < m; j++) covariance[i * m + j] += products[i][j];
		}
		for (int i = 0; i < covariance.length; i++) covariance[i] /= patches.count();
		return covariance;
	}

	/** Writes one patch, centred, to {@code out} from {@code offset} on. */
	static void centre(final Signals patches, final int row, final Centering centering, final double[] mean, final double[] out, final int offset) {
		final double patchMean = centering == Centering.PATCH ? PatchMeans.mean(patches, row) : 0;
		for (int j = 0, o = patches.offset(row); j < mean.length; j++) out[offset + j] = patches.values()[o + j] - mean[j] - patchMean;
	}

	/** Values per patch m. */
	public int length() {
		return mean.length;
	}

	public Centering centering() {
		return centering;
	}

	/** A copy of the m means that are subtracted from every patch, grey values. */
	public double[] mean() {
		return mean.clone();
	}

	/** Eigenvalues (grey values squared, falling, 0 or more) and eigenvectors of the covariance. */
	public SymmetricEigen eigen() {
		return eigen;
	}
}
