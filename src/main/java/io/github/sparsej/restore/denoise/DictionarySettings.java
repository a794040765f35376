package io.github.sparsej.restore.denoise;

import io.github.sparsej.model.PatchShape;

/**
 * Where the dictionary of a denoising comes from.
 *
 * @param method     any but {@link DenoiseMethod#DICTIONARY}, which learns nothing
 * @param shape      of the patches; its channels are those that are denoised together
 * @param atoms      at least 1
 * @param patches    noisy patches to learn from, of all images together, at least 1; fewer where there are fewer places
 * @param iterations sweeps of K-SVD, or passes over the patches of online learning; 0 leaves the cosines that learning begins with
 * @param seed       of all random draws
 */
public record DictionarySettings(DenoiseMethod method, PatchShape shape, int atoms, int patches, int iterations, long seed) {

	public DictionarySettings {
		if (method == null || method == DenoiseMethod.DICTIONARY) throw new IllegalArgumentException("a dictionary is learned by K-SVD or online or made of cosines, got " + method);
		if (shape == null) throw new IllegalArgumentException("the shape of the patches is missing");
		if (atoms < 1) throw new IllegalArgumentException("atoms must be at least 1, got " + atoms);
		if (patches < 1) throw new IllegalArgumentException("patches must be at least 1, got " + patches);
		if (iterations < 0) throw new IllegalArgumentException("iterations must be 0 or more, got " + iterations);
	}
}
