package io.github.sparsej.autoencoder;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Whitening;

/**
 * What an auto-encoder is learned from, and what becomes a model with it: patches of filtered images, whitened. The way
 * from images to a model is
 * <pre>
 * images -&gt; filter -&gt; {@link io.github.sparsej.patch.PatchSampler patches} -&gt; whitening -&gt; {@link #signals} -&gt; {@link AutoencoderLearner} -&gt; {@link FeedForwardModel} -&gt; {@link #model}
 * </pre>
 * Immutable and thread-safe.
 */
public final class AutoencoderData {

	private final PatchShape shape;
	private final ImageFilter filter;
	private final Whitening whitening;
	private final Signals whitened;

	/**
	 * @param patches   n x m patches of this shape, of images filtered so; not modified
	 * @param whitening what is done to them, usually fitted to these very patches
	 * @throws IllegalArgumentException if the patches are of another length than the shape
	 */
	public AutoencoderData(final Signals patches, final PatchShape shape, final ImageFilter filter, final Whitening whitening) {
		if (patches.length() != shape.length()) throw new IllegalArgumentException("patches of " + patches.length() + " values are none of " + shape);
		this.shape = shape;
		this.filter = filter;
		this.whitening = whitening;
		whitened = whitening.apply(patches);
	}

	/** Bytes that the whitened patches and {@link #signals} take, of {@code count} patches of {@code length} values. */
	public static long bytesNeeded(final long count, final long length) {
		return count * length * (Float.BYTES + Double.BYTES);
	}

	/** The whitened patches in float64, n rows of m: a new array at every call, for the caller to keep. */
	public double[][] signals() {
		final double[][] signals = new double[whitened.count()][whitened.length()];
		for (int row = 0; row < signals.length; row++)
			for (int j = 0; j < signals[row].length; j++) signals[row][j] = whitened.value(row, j);
		return signals;
	}

	/**
	 * The network that was learned from these signals, as a model of images.
	 *
	 * @param network    {@link FeedForwardModel#of(io.github.sparsej.encode.feedforward.FeedForward, PatchShape)} of what the learner brought back
	 * @param provenance where it comes from
	 */
	public SparseModel model(final FeedForwardModel network, final Provenance provenance) {
		final Dictionary atoms = network.dictionary();
		return new SparseModel(filter, whitening, atoms, network.settings(), HomeostasisState.neutral(HomeostasisState.NONE, atoms.atomCount()), provenance);
	}

	/** Names and values, for the provenance of a model: a new map at every call, to which the options of the learner are added. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("patch", shape.toString());
		words.put("patches", Integer.toString(whitened.count()));
		words.put("whitening", whitening.name());
		return words;
	}

	/** The shape of the patches. */
	public PatchShape shape() {
		return shape;
	}
}
