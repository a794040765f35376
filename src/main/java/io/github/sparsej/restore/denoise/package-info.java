/** Denoising. */
package io.github.sparsej.restore.denoise;
