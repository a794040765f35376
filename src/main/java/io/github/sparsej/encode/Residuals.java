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
		if (codes.count() != signals.count()) throw new IllegalArgumentException(signals.count() + " signals need as many codes, got " + codes.count());
		if (codes.atomCount() != dictionary.atomCount() || signals.length() != dictionary.signalLength())
			throw new IllegalArgumentException("signals of length " + signals.length() + " and codes in " + codes.atomCount() + " atoms do not fit a dictionary of "
				+ dictionary.atomCount() + " atoms of length " + dictionary.signalLength());
		final float[] atoms = dictionary.toArray();
		final double[] norms = new double[signals.count()];
		parallel.forChunks(norms.length, CHUNK, (begin, end) -> {
			final double[] residual = new double[signals.length()];
			for (int row = begin; row < end; row++) {
				load(signals.values(), signals.offset(row), residual);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) subtract(codes.coefficient(k), atoms, codes.atom(k), residual);
				norms[row] = Math.sqrt(energy(residual));
			}
		});
		return norms;
	}

	private static void load(final float[] signals, final int offset, final double[] residual) {
		for (int j = 0; j < residual.length; j++) residual[j] = signals[offset + j];
	}

	private static void subtract(final double coefficient, final float[] atoms, final int atom, final double[] residual) {
		for (int j = 0, at = atom * residual.length; j < residual.length; j++) residual[j] -= coefficient * atoms[at + j];
	}

	private static double energy(final double[] residual) {
		double sum = 0;
		for (final double r : residual) sum += r * r;
		return sum;
	}
}
