package io.github.sparsej.restore.inpaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.masked.MaskedKsvd;
import io.github.sparsej.learn.masked.MaskedKsvdOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

/**
 * The whole way from images with missing pixels to images without: one dictionary for all images, learned from their known pixels
 * by {@link MaskedKsvd} that begins with cosines, then {@link Inpainter} for each. Immutable and thread-safe.
 */
public final class Inpainting {

	/** Shares of the progress when patches are drawn, and when the dictionary is learned. */
	private static final double DRAWN = 0.02, LEARNED = 0.5;

	/**
	 * Most atoms per patch while learning, and its tolerance in that of the result. Atoms learned for rougher descriptions follow edges
	 * and textures sooner (by 0.3 dB on such images); if they are much rougher, smooth ones lose as much.
	 */
	private static final int NONZEROS = 8;
	private static final double ROUGHER = 1.75;

	private final InpaintOptions options;
	private final Parallel parallel;

	public Inpainting(final InpaintOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	/**
	 * What to learn.
	 *
	 * @param shape   of the atoms
	 * @param atoms   atoms p, at least 1
	 * @param patches most patches to learn from, of all images together, at least 1
	 * @param sweeps  times that all patches are coded and all atoms updated, 0 (cosines stay what they are) or more
	 * @param seed    of all random draws
	 */
	public record Learning(PatchShape shape, int atoms, int patches, int sweeps, long seed) {

		public Learning {
			if (atoms < 1) throw new IllegalArgumentException("atoms must be at least 1, got " + atoms);
			if (patches < 1) throw new IllegalArgumentException("the number of patches must be at least 1, got " + patches);
			if (sweeps < 0) throw new IllegalArgumentException("sweeps must be 0 or more, got " + sweeps);
		}

		/** 256 atoms of 8 x 8 px from 40000 patches in 10 sweeps. */
		public static Learning of(final long seed) {
			return new Learning(PatchShape.square(8), 256, 40000, 10, seed);
		}
	}

	/**
	 * What came out.
	 *
	 * @param images     with all pixels known; the first ones where the progress asked to stop
	 * @param dictionary what they were told by
	 * @param learned    how it came about; empty where it was given, and where the known pixels of each patch are equal, so that there is nothing to learn
	 */
	public record Inpainted(List<Volume> images, Dictionary dictionary, Optional<LearnResult> learned) {

		public Inpainted {
			images = List.copyOf(images);
		}
	}

	/**
	 * Learns a dictionary from the known pixels of images, and tells the missing ones by it.
	 *
	 * @param images   NaN or infinite where pixels are missing ({@link MissingPixels#mark(Volume, Volume)} makes such of a mask); not modified
	 * @param progress where it asks to stop, what comes out are the images done so far, and nothing where there are none
	 * @throws IllegalArgumentException if no patch knows two pixels, or as {@link Inpainter#inpaint(Volume, Progress)}
	 */
	public Optional<Inpainted> inpaint(final List<Volume> images, final Learning learning, final Progress progress) {
		final List<Volume> marked = images.stream().map(MissingPixels::mark).toList();
		try {
			final Signals sample = new KnownPatchSampler(learning.shape(), learning.patches(), learning.seed()).sample(marked, progress.part(0, DRAWN));
			final KnownPatches patches = KnownPatches.of(sample, learning.shape());
			// Constant images need no atoms beside the mean of a patch: any will do.
			if (isZero(patches.signals())) return inpaint(marked, InitialDictionaries.cosines(learning.shape()).create(learning.atoms(), patches.signals(), new SplittableRandom(learning.seed())), progress.part(LEARNED, 1));
			final LearnResult learned = learn(patches, MissingPixels.deviation(marked), learning, progress.part(DRAWN, LEARNED));
			if (!learned.complete()) return Optional.empty();
			return inpaint(marked, learned.dictionary(), Optional.of(learned), progress.part(LEARNED, 1));
		}
		catch (final CancellationException e) {
			return Optional.empty();
		}
	}

	private static boolean isZero(final Signals signals) {
		for (final float value : signals.values()) if (value != 0 && !Float.isNaN(value)) return false;
		return true;
	}

	private LearnResult learn(final KnownPatches patches, final double deviation, final Learning learning, final Progress progress) {
		final MaskedKsvdOptions ksvd = new MaskedKsvdOptions(learning.atoms(), learning.sweeps(), Math.min(NONZEROS, options.maxNonzeros()), ROUGHER * options.toleranceFor(deviation), learning.seed());
		return new MaskedKsvd(ksvd, InitialDictionaries.cosines(learning.shape()), parallel).learn(patches.signals(), patches.mask(), progress);
	}

	/** Tells the missing pixels of images by a dictionary that is there already; otherwise as {@link #inpaint(List, Learning, Progress)}. */
	public Optional<Inpainted> inpaint(final List<Volume> images, final Dictionary dictionary, final Progress progress) {
		return inpaint(images, dictionary, Optional.empty(), progress);
	}

	private Optional<Inpainted> inpaint(final List<Volume> images, final Dictionary dictionary, final Optional<LearnResult> learned, final Progress progress) {
		final Inpainter inpainter = new Inpainter(dictionary, options, parallel);
		final List<Volume> told = new ArrayList<>();
		for (final Volume image : images) {
			final Optional<Volume> result = inpainter.inpaint(image, progress.part((double) told.size() / images.size(), (told.size() + 1.0) / images.size()));
			if (result.isEmpty()) return told.isEmpty() ? Optional.empty() : Optional.of(new Inpainted(told, dictionary, learned));
			told.add(result.get());
		}
		return Optional.of(new Inpainted(told, dictionary, learned));
	}
}
