/**
 * Noise of images: how strong it is ({@link io.github.sparsej.restore.noise.NoiseLevel},
 * {@link io.github.sparsej.restore.noise.PoissonGaussianEstimate}), and how to make it the same everywhere before it is removed
 * ({@link io.github.sparsej.restore.noise.NoiseModel#stabilizer}).
 */
package io.github.sparsej.restore.noise;
