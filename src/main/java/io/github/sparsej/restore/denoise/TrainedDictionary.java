package io.github.sparsej.restore.denoise;

import java.util.Optional;

import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.model.Dictionary;

/**
 * The dictionary of a denoising.
 *
 * @param dictionary of atoms for patches whose noise has standard deviation 1
 * @param learning   how it was learned; nothing where it was not: a dictionary that was given, cosines, and images without structure
 * @param patches    it was learned from
 * @param complete   false if the progress asked to stop before all was learned
 */
public record TrainedDictionary(Dictionary dictionary, Optional<LearnResult> learning, int patches, boolean complete) {}
