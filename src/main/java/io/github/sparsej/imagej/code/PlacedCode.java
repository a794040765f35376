package io.github.sparsej.imagej.code;

import java.util.List;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.model.PatchShape;

/**
 * What is known of the code of an image's slices by placed atoms.
 *
 * @param codes  of each slice, at least one, of the same atoms
 * @param width  of what was encoded, px
 * @param height of it, px
 * @param shape  of the atoms
 * @param layer  of the network whose atoms they are, from 1
 * @param masked whether the code refers to the atoms times their mask, made unit vectors again
 */
public record PlacedCode(List<PlacedAtoms> codes, int width, int height, PatchShape shape, int layer, boolean masked) {

	public PlacedCode {
		codes = List.copyOf(codes);
		if (codes.isEmpty()) throw new IllegalArgumentException("a code is of at least one image");
	}

	/** Atoms of the dictionary. */
	public int atomCount() {
		return codes.get(0).atomCount();
	}

	/** Places along x. */
	public int columns() {
		return width - shape.width() + 1;
	}

	/** Places along y. */
	public int rows() {
		return height - shape.height() + 1;
	}

	/** Bytes of the maps of all slices. */
	public long bytesOfMaps() {
		return (long) Float.BYTES * columns() * rows() * atomCount() * codes.size();
	}
}
