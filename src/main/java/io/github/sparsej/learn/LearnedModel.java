package io.github.sparsej.learn;

import io.github.sparsej.model.SparseModel;

/**
 * A model and what happened while it was learned.
 *
 * @param model         the model; its provenance holds the curves, and whether learning was complete
 * @param result        what the learner brought back: also the records that a model file does not keep, of every atom and
 *                      of the time it took
 * @param refusedPlaces places of patches that were left out because pixels there are NaN or infinite
 */
public record LearnedModel(SparseModel model, LearnResult result, long refusedPlaces) {

	/** How many times an atom was replaced by a signal, whatever the reason. */
	public int replacedAtoms() {
		return result.replaced().total();
	}
}
