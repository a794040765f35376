package io.github.sparsej.store;

import io.github.sparsej.model.PatchShape;

/**
 * What a model's text says of its atoms, which are not in it.
 *
 * @param shape     of the atoms
 * @param atomCount number of atoms p
 */
public record ModelHeader(PatchShape shape, int atomCount) {}
