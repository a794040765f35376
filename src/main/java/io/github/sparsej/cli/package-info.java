/** The command line: the only package that prints. */
package io.github.sparsej.cli;
