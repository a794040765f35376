/**
 * Homeostasis: rules that watch how often each atom is used and tell the encoder's selection how to treat all atoms
 * fairly (Perrinet 2019, "An adaptive homeostatic algorithm for the unsupervised learning of visual features").
 */
package io.github.sparsej.learn.homeostasis;
