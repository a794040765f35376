package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;

/**
 * The inner products of all pairs of atoms at all distances at which they overlap:
 * {@code G_sk(dy, dx) = sum over c, u, v of d_s(c, u + dy, v + dx) d_k(c, u, v)}, which is what an atom s at a place adds to the
 * correlation with atom k at (dy, dx) from there. They are made all at once where they take no more than a bound of memory, else for
 * one atom s after another as they are asked for, of which those used last are kept; to the same bits. Thread-safe.
 */
final class AtomProducts {

	private final PatchShape shape;
	private final int count;
	/** p x m, row-major. */
	private final float[] atoms;
	/** Rows of all atoms; null where they are made one by one. */
	private final float[][][] all;
	/** The rows used last, the last one at the end. Guarded by itself. */
	private final Map<Integer, float[][]> kept;

	/**
	 * @param atoms p x m, row-major; kept
	 * @param most  bytes that rows may take; those of one atom are kept in any case
	 */
	AtomProducts(final PatchShape shape, final int count, final float[] atoms, final long most, final Parallel parallel) {
		this.shape = shape;
		this.count = count;
		this.atoms = atoms;
		final long rows = most / bytesOfOne(shape, count);
		if (rows >= count) {
			all = new float[count][2 * shape.height() - 1][rowLength()];
			parallel.forChunks(shape.height(), 1, (dy, end) -> fill(dy));
			kept = Map.of();
		}
		else {
			all = null;
			kept = new LinkedHashMap<>(16, 0.75f, true) {
				@Override
				protected boolean removeEldestEntry(final Map.Entry<Integer, float[][]> eldest) {
					return size() > Math.max(1, rows);
				}
			};
		}
	}

	/** Memory that all rows take, in bytes, where there is no bound. */
	static long bytes(final PatchShape shape, final int count) {
		return count * bytesOfOne(shape, count);
	}

	private static long bytesOfOne(final PatchShape shape, final int count) {
		return (long) Float.BYTES * count * (2 * shape.height() - 1) * (2 * shape.width() - 1);
	}

	private int rowLength() {
		return (2 * shape.width() - 1) * count;
	}

	/**
	 * The products of one atom with all others.
	 *
	 * @return G_sk(dy, dx) is {@code [dy + height - 1][(dx + width - 1) * atoms + k]}; not to be written to
	 */
	float[][] of(final int atom) {
		if (all != null) return all[atom];
		synchronized (kept) {
			final float[][] found = kept.get(atom);
			if (found != null) return found;
		}
		// Two threads may make the same one, to the same bits: better than that all others wait.
		final float[][] made = one(atom);
		synchronized (kept) {
			kept.put(atom, made);
		}
		return made;
	}

	/** G_sk(dy, dx) of all s and k at one dy of 0 or more, and by symmetry at -dy: only rows that overlap are multiplied. */
	private void fill(final int dy) {
		final int w = shape.width(), span = 2 * w - 1, columns = count * span, rows = shape.height() - dy;
		final float[][] shifted = new float[shape.channels() * rows * w][columns], products = new float[count][columns];
		final float[] fixed = new float[count * shifted.length];
		for (int c = 0, tap = 0; c < shape.channels(); c++)
			for (int u = 0; u < rows; u++)
				for (int v = 0; v < w; v++, tap++) {
					final int line = (c * shape.height() + u) * w;
					// d_s(c, u + dy, v + dx) of all s, for dx from -v to w - 1 - v: what is beyond is 0.
					for (int s = 0; s < count; s++) System.arraycopy(atoms, s * shape.length() + line + dy * w, shifted[tap], s * span + w - 1 - v, w);
					for (int k = 0; k < count; k++) fixed[k * shifted.length + tap] = atoms[k * shape.length() + line + v];
				}
		FloatProduct.best().multiply(fixed, 0, shifted.length, count, shifted.length, shifted, columns, products);
		final int at = shape.height() - 1;
		for (int s = 0; s < count; s++)
			for (int d = 0; d < span; d++)
				for (int k = 0; k < count; k++) {
					final float product = products[k][s * span + d];
					all[s][at + dy][d * count + k] = product;
					all[k][at - dy][(span - 1 - d) * count + s] = product;
				}
	}

	/** The correlations of all atoms with an image of one atom amid zeros. */
	private float[][] one(final int atom) {
		final int w = shape.width(), h = shape.height();
		final int width = 3 * w - 2;
		final float[][] planes = new float[shape.channels()][width * (3 * h - 2)];
		for (int c = 0; c < planes.length; c++)
			for (int u = 0; u < h; u++) System.arraycopy(atoms, atom * shape.length() + (c * h + u) * w, planes[c], (h - 1 + u) * width + w - 1, w);
		final float[][] rows = new float[2 * h - 1][rowLength()];
		final CorrelationBuffers buffers = new CorrelationBuffers(shape, count, 2 * w - 1);
		for (int row = 0; row < rows.length; row += buffers.rows) buffers.correlate(planes, width, atoms, row, Arrays.copyOfRange(rows, row, Math.min(rows.length, row + buffers.rows)));
		return rows;
	}
}
