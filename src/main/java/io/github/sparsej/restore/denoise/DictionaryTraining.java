package io.github.sparsej.restore.denoise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.patch.RegionMask;

/** Learns the dictionary of a denoising from the noisy images themselves, beginning with cosines. Immutable and thread-safe. */
final class DictionaryTraining {

	/** Share of the progress before learning begins. */
	private static final double DRAWN = 0.05;
	private static final int PATCHES_PER_ATOM = 16;

	private final DictionarySettings settings;
	private final InitialDictionary cosines;
	private final DenoiseOptions options;
	private final Parallel parallel;

	DictionaryTraining(final DictionarySettings settings, final DenoiseOptions options, final Parallel parallel) {
		this.settings = settings;
		this.options = options;
		this.parallel = parallel;
		cosines = InitialDictionaries.cosines(settings.shape());
	}

	/**
	 * Dictionaries for the scales at which the images are denoised: one for the images themselves, and for each further scale that
	 * some image is denoised at ({@link Scales}) while that gives {@value #PATCHES_PER_ATOM} patches an atom to learn from: fewer would teach
	 * atoms noise, and what was learned at the scale before serves better.
	 *
	 * @param region   where patches to learn from must lie in every image; null for the whole image
	 * @param progress where it asks to stop, the last dictionary is the one so far, and it is not complete
	 * @return at least one
	 * @throws IllegalArgumentException if there are fewer patches than atoms to be learned, naming both
	 */
	List<TrainedDictionary> learn(final NoisyImages images, final RegionMask region, final Progress progress) {
		if (learner(settings.patches()).isEmpty()) return List.of(cosines(true));
		final List<TrainedDictionary> scales = new ArrayList<>();
		NoisyImages seen = images;
		RegionMask inside = region;
		for (double begin = 0;; begin = 0.5 * (1 + begin)) { // it may be that all is done with any of them
			final Progress ofScale = progress.part(begin, 0.5 * (1 + begin));
			final Optional<Signals> drawn = TrainingPatches.draw(seen, settings.shape(), settings.patches(), inside, settings.seed(), ofScale.part(0, DRAWN));
			if (!scales.isEmpty() && drawn.isPresent() && drawn.get().count() < (long) PATCHES_PER_ATOM * settings.atoms()) return scales;
			scales.add(drawn.map(patches -> learn(patches, ofScale.part(DRAWN, 1))).orElseGet(() -> cosines(false)));
			if (!scales.get(scales.size() - 1).complete() || !anyHasNext(seen)) return scales;
			seen = seen.halved();
			inside = inside == null ? null : HalfSize.of(inside);
		}
	}

	private Optional<LearnerOptions> learner(final int patches) {
		return settings.method().learner(settings, options, patches);
	}

	private boolean anyHasNext(final NoisyImages images) {
		return images.isPhotons() && IntStream.range(0, images.images().size()).anyMatch(i -> Scales.hasNext(images.images().get(i), images.noiseOf(i), settings.shape(), parallel));
	}

	private TrainedDictionary learn(final Signals patches, final Progress progress) {
		if (isZero(patches)) return cosines(true);
		if (patches.count() < settings.atoms())
			throw new IllegalArgumentException("only " + patches.count() + " patches of " + settings.shape() + " can be drawn, fewer than the " + settings.atoms()
				+ " atoms to be learned from them: learn fewer atoms, take smaller patches, or denoise with " + DenoiseMethod.DCT.label() + ", which learns nothing");
		final LearnResult result = learner(patches.count()).orElseThrow().learner(cosines, parallel).learn(patches, progress);
		return new TrainedDictionary(result.dictionary(), Optional.of(result), patches.count(), result.complete());
	}

	private TrainedDictionary cosines(final boolean complete) {
		final Dictionary dictionary = cosines.create(settings.atoms(), Signals.zeros(0, settings.shape().length()), new SplittableRandom(settings.seed()));
		return new TrainedDictionary(dictionary, Optional.empty(), 0, complete);
	}

	/** Whether there is nothing to learn: no patch, or none of any structure. */
	private static boolean isZero(final Signals patches) {
		for (final float value : patches.values()) if (value != 0) return false;
		return true;
	}
}
