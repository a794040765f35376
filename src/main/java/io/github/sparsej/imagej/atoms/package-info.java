/**
 * Dictionaries, networks and patches as image stacks, one slice an atom, and as mosaics in one picture.
 */
package io.github.sparsej.imagej.atoms;
