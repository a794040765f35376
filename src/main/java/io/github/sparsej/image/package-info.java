/**
 * ImgLib2 images to arrays and back, for scripts and for Fiji's n-dimensional images: whole images
 * ({@link io.github.sparsej.image.ImgVolumes}), their patches without a copy of the image
 * ({@link io.github.sparsej.image.ImgPatches}), filters with mirrored borders ({@link io.github.sparsej.image.ImgFilters}).
 * <p>
 * ImgLib2 does not say what a dimension is: every method takes an {@link io.github.sparsej.image.AxisOrder}. Images may
 * begin anywhere and hold any real type; pixels become float32. What comes back begins at 0 in every dimension.
 */
package io.github.sparsej.image;
