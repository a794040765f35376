/**
 * Homeostasis: rules that watch how often each atom is used and tell the encoder's selection how to treat all atoms
 * fairly (Perrinet 2019, "An adaptive homeostatic algorithm for the unsupervised learning of visual features").
 * <p>
 * {@link io.github.sparsej.learn.homeostasis.HomeostasisKind} knows all of them by the names of menus and macros. Each keeps
 * the same running means, of activity and of quantile functions; what differs is how an encoder selects by them.
 */
package io.github.sparsej.learn.homeostasis;
