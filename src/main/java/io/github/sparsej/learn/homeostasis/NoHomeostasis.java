package io.github.sparsej.learn.homeostasis;

import java.util.Map;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;

/**
 * Treats all atoms alike (gain 1), and only records how often each is used.
 *
 * @param rate weight of a new batch in the running mean of the use of atoms, 0 (never changes) to 1
 */
public record NoHomeostasis(double rate) implements Homeostasis {

	public static final String NAME = "None";

	public NoHomeostasis {
		Activity.checkRate(rate);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Map<String, String> inWords() {
		return Map.of("homeostasis rate", Double.toString(rate));
	}

	@Override
	public HomeostasisState update(final HomeostasisState state, final SparseCodes codes) {
		return new HomeostasisState(NAME, Activity.next(state, codes, rate), initial(state.atomCount()).gains());
	}
}
