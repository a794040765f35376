package io.github.sparsej.learn.closedform;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;

class ClosedFormLearnerTest extends LearnerContract {

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new ClosedFormLearner(new ClosedFormOptions(PLANTED, 60, new Objective(0.3, 0.001), SourceUpdate.LASSO, seed), InitialDictionaries.whiteNoise(SHAPE), parallel);
	}
}
