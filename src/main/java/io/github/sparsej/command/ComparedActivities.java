package io.github.sparsej.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import ij.gui.Plot;

import io.github.sparsej.autoencoder.AutoencoderData;
import io.github.sparsej.autoencoder.SortedActivations;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.plot.ActivationPlots;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;

/**
 * The key that names another auto-encoder, whose activities are plotted beside those of the one that is learned.
 *
 * @param title of its atoms, as the user has it; blank for none
 * @param other its model; null for none
 */
record ComparedActivities(String title, SparseModel other) {

	/** Patches whose activities are sorted. */
	private static final int EXAMPLES = 25;

	/**
	 * @param shape of the patches that are learned from
	 * @throws IllegalArgumentException naming the key, if the stack is not open, is no auto-encoder, or one of other patches
	 */
	static ComparedActivities of(final String title, final PatchShape shape) {
		if (title == null || title.isBlank()) return new ComparedActivities("", null);
		final SparseModel model = AtomStacks.read(AtomStacks.find("compare", title));
		if (!(model.encoder() instanceof FeedForwardSettings)) throw new IllegalArgumentException("compare=[" + title + "]: that is no auto-encoder, and has no hidden units");
		if (!model.shape().equals(shape)) throw new IllegalArgumentException("compare=[" + title + "]: it is an auto-encoder of patches of " + model.shape() + ", not of " + shape);
		return new ComparedActivities(title, model);
	}

	/**
	 * All activities of the first patches, from the largest to the smallest.
	 *
	 * @param name    of the auto-encoder that was learned
	 * @param patches that it was learned from, as they were drawn; not modified
	 */
	Plot plot(final String plotTitle, final String name, final SparseModel learned, final Signals patches) {
		final Signals first = patches.select(IntStream.range(0, Math.min(EXAMPLES, patches.count())).toArray());
		final Map<String, double[]> sorted = new LinkedHashMap<>();
		sorted.put(name, sorted(learned, first));
		if (other != null) sorted.put(name.equals(title) ? title + " before" : title, sorted(other, first));
		return ActivationPlots.sorted(plotTitle, sorted);
	}

	private static double[] sorted(final SparseModel model, final Signals patches) {
		final FeedForwardSettings settings = (FeedForwardSettings) model.encoder();
		return SortedActivations.of(settings.network(model.dictionary()), new AutoencoderData(patches, model.shape(), model.filter(), model.whitening()).signals(), EXAMPLES);
	}
}
