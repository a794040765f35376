package io.github.sparsej.convolve;

import java.util.Arrays;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** Images that codes describe: the sum of all placed atoms times their coefficients, added in the order of the code, in float32. */
public final class Rebuilt {

	private Rebuilt() {}

	/**
	 * The image a code describes.
	 *
	 * @param dictionary of the code
	 * @param width      of the image, px
	 * @param height     of the image, px
	 * @throws IllegalArgumentException if the code has another number of atoms, or an atom lies outside
	 */
	public static Volume image(final PlacedAtoms code, final Dictionary dictionary, final int width, final int height) {
		final float[][] planes = new float[dictionary.shape().channels()][width * height];
		add(planes, width, height, code, dictionary, 1);
		return Volume.of(width, height, 1, planes.length, planes);
	}

	/** As {@link #image}, by one atom alone. */
	public static Volume only(final int atom, final PlacedAtoms code, final Dictionary dictionary, final int width, final int height) {
		return image(code.select(k -> k == atom), dictionary, width, height);
	}

	/** As {@link #image}, by all atoms but one. */
	public static Volume without(final int atom, final PlacedAtoms code, final Dictionary dictionary, final int width, final int height) {
		return image(code.select(k -> k != atom), dictionary, width, height);
	}

	/**
	 * What a code leaves of an image: the image less the placed atoms, one after another.
	 *
	 * @param image of depth 1 and as many channels as the atoms; not modified
	 */
	public static Volume residual(final Volume image, final PlacedAtoms code, final Dictionary dictionary) {
		Fit.require(image, dictionary.shape());
		final float[][] planes = Fit.copy(image);
		add(planes, image.width(), image.height(), code, dictionary, -1);
		return Volume.of(image.width(), image.height(), 1, planes.length, planes);
	}

	private static void add(final float[][] planes, final int width, final int height, final PlacedAtoms code, final Dictionary dictionary, final float sign) {
		if (code.atomCount() != dictionary.atomCount()) throw new IllegalArgumentException("a code of " + code.atomCount() + " atoms does not fit a dictionary of " + dictionary.atomCount());
		final PatchShape shape = dictionary.shape();
		final float[][] atoms = new float[dictionary.atomCount()][];
		Arrays.setAll(atoms, dictionary::atom);
		for (int i = 0; i < code.count(); i++) {
			if (code.x(i) > width - shape.width() || code.y(i) > height - shape.height())
				throw new IllegalArgumentException("placed atom " + i + " of " + shape + " pixels at (" + code.x(i) + ", " + code.y(i) + ") does not lie inside an image of " + width + " x " + height);
			Placement.add(planes, width, shape, atoms[code.atom(i)], code.y(i), code.x(i), sign * code.coefficient(i));
		}
	}
}
