package io.github.sparsej.restore.denoise;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Require;

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
		Require.atLeastOne("atoms", atoms);
		Require.atLeastOne("patches", patches);
		Require.notNegative("iterations", iterations);
	}
}
