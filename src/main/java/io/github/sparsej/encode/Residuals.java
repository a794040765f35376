package io.github.sparsej.encode;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** Residuals x - D a of codes, formed anew from the signals in float64: what an encoder tracked plays no part. */
public final class Residuals {

	/** Signals per piece of work. */
	private static final int CHUNK = 256;

	private Residuals() {}

	/**
	 * The l2 norm of each signal's residual, in the units of the signals.
	 *
	 * @param signals n x m; not modified
	 * @param codes   n codes of these signals
	 * @throws IllegalArgumentException if the sizes do not fit each other
	 */
	public static double[] norms(final Signals signals, final SparseCodes codes, final Dictionary dictionary, final Parallel parallel) {
		requireFit(signals, codes, dictionary);
		final float[] atoms = dictionary.toArray();
		final double[] norms = new double[signals.count()];
		parallel.forChunks(norms.length, CHUNK, (begin, end) -> {
			for (int row = begin; row < end; row++) norms[row] = Math.sqrt(energy(of(signals, codes, atoms, row)));
		});
		return norms;
	}

	/**
	 * What codes leave undescribed of all signals together, ||X - A D||_F / ||X||_F: 0 where they describe all, 1 where
	 * nothing; 0 for signals that are all zero.
	 *
	 * @param signals n x m; not modified
	 * @param codes   n codes of these signals
	 * @throws IllegalArgumentException if the sizes do not fit each other
	 */
	public static double relative(final Signals signals, final SparseCodes codes, final Dictionary dictionary, final Parallel parallel) {
		double left = 0, all = 0;
		for (final double norm : norms(signals, codes, dictionary, parallel)) left += norm * norm;
		for (final float value : signals.values()) all += (double) value * value;
		return all == 0 ? 0 : Math.sqrt(left / all);
	}

	/** @throws IllegalArgumentException if these are no codes of these signals in this dictionary */
	public static void requireFit(final Signals signals, final SparseCodes codes, final Dictionary dictionary) {
		if (codes.count() != signals.count()) throw new IllegalArgumentException(signals.count() + " signals need as many codes, got " + codes.count());
		if (codes.atomCount() != dictionary.atomCount() || signals.length() != dictionary.signalLength())
			throw new IllegalArgumentException("signals of length " + signals.length() + " and codes in " + codes.atomCount() + " atoms do not fit a dictionary of "
				+ dictionary.atomCount() + " atoms of length " + dictionary.signalLength());
	}

	/**
	 * The residual of one signal.
	 *
	 * @param atoms p x m, row-major
	 */
	public static double[] of(final Signals signals, final SparseCodes codes, final float[] atoms, final int row) {
		final double[] residual = new double[signals.length()];
		for (int j = 0; j < residual.length; j++) residual[j] = signals.value(row, j);
		for (int k = codes.start(row); k < codes.start(row + 1); k++) {
			final double coefficient = codes.coefficient(k);
			for (int j = 0, at = codes.atom(k) * residual.length; j < residual.length; j++) residual[j] -= coefficient * atoms[at + j];
		}
		return residual;
	}

	private static double energy(final double[] residual) {
		double sum = 0;
		for (final double r : residual) sum += r * r;
		return sum;
	}
}
