/**
 * The whole main job in one call, and ImageJ itself with SparseJ in its menu.
 */
package io.github.sparsej.imagej.job;
