/**
 * What is recorded of a dictionary while it is learned: measures of its codes, of the use of its atoms and of the atoms
 * themselves (Perrinet 2019), on random signals of those that are learned from.
 */
package io.github.sparsej.learn.record;
