package io.github.sparsej.store;

import java.util.List;

import io.github.sparsej.model.SparseModel;

/**
 * A model that was read.
 *
 * @param model the model
 * @param notes what the user should know: what did not fit and was left out, in sentences
 */
public record ReadModel(SparseModel model, List<String> notes) {

	public ReadModel {
		notes = List.copyOf(notes);
	}
}
