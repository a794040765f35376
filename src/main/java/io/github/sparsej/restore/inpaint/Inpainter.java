package io.github.sparsej.restore.inpaint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.sparsej.encode.MaskedEncoder;
import io.github.sparsej.encode.greedy.MaskedOmp;
import io.github.sparsej.learn.masked.AtomStrength;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;

/**
 * Tells the missing pixels of images by a dictionary (Mairal, Elad &amp; Sapiro 2008; Elad 2010, chapter 15).
 * <p>
 * Every patch that knows some pixels and misses others has the mean of the known ones of each channel taken away, and is coded by
 * orthogonal matching pursuit in its known values; D a + mean tells the missing ones. Constants are part of every code, because a mean
 * of some of the pixels is not that of all, and is told best together with the rest. What overlapping patches tell of a pixel is
 * averaged with the weight known values / nonzeros, constants included: of two patches the one is surer that knows more, or fits fewer
 * numbers to it (the weight of Dabov et al., IEEE Trans. Image Processing 16, 2007, eq. 10, in units of the noise). The pursuit prefers atoms
 * that are strong in the image ({@link AtomStrength}), which a first look at some of its patches finds out.
 * <p>
 * Patches of which less than {@value #LEAST_KNOWN} is known tell little. They are left out as long as others tell anything; pixels
 * that this leaves untold, as in holes larger than a patch, are told in the next pass, for which those filled so far are known.
 * <p>
 * Known pixels stay as they are. The result scales with the image, and does not depend on the number of threads. Patches go through
 * in blocks: memory beyond image and result does not grow with the width and height of the image, but for atoms of several slices, which
 * keep 16 bytes per pixel and channel of as many. Immutable and thread-safe.
 */
public final class Inpainter {

	/** The method in words, with authors and years of what it follows. */
	public static final String CITATION = "inpainting by sparse codes of known pixels (Mairal, Elad & Sapiro 2008)";

	/** Share of a patch's values. */
	private static final double LEAST_KNOWN = 1. / 8;

	/** Values of all patches in a block: a few MB. */
	private static final int VALUES_PER_BLOCK = 1 << 21;
	private static final int PATCHES_PER_CHUNK = 512;
	/** Patches that a first look codes, and its share of the progress. */
	private static final int FIRST_LOOK = 10000;
	private static final double LOOKED = 0.05;
	private static final String INPAINTING = "Inpainting image";

	/** A constant for each channel, then the atoms. */
	private final Dictionary dictionary;
	private final InpaintOptions options;
	private final Parallel parallel;

	public Inpainter(final Dictionary dictionary, final InpaintOptions options, final Parallel parallel) {
		this.dictionary = withConstants(dictionary);
		this.options = options;
		this.parallel = parallel;
	}

	private static Dictionary withConstants(final Dictionary dictionary) {
		final int channels = dictionary.shape().channels(), length = dictionary.signalLength();
		final float[] all = new float[(channels + dictionary.atomCount()) * length];
		for (int c = 0; c < channels; c++) Arrays.fill(all, c * length + c * (length / channels), c * length + (c + 1) * (length / channels), 1);
		System.arraycopy(dictionary.toArray(), 0, all, channels * length, dictionary.atomCount() * length);
		return Dictionary.normalized(dictionary.shape(), channels + dictionary.atomCount(), all);
	}

	/**
	 * The image with all pixels known.
	 *
	 * @param image    NaN or infinite where pixels are missing; not modified
	 * @param progress hears of the work
	 * @return nothing if the progress asked to stop
	 * @throws IllegalArgumentException if no pixel of a channel is known, the image is smaller than a patch, or has another number of channels
	 */
	public Optional<Volume> inpaint(final Volume image, final Progress progress) {
		final Volume marked = MissingPixels.mark(image);
		final PatchGrid grid = PatchGrid.covering(image.width(), image.height(), image.depth(), dictionary.shape(), options.stride());
		grid.cut(marked, 0, 0); // refuses other channels
		requireKnown(marked);
		return MissingPixels.count(marked) == 0 || new Run(marked, grid).fill(progress) ? Optional.of(marked) : Optional.empty();
	}

	/**
	 * As {@link #inpaint(Volume, Progress)}; pixels are also missing where a mask is not 0.
	 *
	 * @throws IllegalArgumentException also if the mask does not fit the image ({@link MissingPixels#mark(Volume, Volume)})
	 */
	public Optional<Volume> inpaint(final Volume image, final Volume mask, final Progress progress) {
		return inpaint(MissingPixels.mark(image, mask), progress);
	}

	/** Patches of one slice tell nothing of slices of which nothing is known. */
	private void requireKnown(final Volume marked) {
		final boolean perSlice = dictionary.shape().depth() == 1;
		for (int c = 0; c < marked.channels(); c++) {
			boolean known = false;
			for (int z = 0; z < marked.depth(); z++) {
				final boolean inSlice = isKnown(marked.plane(z, c));
				if (perSlice && !inSlice && marked.depth() > 1) throw new IllegalArgumentException("all pixels are missing in slice " + (z + 1) + channel(marked, c) + ": with patches of one slice they cannot be filled in from others; use a larger depth");
				known |= inSlice;
			}
			if (!known) throw new IllegalArgumentException("all pixels are missing" + channel(marked, c) + ": there is no known pixel to fill them in from");
		}
	}

	private static boolean isKnown(final float[] plane) {
		for (final float pixel : plane) if (!Float.isNaN(pixel)) return true;
		return false;
	}

