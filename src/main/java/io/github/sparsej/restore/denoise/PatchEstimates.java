package io.github.sparsej.restore.denoise;

import java.util.Arrays;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.patch.PatchSums;

/**
 * What patches of unit noise are without it: each channel's mean, and the sparse code of what is left in the dictionary.
 * Patches that touch a pixel that is not finite have no estimate. Immutable and thread-safe; works on the calling thread alone.
 */
final class PatchEstimates {

	private final PreparedEncoder encoder;
	private final float[][] atoms;
	private final int channels;
	private final int length;

	PatchEstimates(final Dictionary dictionary, final DenoiseOptions options) {
		length = dictionary.signalLength();
		channels = dictionary.shape().channels();
		encoder = new BatchOmp(options.encoder(length), Parallel.SERIAL).prepare(dictionary);
		atoms = new float[dictionary.atomCount()][];
		for (int i = 0; i < atoms.length; i++) atoms[i] = dictionary.atom(i);
	}

	/**
	 * Adds the estimates of some patches to sums.
	 *
	 * @param image  with unit noise
	 * @param grid   over the image
	 * @param first  number of the first patch
	 * @param sums   of this grid
	 * @param usable counts the estimates that each pixel has; null where all patches have one
	 */
	void add(final Volume image, final PatchGrid grid, final int first, final int count, final PatchSums sums, final PatchSums usable) {
		final Signals patches = grid.cut(image, first, count);
		final float[] means = ChannelMeans.subtract(patches, channels);
		final SparseCodes codes = encoder.encode(patches, Progress.NONE);
		decode(codes, patches);
		sums.add(first, patches, row -> codes.nonzeros(row) > 0);
		if (usable != null) usable.addConstant(first, ChannelMeans.replaceBroken(means, channels));
		sums.addConstant(first, means);
	}

	/** Writes D a over the patches that have nonzeros. */
	private void decode(final SparseCodes codes, final Signals patches) {
		final int[] atom = new int[codes.nonzeros()];
		final float[] coefficient = new float[atom.length];
		for (int k = 0; k < atom.length; k++) {
			atom[k] = codes.atom(k);
			coefficient[k] = codes.coefficient(k);
		}
		final float[] estimate = new float[length];
		for (int row = 0; row < codes.count(); row++) {
			if (codes.nonzeros(row) == 0) continue;
			Arrays.fill(estimate, 0);
			RowCombination.add(coefficient, atom, codes.start(row), codes.start(row + 1), atoms, estimate);
			System.arraycopy(estimate, 0, patches.values(), patches.offset(row), length);
		}
	}
}
