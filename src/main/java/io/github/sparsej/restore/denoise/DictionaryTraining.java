package io.github.sparsej.restore.denoise;

import java.util.Optional;
import java.util.SplittableRandom;

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

	private final DictionarySettings settings;
	private final InitialDictionary cosines;
	private final Optional<LearnerOptions> options;
	private final Parallel parallel;

	DictionaryTraining(final DictionarySettings settings, final Optional<LearnerOptions> options, final Parallel parallel) {
		this.settings = settings;
		this.options = options;
		this.parallel = parallel;
		cosines = InitialDictionaries.cosines(settings.shape());
	}

	/**
	 * @param region   where patches to learn from must lie in every image; null for the whole image
	 * @param progress where it asks to stop, the dictionary so far is returned, and it is not complete
	 * @throws IllegalArgumentException if there are fewer patches than atoms to be learned, naming both
	 */
	TrainedDictionary learn(final NoisyImages images, final RegionMask region, final Progress progress) {
		if (options.isEmpty()) return cosines(true);
		final Optional<Signals> drawn = TrainingPatches.draw(images, settings.shape(), settings.patches(), region, settings.seed(), progress.part(0, DRAWN));
		if (drawn.isEmpty()) return cosines(false);
		final Signals patches = drawn.get();
		if (isZero(patches)) return cosines(true);
		if (patches.count() < settings.atoms())
			throw new IllegalArgumentException("only " + patches.count() + " patches of " + settings.shape() + " can be drawn, fewer than the " + settings.atoms()
				+ " atoms to be learned from them: learn fewer atoms, take smaller patches, or denoise with " + DenoiseMethod.DCT.label() + ", which learns nothing");
		final LearnResult result = options.get().learner(cosines, parallel).learn(patches, progress.part(DRAWN, 1));
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
