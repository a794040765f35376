/**
 * Patches: where they lie in an image, how they are cut from it, and how they are put together again.
 * <p>
 * {@link io.github.sparsej.patch.PatchGrid} covers an image completely, to process all of it; overlapping patches are put
 * back by {@link io.github.sparsej.patch.PatchAssembly}, which averages. {@link io.github.sparsej.patch.PatchSampler}
 * draws patches at random places, to learn from, of images that {@link io.github.sparsej.patch.RandomCrop} may have cut out. Both work on two or three dimensions and any number of channels, and
 * flatten a patch as {@link io.github.sparsej.model.PatchShape} says.
 */
package io.github.sparsej.patch;
