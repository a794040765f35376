package io.github.sparsej.learn.homeostasis;

import java.util.Map;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;

/**
 * A strategy that any Hebbian-type learner takes: it sees the codes of one batch after another and returns what the
 * encoder's selection of the next batch needs. Implementations are immutable and thread-safe; what they have learned is
 * in the state.
 */
public interface Homeostasis {

	/** The strategy's name in menus, macros and model files. */
	String name();

	/** The strategy's parameters in words, in order, for a {@link io.github.sparsej.model.Provenance}. */
	Map<String, String> inWords();

	/** Memory for states of so many atoms and for encoding with them, in bytes. */
	long bytesNeeded(int atomCount);

	/** The state before any batch: no atom used yet (activities 0), all treated alike. */
	HomeostasisState initial(int atomCount);

	/**
	 * The state to go on learning with from what was learned before, by this or another strategy.
	 *
	 * @param learned of the same atoms; not modified
	 * @return its activities where they measure what this strategy's do (else 0, as before any batch) and, where they are
	 *         known and of the right size and scale, its quantile functions; its gains too where they are this strategy's
	 */
	HomeostasisState resume(HomeostasisState learned);

	/**
	 * @param state what was learned from the batches before, first of all {@link #initial} or {@link #resume}; not modified
	 * @param codes codes of a batch, encoded with that state
	 * @return the state to encode the next batch with
	 * @throws IllegalArgumentException if the state and the codes are of different numbers of atoms
	 */
	HomeostasisState update(HomeostasisState state, SparseCodes codes);

	/**
	 * The state after some atoms were replaced by others, of whose use nothing is known: they count as used like the mean
	 * atom, with gain 1, and with the mean of the others' quantile functions.
	 */
	HomeostasisState forget(HomeostasisState state, int[] atoms);
}
