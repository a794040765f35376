package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * What the atoms that are best for given sources depend on: the sums over signals of s x' and of s s', and their number. Sums of
 * several sets of signals are added by adding one set after another. Parallel over atoms, so that each sum runs over the signals
 * in their order whatever the number of threads. Modified by {@link #add}, hence for one thread at a time.
 */
final class SourceStatistics {

	private static final int ATOMS_PER_CHUNK = 4;

	/** Sum of s x', h x d. */
	final double[][] withSignals;
	/** Sum of s s', h x h: the values up to the diagonal; those above are not set. */
	final double[][] withSources;
	private long signals;

	SourceStatistics(final int atomCount, final int length) {
		withSignals = new double[atomCount][length];
		withSources = new double[atomCount][atomCount];
	}

	/** Signals added so far. */
	long signals() {
		return signals;
	}

	/**
	 * Adds signals and their sources.
	 *
	 * @return false if the progress asked to stop: then the sums are of no use
	 */
	boolean add(final double[][] x, final double[][] sources, final Progress progress, final Parallel parallel) {
		signals += x.length;
		return parallel.forChunks(withSources.length, ATOMS_PER_CHUNK, progress, "", (begin, end) -> {
			for (int row = 0; row < x.length; row++)
				for (int i = begin; i < end; i++) {
					final double source = sources[row][i];
					if (source == 0) continue;
					RowMatrices.add(source, x[row], withSignals[i], x[row].length);
					RowMatrices.add(source, sources[row], withSources[i], i + 1);
				}
		});
	}
}
