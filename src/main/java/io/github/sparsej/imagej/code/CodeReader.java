package io.github.sparsej.imagej.code;

import ij.ImagePlus;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.patch.PatchGrid;

/** The slices of a code image being read, those of one of its images. */
final class CodeReader {

	private final ImagePlus image;
	/** Slices of the images before. */
	private final int before;
	private final PatchGrid grid;
	private final int perLayer;
	private final int atomCount;

	/** @param number of the image whose code is read, from 0 */
	CodeReader(final ImagePlus image, final int number, final PatchGrid grid, final int perLayer, final int atomCount) {
		this.image = image;
		before = number * perLayer * grid.layers();
		this.grid = grid;
		this.perLayer = perLayer;
		this.atomCount = atomCount;
	}

	/** One slice of all layers, one value a patch. */
	float[] plane(final int slice) {
		final int positions = grid.columns() * grid.rows();
		final float[] values = new float[grid.count()];
		for (int layer = 0; layer < grid.layers(); layer++)
			System.arraycopy(image.getStack().getProcessor(before + layer * perLayer + slice + 1).convertToFloatProcessor().getPixels(), 0, values, layer * positions, positions);
		return values;
	}

	/** @param most slices of atoms, and of coefficients */
	SparseCodes compact(final int most) {
		final float[][] atoms = new float[most][], coefficients = new float[most][];
		for (int k = 0; k < most; k++) {
			atoms[k] = plane(k);
			coefficients[k] = plane(most + k);
		}
		return build(most, (patch, k) -> atoms[k][patch] - 1, (patch, k) -> coefficients[k][patch]);
	}

	SparseCodes maps() {
		final float[][] coefficients = new float[atomCount][];
		for (int k = 0; k < atomCount; k++) coefficients[k] = plane(k);
		return build(atomCount, (patch, k) -> coefficients[k][patch] == 0 ? -1 : k, (patch, k) -> coefficients[k][patch]);
	}

	private interface Slot {
		float of(int patch, int k);
	}

	/** @param atom atom (from 0) in slot k of a patch, or -1 where the slot is empty */
	private SparseCodes build(final int slots, final Slot atom, final Slot coefficient) {
		final SparseCodesBuilder codes = new SparseCodesBuilder(atomCount, grid.count());
		final int[] atoms = new int[slots];
		final float[] coefficients = new float[slots];
		for (int patch = 0; patch < grid.count(); patch++) {
			int used = 0;
			for (int k = 0; k < slots; k++) {
				final float number = atom.of(patch, k);
				if (number == -1) continue;
				final int found = (int) number;
				if (found != number || found < 0 || found >= atomCount || !Float.isFinite(coefficient.of(patch, k)))
					throw new IllegalArgumentException(image.getTitle() + " has been changed: patch " + (patch + 1) + " has atom " + (number + 1) + " with coefficient " + coefficient.of(patch, k) + "; atoms are whole numbers up to " + atomCount);
				int place = used++; // insertion keeps the atoms rising
				for (; place > 0 && atoms[place - 1] > found; place--) {
					atoms[place] = atoms[place - 1];
					coefficients[place] = coefficients[place - 1];
				}
				atoms[place] = found;
				coefficients[place] = coefficient.of(patch, k);
			}
			codes.append(atoms, coefficients, 0, used, StopReason.MAX_NONZEROS);
		}
		return codes.build();
	}
}