	private static String channel(final Volume image, final int channel) {
		return image.channels() > 1 ? " in channel " + (channel + 1) : "";
	}

	/** One image on its way. */
	private final class Run {

		private final Volume image;
		private PatchGrid grid;
		private final int perBlock = Math.max(1, VALUES_PER_BLOCK / dictionary.signalLength());
		private final long missing;
		private long filled;
		private double reported;
		private MaskedOmp pursuit;
		private MaskedEncoder encoder;

		Run(final Volume image, final PatchGrid grid) {
			this.image = image;
			this.grid = grid;
			missing = MissingPixels.count(image);
			pursuit = options.encoder(MissingPixels.deviation(List.of(image)), parallel).beginningWith(image.channels());
			encoder = pursuit.prepare(dictionary);
		}

		boolean fill(final Progress progress) {
			if (!look((fraction, what) -> report(progress, LOOKED * fraction))) return false;
			int least = (int) Math.ceil(LEAST_KNOWN * dictionary.signalLength());
			while (filled < missing) {
				final double begin = LOOKED + (1 - LOOKED) * filled / missing;
				final long before = filled;
				if (!pass(least, (fraction, what) -> report(progress, begin + (1 - begin) * fraction))) return false;
				if (filled > before) continue;
				if (least > 1) least = 1;
				else widen();
			}
			return true;
		}

		/** Where patches that do not overlap, or hardly, reach no more of a hole, those at every place do. */
		private void widen() {
			if (grid.stride() == 1) throw new IllegalArgumentException((missing - filled) + " pixels are missing where no patch of " + dictionary.shape() + " reaches a known one");
			grid = PatchGrid.covering(image.width(), image.height(), image.depth(), dictionary.shape(), 1);
		}

		/** How many passes are to come is not known: what is reported never falls. */
		private boolean report(final Progress progress, final double fraction) {
			reported = Math.max(reported, Math.min(1, fraction));
			return progress.report(reported, INPAINTING);
		}

		/** Codes some patches from all over the image, and prefers the atoms that are strong in them. */
		private boolean look(final Progress progress) {
			final int count = Math.min(FIRST_LOOK, grid.count());
			final int[] numbers = IntStream.range(0, count).map(i -> (int) ((long) i * grid.count() / count)).toArray();
			final SparseCodes codes = encode(cut(numbers), progress);
			if (codes.count(StopReason.CANCELLED) > 0) return false;
			pursuit = pursuit.preferring(AtomStrength.gains(codes));
			encoder = pursuit.prepare(dictionary);
			return true;
		}

		private boolean pass(final int least, final Progress progress) {
			final ToldPixels told = new ToldPixels(image, grid);
			for (int first = 0; first < grid.count(); first += perBlock) {
				final int count = Math.min(perBlock, grid.count() - first);
				final Progress ofBlock = progress.part((double) first / grid.count(), (first + (double) count) / grid.count());
				final int[] numbers = telling(first, count, least);
				final KnownPatches patches = cut(numbers);
				final SparseCodes codes = encode(patches, ofBlock);
				if (codes.count(StopReason.CANCELLED) > 0 || numbers.length == 0 && !ofBlock.report(1, INPAINTING)) return false;
				tell(numbers, patches, codes, told);
			}
			filled += told.finish();
			return true;
		}

		private SparseCodes encode(final KnownPatches patches, final Progress progress) {
			return encoder.encode(patches.signals(), patches.mask(), progress);
		}

		/** The numbers of the patches that miss some values and know at least so many. */
		private int[] telling(final int first, final int count, final int least) {
			final boolean[] telling = new boolean[count];
			parallel.forChunks(count, PATCHES_PER_CHUNK, (begin, end) -> {
				final Signals patches = grid.cut(image, first + begin, end - begin);
				for (int i = begin; i < end; i++) {
					int known = 0;
					for (int j = patches.offset(i - begin); j < patches.offset(i - begin + 1); j++) if (!Float.isNaN(patches.values()[j])) known++;
					telling[i] = known >= least && known < patches.length();
				}
			});
			return IntStream.range(0, count).filter(i -> telling[i]).map(i -> first + i).toArray();
		}

		private KnownPatches cut(final int[] numbers) {
			final Signals patches = Signals.zeros(numbers.length, dictionary.signalLength());
			parallel.forChunks(numbers.length, PATCHES_PER_CHUNK, (begin, end) -> {
				for (int i = begin; i < end; i++) System.arraycopy(grid.cut(image, numbers[i], 1).values(), 0, patches.values(), patches.offset(i), patches.length());
			});
			return KnownPatches.of(patches, dictionary.shape());
		}

		private void tell(final int[] numbers, final KnownPatches patches, final SparseCodes codes, final ToldPixels told) {
			final Signals decoded = decode(codes);
			for (int i = 0; i < numbers.length; i++) {
				final int row = i;
				told.add(numbers[i], (double) patches.mask().known(i) / Math.max(1, codes.nonzeros(i)), j -> decoded.value(row, j) + patches.means().at(row, j));
			}
		}

		private Signals decode(final SparseCodes codes) {
			final Signals decoded = Signals.zeros(codes.count(), dictionary.signalLength());
			parallel.forChunks(codes.count(), PATCHES_PER_CHUNK, (begin, end) -> {
				final float[] some = codes.rows(begin, end - begin).decode(dictionary).values();
				System.arraycopy(some, 0, decoded.values(), decoded.offset(begin), some.length);
			});
			return decoded;
		}
	}
}
