package io.github.sparsej.whiten;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;

/** Centres patches and multiplies them by a matrix; and back. */
final class CentredTransform {

	/** Patches per product: few enough to stay in the cache between centring and product. */
	private static final int BLOCK = 256;

	private final Centering centering;
	private final double[] mean;
	private final double[][] forward;
	private final double[][] backward;

	/**
	 * @param forward  m x m, row-major: whitened = centred patch (as a row) times this
	 * @param backward m x m, row-major: centred patch = whitened (as a row) times this
	 */
	CentredTransform(final PatchStatistics statistics, final double[] forward, final double[] backward) {
		centering = statistics.centering();
		mean = statistics.mean();
		this.forward = rows(forward);
		this.backward = rows(backward);
	}

	private double[][] rows(final double[] matrix) {
		final int m = mean.length;
		return IntStream.range(0, m).mapToObj(i -> Arrays.copyOfRange(matrix, i * m, (i + 1) * m)).toArray(double[][]::new);
	}

	/** Checks an epsilon, and whether anything is left to whiten. */
	static void check(final PatchStatistics statistics, final double epsilon) {
		Require.notNegative("epsilon", epsilon);
		if (!(statistics.eigen().values()[0] + epsilon > 0)) throw new IllegalArgumentException("the patches have no structure: all their values are the same, and epsilon is 0");
	}

	/** By how much the component along an eigenvector of this eigenvalue is multiplied: one without variance is dropped. */
	static double gain(final double eigenvalue, final double epsilon) {
		return eigenvalue + epsilon > 0 ? 1 / Math.sqrt(eigenvalue + epsilon) : 0;
	}

	/** The reciprocal of {@link #gain} where there is one. */
	static double inverseGain(final double eigenvalue, final double epsilon) {
		return Math.sqrt(eigenvalue + epsilon);
	}

	/** A copy, row-major. */
	double[] forward() {
		return Arrays.stream(forward).flatMapToDouble(Arrays::stream).toArray();
	}

	Signals apply(final Signals patches) {
		return inBlocks(patches, forward, (row, x, offset) -> PatchStatistics.centre(patches, row, centering, mean, x, offset), (y, whitened, offset) -> {
			for (int j = 0; j < mean.length; j++) whitened[offset + j] = (float) y[j];
		});
	}

	Signals invert(final Signals whitened) {
		return inBlocks(whitened, backward, (row, y, offset) -> {
			for (int j = 0, from = whitened.offset(row); j < mean.length; j++) y[offset + j] = whitened.values()[from + j];
		}, (x, patches, offset) -> {
			// A code may put a mean into a patch that whitening has centred, where epsilon gave that direction a gain.
			final double shift = centering == Centering.PATCH ? Arrays.stream(x).sum() / x.length : 0;
			for (int j = 0; j < mean.length; j++) patches[offset + j] = (float) (x[j] - shift + mean[j]);
		});
	}

	/** Writes one signal, in double precision, to a place in {@code to}. */
	private interface Reader {
		void read(int row, double[] to, int offset);
	}

	/** Writes what the product gave for one signal to a place in {@code to}. */
	private interface Writer {
		void write(double[] product, float[] to, int offset);
	}

	private Signals inBlocks(final Signals signals, final double[][] matrix, final Reader reader, final Writer writer) {
		final int m = mean.length;
		if (signals.length() != m) throw new IllegalArgumentException("a whitening of patches of " + m + " values got patches of " + signals.length());
		final Signals result = Signals.zeros(signals.count(), m);
		final int block = Math.min(BLOCK, signals.count());
		final double[] rows = new double[block * m];
		final double[][] products = new double[block][m];
		for (int first = 0; first < signals.count(); first += BLOCK) {
			final int n = Math.min(BLOCK, signals.count() - first);
			for (int i = 0; i < n; i++) reader.read(first + i, rows, i * m);
			DoubleProduct.best().multiply(rows, 0, m, n, m, matrix, m, products);
			for (int i = 0; i < n; i++) writer.write(products[i], result.values(), result.offset(first + i));
		}
		return result;
	}
}
