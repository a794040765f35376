package io.github.sparsej.command;

import java.util.Map;

import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.store.AtomChecksum;

/**
 * The key that names an auto-encoder from whose weights learning goes on.
 *
 * @param title of its atoms, as the user has it; blank for none
 * @param from  its model; null for none
 */
record NetworkStart(String title, SparseModel from) {

	/**
	 * @param kind   of the auto-encoder that is learned
	 * @param shape  of the patches that it is learned from
	 * @param hidden units that it has
	 * @throws IllegalArgumentException naming the key, if the stack is not open, or is no auto-encoder of this kind, shape and number of units
	 */
	static NetworkStart of(final String title, final AutoencoderKind kind, final PatchShape shape, final int hidden) {
		if (title == null || title.isBlank()) return new NetworkStart("", null);
		final SparseModel model = AtomStacks.read(Titles.find("start", title));
		if (!(model.encoder() instanceof FeedForwardSettings network) || !kind.has(network)) throw new IllegalArgumentException("start=[" + title + "]: that is no auto-encoder of kind " + kind.label());
		if (!model.shape().equals(shape)) throw new IllegalArgumentException("start=[" + title + "]: it is an auto-encoder of patches of " + model.shape() + ", not of " + shape);
		if (network.units() != hidden) throw new IllegalArgumentException("start=[" + title + "]: it has " + network.units() + " hidden units; give hidden=" + network.units());
		return new NetworkStart(title, model);
	}

	/** The weights to go on from; null for random ones. */
	FeedForward network() {
		return from == null ? null : ((FeedForwardSettings) from.encoder()).network(from.dictionary());
	}

	/** What is done to patches: what the auto-encoder knows them by, or the usual where there is none. */
	WhiteningFit whitening(final WhiteningFit usual) {
		return from == null ? usual : WhiteningFit.given(from.whitening());
	}

	/** Says in the Log what is taken from it. */
	void tell() {
		if (from != null) Notes.say(inWords() + ": patches are normalised as those that it was learned from (" + from.whitening().name() + ")");
	}

	/** Adds where learning begins, for the provenance of the model. */
	void addTo(final Map<String, String> words) {
		if (from != null) words.put("start", inWords());
	}

	private String inWords() {
		return "going on from " + title + " (checksum " + AtomChecksum.of(from.dictionary()) + ")";
	}
}
