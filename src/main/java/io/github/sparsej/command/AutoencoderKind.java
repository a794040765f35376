package io.github.sparsej.command;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.autoencoder.relu.ReluAutoencoder;
import io.github.sparsej.autoencoder.relu.ReluOptions;
import io.github.sparsej.autoencoder.sigmoid.SigmoidLearner;
import io.github.sparsej.autoencoder.sigmoid.SigmoidOptions;
import io.github.sparsej.autoencoder.tied.TiedAutoencoder;
import io.github.sparsej.autoencoder.tied.TiedOptions;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.plot.AutoencoderRecords;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.whiten.Standardization;

/** The kinds of auto-encoders by their names in menus and macros, with the values that a dialog shows when one is chosen. */
enum AutoencoderKind {

	/** Logistic units with a penalty on their mean activity, of patches in the range of the outputs. */
	SIGMOID_KL(AutoencoderKind.SIGMOID_NAME, Activation.LOGISTIC, Activation.LOGISTIC, Set.of("sparsity", "beta", "decay", "error"), 25, 400, 1e-4, 1.0) {
		@Override
		AutoencoderChoice choice(final AutoencoderKeys keys, final PatchShape shape, final int signals, final FeedForward start, final Parallel parallel) {
			final SigmoidOptions options = keys.sigmoid(shape);
			return new AutoencoderChoice(WhiteningFit.range(), start == null ? new SigmoidLearner(options, parallel) : new SigmoidLearner(options, start, parallel), options.inWords(), options.bytesNeeded(signals, shape.length()));
		}

		@Override
		Optional<ImagePlus> picture(final String title, final FeedForwardModel network, final Calibration source) {
			return Optional.of(AutoencoderRecords.filters(title + "-filters", network.settings(), network.dictionary().shape(), source));
		}
	},

	/** Rectified units with a penalty on their sum, of standardised patches. */
	RELU(AutoencoderKind.RELU_NAME, Activation.RELU, Activation.LINEAR, Set.of("batch", "eta", "lambda"), 100, 10000, 1e-3, 0.1) {
		@Override
		AutoencoderChoice choice(final AutoencoderKeys keys, final PatchShape shape, final int signals, final FeedForward start, final Parallel parallel) {
			final ReluOptions options = keys.relu();
			return new AutoencoderChoice((patches, progress) -> Standardization.fit(patches), new ReluAutoencoder(options, start, null, parallel), options.inWords(), options.bytesNeeded(signals, shape.length()));
		}

		@Override
		Optional<ImagePlus> picture(final String title, final FeedForwardModel network, final Calibration source) {
			return Optional.of(AutoencoderRecords.firstAtoms(title + "-mosaic", network.dictionary(), source));
		}
	},

	/** Linear units whose decoder is their encoder, of patches without their means: principal components. */
	TIED_LINEAR(AutoencoderKind.TIED_NAME, Activation.LINEAR, Activation.LINEAR, Set.of(), 25, 400, 1e-4, 1.0) {
		@Override
		AutoencoderChoice choice(final AutoencoderKeys keys, final PatchShape shape, final int signals, final FeedForward start, final Parallel parallel) {
			final TiedOptions options = keys.tied(shape);
			return new AutoencoderChoice(WhiteningFit.patchMeans(), start == null ? new TiedAutoencoder(options, parallel) : new TiedAutoencoder(options, start, parallel), options.inWords(), options.bytesNeeded(signals, shape.length()));
		}
	};

	static final String SIGMOID_NAME = "Sigmoid KL", RELU_NAME = "ReLU", TIED_NAME = "Tied linear";

	private final String label;
	private final Activation hidden;
	private final Activation output;
	private final Set<String> used;
	private final Map<String, Object> shown;

	AutoencoderKind(final String label, final Activation hiddenUnits, final Activation output, final Set<String> used, final int hidden, final int iterations, final double eta, final double lambda) {
		this.label = label;
		this.hidden = hiddenUnits;
		this.output = output;
		this.used = used;
		shown = Map.of("hidden", hidden, "iterations", iterations, "eta", eta, "lambda", lambda);
	}

	/** @throws IllegalArgumentException naming the key, if there is no such kind */
	static AutoencoderKind named(final String label) {
		Check.choice("kind", label, Arrays.stream(values()).map(AutoencoderKind::label).toArray(String[]::new));
		return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst().orElseThrow();
	}

	String label() {
		return label;
	}

	/** Whether a network is of this kind: by the functions of its units, which energy auto-encoders share with tied ones. */
	boolean has(final FeedForwardSettings network) {
		return network.hidden() == hidden && network.outputActivation() == output && network.energy().isEmpty();
	}

	/** Whether a key that some kinds have no use for is one that this kind uses. */
	boolean uses(final String key) {
		return used.contains(key);
	}

	/** The kind in words, with authors and years of what it follows. */
	String citation() {
		return switch (this) {
			case SIGMOID_KL -> "sparse auto-encoder (Ng, Ngiam, Foo, Mai & Suen 2011)";
			case RELU -> "auto-encoder of rectified units, learned by Adam (Kingma & Ba 2015)";
			case TIED_LINEAR -> "linear auto-encoder (Baldi & Hornik 1989)";
		};
	}

	/** What a dialog shows when this kind is chosen: values that make something of patches of most images. The same keys in all kinds, so that a choice can be taken back. */
	Map<String, Object> shown() {
		return shown;
	}

	/** What else is shown of what was learned. */
	Optional<ImagePlus> picture(final String title, final FeedForwardModel network, final Calibration source) {
		return Optional.empty();
	}

	/**
	 * @param start weights to go on from, of a network of this kind and of as many units as the keys say; null for random ones
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	abstract AutoencoderChoice choice(AutoencoderKeys keys, PatchShape shape, int signals, FeedForward start, Parallel parallel);
}
