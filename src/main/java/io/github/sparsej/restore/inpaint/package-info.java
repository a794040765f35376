/**
 * Missing pixels, told by the known ones around them (Elad, Sparse and Redundant Representations, 2010, chapter 15; Mairal, Elad
 * &amp; Sapiro, IEEE Trans. Image Processing 17, 2008):
 * <pre>
 * image with NaN where pixels are missing ({@link io.github.sparsej.restore.inpaint.MissingPixels})
 *   -&gt; {@link io.github.sparsej.restore.inpaint.KnownPatchSampler} -&gt; masked K-SVD -&gt; dictionary, if none is given
 *   -&gt; {@link io.github.sparsej.restore.inpaint.Inpainter}: all patches, their known means apart, coded by their known values
 *   -&gt; weighted mean of what overlapping patches tell of each missing pixel
 * </pre>
 * {@link io.github.sparsej.restore.inpaint.Inpainting} goes the whole way. Known pixels stay as they are, bit by bit.
 */
package io.github.sparsej.restore.inpaint;
