package io.github.sparsej.imagej.plot;

import io.github.sparsej.model.LearningCurve;

/**
 * The curve of one run in a plot of several.
 *
 * @param group what its runs have in common (a homeostasis, say), for the legend: runs of a group share a colour
 * @param curve of one run
 */
public record NamedCurve(String group, LearningCurve curve) {}
