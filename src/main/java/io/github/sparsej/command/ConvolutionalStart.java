package io.github.sparsej.command;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.convolve.learn.ConvolutionalHomeostasis;
import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.NetworkLearner;
import io.github.sparsej.convolve.network.NetworkResult;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.whiten.FilterChain;

/**
 * Where learning of placed atoms begins: random atoms, or those of a stack that key start names. With those of a convolutional dictionary it goes on, with its filters
 * and what its homeostasis has learned.
 *
 * @param title of the stack; blank for random atoms
 * @param model of the stack; null for random atoms
 */
record ConvolutionalStart(String title, SparseModel model) {

	/** @throws IllegalArgumentException naming the key, if no such stack is open, or it is a network of several layers */
	static ConvolutionalStart of(final String title) {
		if (title == null || title.isBlank()) return new ConvolutionalStart("", null);
		final ImagePlus image = AtomStacks.find("start", title);
		final SparseModel model = AtomStacks.read(image);
		if (model.encoder() instanceof ConvolutionalSettings settings && !settings.following().isEmpty())
			throw new IllegalArgumentException("start=[" + title + "]: that is a network of " + (settings.following().size() + 1) + " layers; learning goes on with a single one");
		return new ConvolutionalStart(title, model);
	}

	private boolean goesOn() {
		return model != null && model.encoder() instanceof ConvolutionalSettings;
	}

	/** The filters of images: those of a dictionary that learning goes on with, or the ones the keys ask for. */
	List<ImageFilter> filters(final List<ImageFilter> asked) {
		return goesOn() ? FilterChain.links(model.filter()) : asked;
	}

	/** Options for the atoms there are already, or as the keys ask for. */
	ConvolutionalOptions options(final ConvolutionalOptions asked) {
		if (model == null) return asked;
		return new ConvolutionalOptions(model.dictionary().atomCount(), model.shape(), asked.epochs(), asked.batchSize(), asked.eta(), asked.pursuit(), asked.mask(), asked.taper(), asked.constraint(), asked.homeostasis(), asked.seed());
	}

	/**
	 * Learns layers; only the first may begin with given atoms.
	 *
	 * @throws IllegalArgumentException naming the key, if there are more
	 */
	NetworkResult learn(final List<LayerOptions> layers, final List<Volume> images, final Progress progress) {
		if (model == null) return new NetworkLearner(layers, SparseJCommand.parallel()).learn(images, progress);
		final LayerOptions only = layers.get(0);
		final ConvolutionalResult result = new ConvolutionalLearner(only.learning(), model.dictionary(), learned(only.learning()), SparseJCommand.parallel()).learn(images, progress);
		return new NetworkResult(List.of(only.layer(result)), List.of(result), result.complete());
	}

	private HomeostasisState learned(final ConvolutionalOptions options) {
		return model.homeostasis().method().equals(ConvolutionalHomeostasis.NAME) ? model.homeostasis() : options.homeostasis().initial(options.atoms());
	}

	/**
	 * Says in the Log what is taken from the stack, whatever the keys say.
	 *
	 * @throws IllegalArgumentException naming the key, if more than one layer is asked for
	 */
	void tell(final int layers) {
		if (model == null) return;
		if (layers > 1) throw new IllegalArgumentException("layers=" + layers + ": with a start a single layer is learned");
		final String atoms = title + ": " + model.dictionary().atomCount() + " atoms of " + model.shape();
		Notes.say(goesOn() ? "going on from " + atoms + ", with its filters (" + model.filter().name() + ") and what its homeostasis has learned, whatever keys atoms, atomsize, localmean, normalize, taper and window say"
			: "learning begins with " + atoms + ", whatever keys atoms and atomsize say");
	}
}
