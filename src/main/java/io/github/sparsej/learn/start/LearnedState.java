package io.github.sparsej.learn.start;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.SufficientStatistics;

/**
 * What was learned of atoms besides their values, for learning to go on from it. Each learner takes what it has a use for.
 *
 * @param homeostasis of the use of the atoms
 * @param statistics  of the signals learned from; may be none
 */
public record LearnedState(HomeostasisState homeostasis, SufficientStatistics statistics) {

	/** @throws IllegalArgumentException if the two are of different numbers of atoms */
	public LearnedState {
		if (homeostasis.atomCount() != statistics.atomCount()) throw new IllegalArgumentException("a homeostasis of " + homeostasis.atomCount() + " atoms does not go with statistics of " + statistics.atomCount());
	}

	/** What a model keeps of it. */
	public static LearnedState of(final SparseModel model) {
		return new LearnedState(model.homeostasis(), model.statistics());
	}
}
