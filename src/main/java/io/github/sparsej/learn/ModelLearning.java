package io.github.sparsej.learn;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
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
import io.github.sparsej.patch.RandomCrop;
import io.github.sparsej.patch.RegionMask;

/**
 * The whole way from images to a model: crop and filter the images, draw patches, find the whitening of the patches and apply it,
 * learn the dictionary. The same seed gives the same bits on any number of threads. Immutable and thread-safe.
 */
public final class ModelLearning {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;
	/** Shares of the preparation that are done when patches of all images are drawn, and when their whitening is found. */
	private static final double SAMPLED = 0.6, FITTED = 0.9;
	private static final int PATCHES_AT_ONCE = 1024;
	private static final String FILTERING = "Filtering images";

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
	 * Prepares the data and learns from them once.
	 *
	 * @param source   title of the images, for the model's provenance
	 * @param progress where it asks to stop while learning, the model has the dictionary so far, and its provenance is not complete
	 * @throws CancellationException    if it asks to stop before learning begins: there is nothing to keep
	 * @throws IllegalArgumentException as {@link #prepare}
	 */
	public LearnedModel learn(final List<Volume> images, final List<RegionMask> regions, final String source, final Progress progress) {
		return learn(prepare(images, regions, progress.part(0, PREPARATION)), settings.learner(), source, progress.part(PREPARATION, 1));
	}

	/**
	 * The signals that dictionaries are learned from: the same ones for the same data seed, whatever the learner.
	 *
	 * @param images  of the depth and channels that the patch shape asks for; not modified. Asked for one after another and not kept, so that a list
	 *                that reads them need not hold them
	 * @param regions one per image, in which patches must lie; null for the whole image
	 * @throws CancellationException    if the progress asks to stop
	 * @throws IllegalArgumentException if the images have no structure, are smaller than a patch, or do not give a patch
	 */
	public PreparedData prepare(final List<Volume> images, final List<RegionMask> regions, final Progress progress) {
		Structure.require(images);
		final List<Volume> seen = seen(images, regions, progress.part(0, SAMPLED));
		final PatchSample sample = new PatchSampler(settings.shape(), new PatchSamplerOptions(settings.patches(), settings.selection(), PatchSamplerOptions.DEFAULT_OVERSAMPLING, settings.dataSeed()))
			.sample(seen, regions, progress.part(0, SAMPLED));
		final Whitening whitening = settings.whitening().fit(sample.patches(), progress.part(SAMPLED, FITTED));
		return new PreparedData(whitened(sample.patches(), whitening, progress.part(FITTED, 1)), whitening, sample.refusedPlaces());
	}

	/** Whitens patches some at a time, so that it can be stopped, and no step of a chain needs room for all. */
	private static Signals whitened(final Signals patches, final Whitening whitening, final Progress progress) {
		final Signals whitened = Signals.zeros(patches.count(), patches.length());
		for (int begin = 0; begin < patches.count(); begin += PATCHES_AT_ONCE) {
			require(progress.report((double) begin / patches.count(), "Whitening patches"));
			final Signals some = patches.select(IntStream.range(begin, Math.min(begin + PATCHES_AT_ONCE, patches.count())).toArray());
			System.arraycopy(whitening.apply(some).values(), 0, whitened.values(), whitened.offset(begin), some.values().length);
		}
		return whitened;
	}

	private static void require(final boolean goOn) {
		if (!goOn) throw new CancellationException("stopped while what is learned from was prepared");
	}

	/**
	 * One run of learning from prepared data.
	 *
	 * @param data     made by {@link #prepare} with these settings, or settings of another learner; not modified
	 * @param learner  in place of the settings' own, for runs that differ in it: another seed, another homeostasis
	 * @param source   title of the images, for the model's provenance
	 * @param progress where it asks to stop, the model has the dictionary so far, and its provenance is not complete
	 */
	public LearnedModel learn(final PreparedData data, final LearnerOptions learner, final String source, final Progress progress) {
		final LearnResult result = learner(learner, initial(data.whitening())).learn(data.signals(), progress);
		final Provenance provenance = new Provenance(learner.learnerName(), inWords(data.whitening(), learner), learner.seed(), source, result.reproducibleCurves(), result.complete());
		return new LearnedModel(new SparseModel(settings.filter(), data.whitening(), result.dictionary(), result.encoder().orElseGet(learner::encoder), result.homeostasis(), result.statistics(), provenance),
			result, data.refusedPlaces());
	}

	private DictionaryLearner learner(final LearnerOptions options, final InitialDictionary initial) {
		return initial.learned().map(learned -> options.learner(initial, learned, parallel)).orElseGet(() -> options.learner(initial, parallel));
	}

	/** What patches are drawn from: the images, or parts of them, filtered when they are asked for, each once. */
	private List<Volume> seen(final List<Volume> images, final List<RegionMask> regions, final Progress progress) {
		if (settings.crop() > 0 && regions.stream().anyMatch(Objects::nonNull)) throw new IllegalArgumentException("a crop of " + settings.crop() + " px and a selection cannot both tell where patches come from");
		// Not the seed of the places of patches, so that these are no echo of where the crop is.
		final SplittableRandom random = new SplittableRandom(new SplittableRandom(settings.dataSeed()).nextLong());
		final SplittableRandom[] ofCrops = new SplittableRandom[images.size()];
		Arrays.setAll(ofCrops, i -> random.split());
		return new AbstractList<>() {
			@Override
			public Volume get(final int i) {
				final double begun = (double) i / size();
				require(progress.report(begun, FILTERING));
				return filtered(settings.crop() == 0 ? images.get(i) : new RandomCrop(settings.crop()).apply(images.get(i), ofCrops[i]), progress.part(begun, begun));
			}

			@Override
			public int size() {
				return images.size();
			}
		};
	}

	private Volume filtered(final Volume image, final Progress progress) {
		final float[][] planes = new float[image.depth() * image.channels()][];
		for (int c = 0, i = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++, i++) {
				require(progress.report((double) i / planes.length, FILTERING));
				planes[i] = settings.filter().filter(image.plane(z, c), image.width(), image.height());
			}
		return Volume.of(image.width(), image.height(), image.depth(), image.channels(), planes);
	}

	private InitialDictionary initial(final Whitening whitening) {
		final InitialDictionary initial = settings.start().maker().make(settings.shape(), settings.filter(), whitening);
		return IntStream.range(0, settings.shape().length()).allMatch(whitening::keeps) ? initial : InitialDictionaries.masked(initial, whitening);
	}

	private Map<String, String> inWords(final Whitening whitening, final LearnerOptions learner) {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("patch", settings.shape().toString());
		words.put("patches", Integer.toString(settings.patches()));
		words.put("selection", settings.selection().name());
		if (settings.crop() > 0) words.put("crop", Integer.toString(settings.crop()));
		words.put("filter", settings.filter().name());
		words.put("whitening", whitening.name());
		words.put("start", settings.start().name());
		words.put("seed of the patches", Long.toString(settings.dataSeed()));
		words.putAll(learner.inWords());
		return words;
	}
}
