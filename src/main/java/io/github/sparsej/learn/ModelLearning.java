package io.github.sparsej.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.PatchSample;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;

/**
 * The whole way from images to a model: filter the images, draw patches, find the whitening of the patches and apply it,
 * learn the dictionary. The same seed gives the same bits on any number of threads. Immutable and thread-safe.
 */
public final class ModelLearning {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;

	private final ModelSettings settings;
	private final Parallel parallel;

	public ModelLearning(final ModelSettings settings, final Parallel parallel) {
		this.settings = settings;
		this.parallel = parallel;
	}

	/** Learns from all of one image; see {@link #learn(List, List, String, Progress)}. */
	public LearnedModel learn(final Volume image, final String source, final Progress progress) {
		return learn(List.of(image), Collections.singletonList(null), source, progress);
	}

	/**
	 * @param images   of the depth and channels that the patch shape asks for; not modified
	 * @param regions  one per image, in which patches must lie; null for the whole image
	 * @param source   title of the images, for the model's provenance
	 * @param progress where it asks to stop while learning, the model has the dictionary so far, and its provenance is not complete
	 * @throws CancellationException    if it asks to stop before learning begins: there is nothing to keep
	 * @throws IllegalArgumentException if the images have no structure, are smaller than a patch, or do not give a patch
	 */
	public LearnedModel learn(final List<Volume> images, final List<RegionMask> regions, final String source, final Progress progress) {
		Structure.require(images);
		final PatchSample sample = sample(images, regions, progress.part(0, PREPARATION / 2));
		final Whitening whitening = settings.whitening().fit(sample.patches(), progress.part(PREPARATION / 2, PREPARATION));
		final Signals signals = whitening.apply(sample.patches());
		final LearnResult result = settings.learner().learner(initial(whitening), parallel).learn(signals, progress.part(PREPARATION, 1));
		final Provenance provenance = new Provenance(settings.learner().learnerName(), inWords(whitening), settings.learner().seed(), source, result.reproducibleCurves(), result.complete());
		return new LearnedModel(new SparseModel(settings.filter(), whitening, result.dictionary(), settings.learner().encoder(), result.homeostasis(), provenance),
			result, sample.refusedPlaces());
	}

	private PatchSample sample(final List<Volume> images, final List<RegionMask> regions, final Progress progress) {
		// Not the learner's own seed: its draws must not repeat those of the patches.
		final long seed = new SplittableRandom(settings.learner().seed()).nextLong();
		return new PatchSampler(settings.shape(), new PatchSamplerOptions(settings.patches(), settings.selection(), PatchSamplerOptions.DEFAULT_OVERSAMPLING, seed))
			.sample(images.stream().map(image -> filter(image, progress)).toList(), regions, progress);
	}

	private Volume filter(final Volume image, final Progress progress) {
		if (!progress.report(0, "Filtering images")) throw new CancellationException("stopped while images were filtered");
		return image.filter(settings.filter());
	}

	private InitialDictionary initial(final Whitening whitening) {
		return switch (settings.start()) {
			case ONE_OVER_F -> InitialDictionaries.oneOverF(settings.shape(), settings.filter(), whitening);
			case WHITE_NOISE -> InitialDictionaries.whiteNoise(settings.shape());
			case DCT -> InitialDictionaries.cosines(settings.shape());
			case PATCHES -> InitialDictionaries.patches(settings.shape());
		};
	}

	private Map<String, String> inWords(final Whitening whitening) {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("patch", settings.shape().toString());
		words.put("patches", Integer.toString(settings.patches()));
		words.put("selection", settings.selection().name());
		words.put("filter", settings.filter().name());
		words.put("whitening", whitening.name());
		words.put("start", settings.start().name());
		words.putAll(settings.learner().inWords());
		return words;
	}
}
