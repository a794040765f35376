package io.github.sparsej.learn;

import io.github.sparsej.model.SparseModel;

/**
 * A model and what happened while it was learned.
 *
 * @param model         the model; its provenance holds the curves, and whether learning was complete
 * @param replacedAtoms how many times a dead atom was replaced by a signal
 * @param refusedPlaces places of patches that were left out because pixels there are NaN or infinite
 */
public record LearnedModel(SparseModel model, int replacedAtoms, long refusedPlaces) {}
