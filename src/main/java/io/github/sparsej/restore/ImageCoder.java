package io.github.sparsej.restore;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.whiten.PatchMeans;

/**
 * Encodes whole images with a model ({@link ImageDecoder} puts them together again):
 * <pre>
 * image -&gt; filter -&gt; patches on a grid -&gt; whitening -&gt; encoder -&gt; {@link ImageCode}
 * </pre>
 * Patches go through in blocks, so that memory beyond the image and its codes does not grow with the image. Images may have several slices
 * and channels; channels as many as the atoms. The result does not depend on the number of threads. Immutable and
 * thread-safe.
 */
public final class ImageCoder {

	/** Values of all patches in a block: a few MB. */
	private static final int VALUES_PER_BLOCK = 1 << 21;

	static final int PATCHES_PER_CHUNK = 512;

	private final SparseModel model;
	private final PreparedEncoder encoder;
	private final boolean linear;
	private final int stride;
	private final Parallel parallel;

	/** A coder with the encoder of the model. */
	public ImageCoder(final SparseModel model, final int stride, final Parallel parallel) {
		this(model, model.encoder(), stride, parallel);
	}

	/**
	 * @param encoder instead of the model's own
	 * @param stride  distance of neighbouring patches, px, from 1 to the patch's longest side
	 */
	public ImageCoder(final SparseModel model, final EncoderSettings encoder, final int stride, final Parallel parallel) {
		this.model = model;
		this.encoder = Encoders.create(encoder, model.homeostasis(), parallel).prepare(model.dictionary());
		this.linear = encoder.isLinear();
		this.stride = stride;
		this.parallel = parallel;
	}

	/** The image as the model sees it, which a reconstruction approximates. */
	public Volume filter(final Volume image) {
		return image.filter(model.filter());
	}

	/**
	 * The codes of all patches of an image.
	 *
	 * @param image    not modified
	 * @param progress where it asks to stop, the remaining patches get empty codes, and the result is not complete
	 * @throws IllegalArgumentException if pixels are NaN or infinite (naming how many), the image is smaller than a patch,
	 *                                  or has another number of channels
	 */
	public ImageCode encode(final Volume image, final Progress progress) {
		requireFinite(image);
		final PatchGrid grid = PatchGrid.covering(image.width(), image.height(), image.depth(), model.shape(), stride);
		final Volume filtered = filter(image);
		final float[] means = new float[model.whitening().removesPatchMeans() ? grid.count() : 0];
		final SparseCodesBuilder all = new SparseCodesBuilder(model.dictionary().atomCount(), grid.count());
		final int perBlock = patchesPerBlock(model);
		for (int first = 0; first < grid.count(); first += perBlock) {
			final int count = Math.min(perBlock, grid.count() - first);
			final double begin = (double) first / grid.count();
			final double end = ((double) first + count) / grid.count();
			final SparseCodes codes = encoder.encode(whiten(filtered, grid, first, count, means), (fraction, what) -> progress.report(begin + (end - begin) * fraction, "Encoding image"));
			all.append(codes);
			if (codes.count(StopReason.CANCELLED) > 0) break;
		}
		return new ImageCode(grid, all.build(), means, linear);
	}

	/** How many patches of a model's shape go through together. */
	static int patchesPerBlock(final SparseModel model) {
		return Math.max(1, VALUES_PER_BLOCK / model.shape().length());
	}

	private Signals whiten(final Volume filtered, final PatchGrid grid, final int first, final int count, final float[] means) {
		final Signals block = Signals.zeros(count, model.shape().length());
		parallel.forChunks(count, PATCHES_PER_CHUNK, (begin, end) -> {
			final Signals patches = grid.cut(filtered, first + begin, end - begin);
			if (means.length > 0) System.arraycopy(PatchMeans.of(patches), 0, means, first + begin, end - begin);
			System.arraycopy(model.whitening().apply(patches).values(), 0, block.values(), block.offset(begin), (end - begin) * block.length());
		});
		return block;
	}

	private static void requireFinite(final Volume image) {
		long broken = 0;
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++)
				for (final float pixel : image.plane(z, c)) if (!Float.isFinite(pixel)) broken++;
		if (broken > 0) throw new IllegalArgumentException("the image has " + broken + " pixels that are NaN or infinite, which cannot be encoded: replace them first");
	}
}
