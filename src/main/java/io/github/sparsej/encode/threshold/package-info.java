/**
 * Encoders that threshold correlations with the atoms: once ({@link io.github.sparsej.encode.threshold.Threshold},
 * {@link io.github.sparsej.encode.threshold.TopK}), which is as fast as encoding can be, or again and again until the code
 * explains the signal ({@link io.github.sparsej.encode.threshold.IterativeHardThresholding},
 * {@link io.github.sparsej.encode.threshold.Lca}).
 */
package io.github.sparsej.encode.threshold;
