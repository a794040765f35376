package io.github.sparsej.imagej.plot;

/**
 * What one run with one value of a parameter came to.
 *
 * @param group     what its runs have in common (a homeostasis, say), for the legend
 * @param parameter value of the parameter
 * @param value     of the quantity that is plotted against it
 */
public record ScanPoint(String group, double parameter, double value) {}
