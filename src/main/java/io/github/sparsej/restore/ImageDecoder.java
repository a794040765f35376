package io.github.sparsej.restore;

import java.util.Optional;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchAssembly;
import io.github.sparsej.patch.PatchGrid;

/**
 * Puts whole images together from their codes:
 * <pre>
 * {@link ImageCode} -&gt; codes x dictionary (of a network's code its {@link EncoderSettings#output output}) -&gt; whitening inverted, + patch means -&gt; mean of overlapping patches -&gt; image
 * </pre>
 * Where whitening keeps only some pixels of a patch (a disc), each pixel is the mean of the patches that keep it, and 0 where
 * none does. The model's filter is not inverted: what comes back is to be compared with {@link ImageCoder#filter the filtered image}.
 * Patches go through in blocks, as in {@link ImageCoder}. Immutable and thread-safe.
 */
public final class ImageDecoder {

	private final SparseModel model;
	private final Parallel parallel;

	public ImageDecoder(final SparseModel model, final Parallel parallel) {
		this.model = model;
		this.parallel = parallel;
	}

	/**
	 * The image that codes of this model stand for, in the space of the filtered image.
	 *
	 * @return nothing if the progress asked to stop
	 * @throws IllegalArgumentException if the codes are of other patches or of another number of atoms, naming both, or of a
	 *                                  network that the model does not have
	 */
	public Optional<Volume> decode(final ImageCode code, final Progress progress) {
		final PatchGrid grid = code.grid();
		if (!grid.shape().equals(model.shape())) throw new IllegalArgumentException("a code of patches of " + grid.shape() + " cannot be decoded with atoms of " + model.shape());
		if (code.codes().atomCount() != model.dictionary().atomCount())
			throw new IllegalArgumentException("a code in " + code.codes().atomCount() + " atoms cannot be decoded with a dictionary of " + model.dictionary().atomCount());
		if (!code.isLinear() && model.encoder().isLinear())
			throw new IllegalArgumentException("the code was made by a network, whose patches are more than sums of atoms, and cannot be decoded with a model of encoder " + model.encoder().name() + ": use the dictionary it was made with, as it was saved");
		final PatchAssembly assembly = new PatchAssembly(grid, model.whitening()::keeps);
		final int perBlock = ImageCoder.patchesPerBlock(model);
		for (int first = 0; first < grid.count(); first += perBlock) {
			if (!progress.report((double) first / grid.count(), "Assembling image")) return Optional.empty();
			assembly.add(first, patches(code, first, Math.min(perBlock, grid.count() - first)));
		}
		return Optional.of(assembly.result());
	}

	private Signals patches(final ImageCode code, final int first, final int count) {
		final Signals block = Signals.zeros(count, model.shape().length());
		parallel.forChunks(count, ImageCoder.PATCHES_PER_CHUNK, (begin, end) -> {
			final Signals patches = model.whitening().invert(output(code, code.codes().rows(first + begin, end - begin).decode(model.dictionary())));
			for (int i = begin; i < end; i++)
				for (int j = 0, from = patches.offset(i - begin), to = block.offset(i); j < block.length(); j++)
					block.values()[to + j] = patches.values()[from + j] + code.mean(first + i);
		});
		return block;
	}

	private Signals output(final ImageCode code, final Signals sums) {
		return code.isLinear() ? sums : model.encoder().output(sums);
	}
}
