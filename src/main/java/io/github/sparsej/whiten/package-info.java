/**
 * What is done before encoding so that all parts of a signal weigh alike: natural images have most of their energy in low
 * frequencies, and a dictionary learned from them unchanged would describe little else.
 * <p>
 * Filters of whole images ({@link io.github.sparsej.model.ImageFilter}): {@link io.github.sparsej.whiten.OlshausenField},
 * {@link io.github.sparsej.whiten.ShlFilter}, {@link io.github.sparsej.whiten.ZcaFilter},
 * {@link io.github.sparsej.whiten.LocalContrastNormalization}, {@link io.github.sparsej.whiten.LocalMeanRemoval}. Transforms of patches
 * ({@link io.github.sparsej.model.Whitening}): {@link io.github.sparsej.whiten.PatchCentering}, {@link io.github.sparsej.whiten.ScalarCentering},
 * {@link io.github.sparsej.whiten.Standardization}, {@link io.github.sparsej.whiten.RangeNormalization},
 * {@link io.github.sparsej.whiten.PcaWhitening}, {@link io.github.sparsej.whiten.ZcaWhitening}, and several of them in a
 * {@link io.github.sparsej.whiten.WhiteningChain}. Each knows its inverse
 * where there is one, takes images of any size, and never spreads a NaN: a pixel that is not finite counts as the mean of
 * the others, and stays what it is in the result.
 */
package io.github.sparsej.whiten;
