/**
 * The command line: the only package that prints. Its commands are made from what {@code imagej.bridge} tells of the SciJava
 * parameters, and run by it; picocli is used here alone.
 */
package io.github.sparsej.cli;
