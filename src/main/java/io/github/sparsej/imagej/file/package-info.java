/**
 * Images, models and pictures in files: opened in any format without a dialog, and written whole or not at all.
 */
package io.github.sparsej.imagej.file;
