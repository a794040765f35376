package io.github.sparsej.learn;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/** An algorithm that learns a dictionary from signals, with its options. Immutable and thread-safe. */
public interface DictionaryLearner {

	/**
	 * @param signals  n x m signals, whitened as they are to be encoded later; not modified
	 * @param progress hears of the share of the work done; where it asks to stop, the dictionary so far is returned
	 * @return the dictionary and how it came about; the same bits on any number of threads
	 * @throws IllegalArgumentException if there are no signals, they have no structure, or one holds a NaN or an infinity
	 */
	LearnResult learn(Signals signals, Progress progress);
}
