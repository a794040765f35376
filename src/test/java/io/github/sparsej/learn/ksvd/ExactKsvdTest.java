package io.github.sparsej.learn.ksvd;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;

class ExactKsvdTest extends LearnerContract {

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new KsvdOptions(PLANTED, 15, new OmpOptions(NONZEROS, 0), true, 1, AtomConstraint.NONE, seed).learner(InitialDictionaries.whiteNoise(SHAPE), parallel);
	}
}
