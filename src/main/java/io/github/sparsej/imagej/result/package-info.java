/**
 * Numbers and pixels as results: rows and tables, images with calibration, labels and display range.
 */
package io.github.sparsej.imagej.result;
