/** Noise of images, and how to make it the same everywhere before it is removed ({@link io.github.sparsej.restore.noise.NoiseModel#stabilizer}). */
package io.github.sparsej.restore.noise;
