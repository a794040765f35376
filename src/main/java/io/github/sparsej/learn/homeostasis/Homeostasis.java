package io.github.sparsej.learn.homeostasis;

import java.util.Arrays;
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

	/** The state before any batch: no atom used yet (activities 0), all treated alike (gains 1). */
	default HomeostasisState initial(final int atomCount) {
		final double[] gains = new double[atomCount];
		Arrays.fill(gains, 1);
		return new HomeostasisState(name(), new double[atomCount], gains);
	}

	/**
	 * @param state what was learned from the batches before; not modified
	 * @param codes codes of a batch, encoded with that state
	 * @return the state to encode the next batch with
	 */
	HomeostasisState update(HomeostasisState state, SparseCodes codes);

	/**
	 * The state after some atoms were replaced by others, of whose use nothing is known: they count as used like the mean
	 * atom, with gain 1.
	 */
	default HomeostasisState forget(final HomeostasisState state, final int[] atoms) {
		final double[] activity = state.activity();
		final double[] gains = state.gains();
		final double mean = Arrays.stream(state.activity()).average().orElse(0);
		for (final int atom : atoms) {
			activity[atom] = mean;
			gains[atom] = 1;
		}
		return new HomeostasisState(state.method(), activity, gains);
	}
}
