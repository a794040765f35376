package io.github.sparsej.restore;

import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.patch.PatchGrid;

/**
 * An image described by few atoms per patch: where the patches lie, their sparse codes, and their means, where the model
 * takes them away before encoding. Immutable and thread-safe.
 */
public final class ImageCode {

	private final PatchGrid grid;
	private final SparseCodes codes;
	private final float[] means;
	private final boolean linear;

	/**
	 * @param codes  one per patch of the grid
	 * @param means  one per patch, or none where whitening keeps them in the patches; taken over
	 * @param linear whether patches are sums of atoms ({@link EncoderSettings#isLinear} of the encoder that made the codes)
	 * @throws IllegalArgumentException if there are not as many codes or means as patches
	 */
	public ImageCode(final PatchGrid grid, final SparseCodes codes, final float[] means, final boolean linear) {
		if (codes.count() != grid.count() || means.length > 0 && means.length != grid.count())
			throw new IllegalArgumentException(grid.count() + " patches need as many codes and as many means or none, got " + codes.count() + " and " + means.length);
		this.grid = grid;
		this.codes = codes;
		this.means = means;
		this.linear = linear;
	}

	/** Where the patches lie. */
	public PatchGrid grid() {
		return grid;
	}

	/** One code per patch of the grid, in its order. Why each stopped is told by {@link SparseCodes#count(StopReason)}. */
	public SparseCodes codes() {
		return codes;
	}

	/** Whether the means of the patches are kept apart from their codes. */
	public boolean hasMeans() {
		return means.length > 0;
	}

	/** The mean of one patch of the filtered image, in grey values; 0 where means are not kept apart. */
	public float mean(final int patch) {
		return means.length == 0 ? 0 : means[patch];
	}

	/** Whether patches are sums of atoms; else the model's own encoder tells what sums of atoms stand for. */
	public boolean isLinear() {
		return linear;
	}

	/** False if the user stopped the encoding: then the remaining patches have empty codes and mean 0. */
	public boolean isComplete() {
		return codes.count(StopReason.CANCELLED) == 0;
	}
}
