/**
 * Experiments: many dictionaries learned from the same images, over methods, seeds or the values of a parameter, several
 * at once. What was learned once is kept in a folder ({@link io.github.sparsej.analyze.experiment.RunCache}) and read the next time.
 */
package io.github.sparsej.analyze.experiment;
