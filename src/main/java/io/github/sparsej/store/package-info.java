/**
 * The text that goes with a dictionary's atoms in a model file: {@link io.github.sparsej.store.ModelJson} writes all of a
 * model but its atoms as JSON, and reads it back against the atoms found. {@link io.github.sparsej.store.WholeFile} writes files that are never
 * half written.
 */
package io.github.sparsej.store;
