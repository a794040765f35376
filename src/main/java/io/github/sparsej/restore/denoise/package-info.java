/**
 * Denoising images by sparse codes of overlapping patches (Elad &amp; Aharon, IEEE TIP 15, 2006).
 * <p>
 * {@link io.github.sparsej.restore.denoise.Denoising} is the whole way for a series of images: one dictionary for all, learned from patches
 * of the noisy images ({@link io.github.sparsej.restore.denoise.DenoiseMethod}) or given, and every image denoised with it, one
 * after another. {@link io.github.sparsej.restore.denoise.PatchDenoiser} denoises one image with a dictionary:
 * <pre>
 * image -&gt; strips of rows -&gt; unit noise -&gt; patches less their means -&gt; orthogonal matching pursuit to the level of the noise
 *       -&gt; sums of overlapping estimates -&gt; weighted mean with the noisy image -&gt; grey values
 * </pre>
 * Strips keep memory bounded and threads busy. Noise is that of {@link io.github.sparsej.restore.noise}: where it is the noise of
 * photons, patches are coded behind the Anscombe transform, and faint images are denoised at several scales.
 */
package io.github.sparsej.restore.denoise;
