package io.github.sparsej.learn.start;

import java.util.Optional;
import java.util.SplittableRandom;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;

/** Where learning begins. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface InitialDictionary {

	/**
	 * @param atomCount atoms p wanted
	 * @param signals   the signals to learn from; not modified
	 * @param random    source of all random draws
	 * @throws IllegalArgumentException if the signals do not give as many atoms
	 */
	Dictionary create(int atomCount, Signals signals, SplittableRandom random);

	/** What is known already of these atoms; empty where nothing is. */
	default Optional<LearnedState> learned() {
		return Optional.empty();
	}
}
