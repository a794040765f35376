package io.github.sparsej.learn.homeostasis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseCodes;

/**
 * What all strategies of Perrinet (2019) share: running means of the use of every atom and of its quantile function, which
 * each of them keeps, and gains or a selection by quantile functions made of them.
 * <p>
 * A batch without any nonzero says nothing about how much atoms should be used, and leaves the gains as they are.
 */
interface RunningHomeostasis extends Homeostasis {

	/** Activities that enter a gain are kept from here up, so that the gain of an atom that is never used is finite. */
	double LEAST_ACTIVITY = 1e-6;

	HomeostasisParameters parameters();

	/**
	 * The gain of every atom; 1 unless a strategy says otherwise.
	 *
	 * @param activity running means of use m, p values; not modified
	 * @param target   tau, the share of nonzeros among all coefficients of the last batch, above 0
	 * @return p values, finite and 0 or more, at least one above 0
	 */
	default double[] gains(final double[] activity, final double target) {
		return ones(activity.length);
	}

	/** The running means of use after one more batch. */
	default double[] activity(final HomeostasisState state, final SparseCodes codes) {
		return Activity.next(state.activity(), codes, parameters().rate());
	}

	/** Whether activities that a strategy of this name has learned are of the kind that this one goes by: those of OLS are of no other. */
	default boolean knowsActivityOf(final String method) {
		return !method.equals(VarianceHomeostasis.NAME);
	}

	/** Whether atoms are selected by their quantile functions, not by gains. */
	default boolean selectsByQuantiles() {
		return false;
	}

	@Override
	default Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("homeostasis rate", Double.toString(parameters().rate()));
		words.put("quantiles", Integer.toString(parameters().quantiles()));
		words.put("scale of quantiles", Double.toString(parameters().scale()));
		return words;
	}

	/** Two states while one becomes the other, a copy, and counts. */
	@Override
	default long bytesNeeded(final int atomCount) {
		return (4L * Double.BYTES + Integer.BYTES) * atomCount * parameters().quantiles();
	}

	@Override
	default HomeostasisState initial(final int atomCount) {
		return new HomeostasisState(name(), new double[atomCount], ones(atomCount), QuantileFunctions.identity(atomCount, parameters().quantiles(), parameters().scale()), selectsByQuantiles());
	}

	@Override
	default HomeostasisState resume(final HomeostasisState learned) {
		final QuantileFunctions quantiles = learned.quantiles().filter(q -> q.size() == parameters().quantiles() && q.scale() == parameters().scale())
			.orElseGet(() -> QuantileFunctions.identity(learned.atomCount(), parameters().quantiles(), parameters().scale()));
		final double[] gains = learned.method().equals(name()) ? learned.gains() : ones(learned.atomCount());
		return new HomeostasisState(name(), knowsActivityOf(learned.method()) ? learned.activity() : new double[learned.atomCount()], gains, quantiles, selectsByQuantiles());
	}

	@Override
	default HomeostasisState update(final HomeostasisState state, final SparseCodes codes) {
		if (state.atomCount() != codes.atomCount())
			throw new IllegalArgumentException("a homeostasis of " + state.atomCount() + " atoms cannot learn from codes in " + codes.atomCount());
		if (parameters().rate() == 0 || codes.count() == 0) return state;
		final double[] activity = activity(state, codes);
		final double target = Activity.density(codes);
		final QuantileFunctions quantiles = Histograms.next(quantiles(state), codes, parameters().rate());
		return new HomeostasisState(name(), activity, target == 0 ? state.gains() : gains(activity, target), quantiles, selectsByQuantiles());
	}

	@Override
	default HomeostasisState forget(final HomeostasisState state, final int[] atoms) {
		final double[] activity = state.activity();
		final double[] gains = state.gains();
		final double mean = Arrays.stream(state.activity()).average().orElse(0);
		for (final int atom : atoms) {
			activity[atom] = mean;
			gains[atom] = 1;
		}
		return new HomeostasisState(name(), activity, gains, Histograms.forget(quantiles(state), atoms), selectsByQuantiles());
	}

	private static QuantileFunctions quantiles(final HomeostasisState state) {
		return state.quantiles().orElseThrow(() -> new IllegalArgumentException("a state without quantile functions is to be resumed before it can learn"));
	}

	private static double[] ones(final int count) {
		final double[] ones = new double[count];
		Arrays.fill(ones, 1);
		return ones;
	}
}
