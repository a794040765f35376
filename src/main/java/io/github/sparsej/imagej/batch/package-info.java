/**
 * Folders of images worked through file by file: which files, what their results are called, what is done already
 * ({@link io.github.sparsej.imagej.batch.BatchTable}), and the loop over them that survives bad files and interruptions.
 */
package io.github.sparsej.imagej.batch;
