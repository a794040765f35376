package io.github.sparsej.patch;

import io.github.sparsej.model.Require;

/**
 * @param count        patches to draw, of all images together, at least 1
 * @param selection    which ones
 * @param oversampling how many times too many are drawn where {@link PatchSelection#HIGH_CONTRAST} chooses, at least 1
 * @param seed         of all random draws
 */
public record PatchSamplerOptions(int count, PatchSelection selection, int oversampling, long seed) {

	/** The oversampling with which the results of sparse Hebbian learning were obtained. */
	public static final int DEFAULT_OVERSAMPLING = 8;

	public PatchSamplerOptions {
		Require.atLeastOne("the number of patches", count);
		if (selection == null) throw new IllegalArgumentException("a selection is needed: UNIFORM or HIGH_CONTRAST");
		Require.atLeastOne("oversampling", oversampling);
	}

	/** Patches from places of equal chance. */
	public static PatchSamplerOptions uniform(final int count, final long seed) {
		return new PatchSamplerOptions(count, PatchSelection.UNIFORM, DEFAULT_OVERSAMPLING, seed);
	}

	/** The patches of largest standard deviation among {@value #DEFAULT_OVERSAMPLING} times as many. */
	public static PatchSamplerOptions highContrast(final int count, final long seed) {
		return new PatchSamplerOptions(count, PatchSelection.HIGH_CONTRAST, DEFAULT_OVERSAMPLING, seed);
	}
}
