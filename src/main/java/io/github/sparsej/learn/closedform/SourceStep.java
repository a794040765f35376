package io.github.sparsej.learn.closedform;

/** Sources for given atoms. Implementations are prepared for these atoms, immutable and thread-safe. */
@FunctionalInterface
interface SourceStep {

	/**
	 * Sources of signals {@code begin} to {@code end - 1}.
	 *
	 * @param x       all signals, one per row; not modified
	 * @param sources those so far, one row per signal; not modified
	 * @return a row for each signal asked for
	 */
	double[][] sources(double[][] x, double[][] sources, int begin, int end);
}
