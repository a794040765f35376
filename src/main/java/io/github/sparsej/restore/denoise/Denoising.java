package io.github.sparsej.restore.denoise;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.patch.RegionMask;

/**
 * The whole way from noisy images to denoised ones: one dictionary for all, learned from patches of all of them or given, and
 * each image denoised with it by {@link PatchDenoiser}. Images come one by one and go out one by one: never are two in memory
 * for this, beside the result. The same seed gives the same bits on any number of threads. Immutable and thread-safe.
 */
public final class Denoising {

	/** What a patch takes in a sweep of K-SVD, as a multiple of what it takes to be denoised: measured on camera with sigma 25. */
	private static final double LEARNING_COST = 2.5;

	/** What the progress calls the work on an image. */
	static final String DENOISING = "Denoising";

	/** How a dictionary comes about. */
	@FunctionalInterface
	private interface Source {
		List<TrainedDictionary> dictionaries(NoisyImages images, RegionMask region, DenoiseOptions options, Progress progress);
	}

	private final PatchShape shape;
	private final DenoiseOptions options;
	private final Source source;
	/** Work of learning, in patches denoised. */
	private final double learningWork;
	private final Parallel parallel;

	private Denoising(final PatchShape shape, final DenoiseOptions options, final Source source, final double learningWork, final Parallel parallel) {
		this.shape = shape;
		this.options = options;
		this.source = source;
		this.learningWork = learningWork;
		this.parallel = parallel;
	}

	/** With a dictionary learned from the noisy images, or one of cosines, as the settings say. */
	public static Denoising learning(final DictionarySettings settings, final DenoiseOptions options, final Parallel parallel) {
		final Source source = (images, region, suited, progress) -> new DictionaryTraining(settings, suited, parallel).learn(images, region, progress);
		final boolean learns = settings.method().learner(settings, options, settings.patches()).isPresent();
		return new Denoising(settings.shape(), options, source, learns ? LEARNING_COST * settings.patches() * settings.iterations() : 0, parallel);
	}

	/** With a dictionary that is there already. */
	public static Denoising with(final Dictionary dictionary, final DenoiseOptions options, final Parallel parallel) {
		return new Denoising(dictionary.shape(), options, (images, region, suited, progress) -> List.of(new TrainedDictionary(dictionary, Optional.empty(), 0, true)), 0, parallel);
	}

	/**
	 * Denoises images in their order.
	 *
	 * @param region   where patches to learn from must lie in every image; null for the whole image. All of each image is denoised
	 * @param sink     takes each image when it is done
	 * @param progress where it asks to stop, the images done so far are all there are
	 * @throws IllegalArgumentException if an image is smaller than a patch, has other channels than the atoms or than models of
	 *                                  its noise, or there are fewer patches than atoms to be learned; naming both
	 */
	public DenoisingReport run(final NoisyImages images, final RegionMask region, final Consumer<DenoisedImage> sink, final Progress progress) {
		final int total = images.images().size();
		final double learned = learned(images);
		final DenoiseOptions suited = images.isPhotons() ? options.forPhotons() : options;
		final List<TrainedDictionary> dictionaries = source.dictionaries(images, region, suited, progress.part(0, learned));
		if (!dictionaries.get(dictionaries.size() - 1).complete()) return new DenoisingReport(dictionaries, 0, 0, false);
		final Scales scales = new Scales(dictionaries.stream().map(trained -> new PatchDenoiser(trained.dictionary(), suited, parallel)).toList(), parallel);
		long untouched = 0;
		for (int i = 0; i < total; i++) {
			final Progress ofImage = progress.part(learned, 1).part((double) i / total, (i + 1.0) / total);
			// Of a small image the other threads may take all strips, and nobody asks.
			final Optional<DenoisedImage> denoised = ofImage.report(0, DENOISING) ? scales.denoise(images.images().get(i), images.noiseOf(i), ofImage) : Optional.empty();
			if (denoised.isEmpty()) return new DenoisingReport(dictionaries, i, untouched, false);
			untouched += denoised.get().untouchedPixels();
			sink.accept(denoised.get());
		}
		return new DenoisingReport(dictionaries, total, untouched, true);
	}

	/** The share of the progress when the dictionary is there. */
	private double learned(final NoisyImages images) {
		final Volume first = images.images().get(0);
		final double denoisingWork = (double) images.images().size() * PatchGrid.covering(first.width(), first.height(), first.depth(), shape, options.stride()).count();
		return learningWork / (learningWork + denoisingWork);
	}
}
