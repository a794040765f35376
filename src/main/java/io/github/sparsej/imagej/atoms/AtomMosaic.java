package io.github.sparsej.imagej.atoms;

import java.util.Arrays;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.model.Dictionary;

/**
 * Atoms of a dictionary side by side with borders of one pixel, each atom divided by its largest absolute value, so that
 * grey is 0 and the ends of the grey scale are -1 and 1.
 */
public final class AtomMosaic {

	private AtomMosaic() {}

	/**
	 * All atoms in their order, near to a square.
	 *
	 * @param source calibration of the atoms
	 */
	public static ImagePlus of(final String title, final Dictionary dictionary, final Calibration source) {
		final int count = dictionary.atomCount();
		return of(title, dictionary, IntStream.range(0, count).toArray(), MosaicLayout.of(0, 0, count), source);
	}

	/**
	 * @param atoms  those shown (from 0), row by row, at most as many as there are places
	 * @param source calibration of the atoms
	 */
	public static ImagePlus of(final String title, final Dictionary dictionary, final int[] atoms, final MosaicLayout layout, final Calibration source) {
		return TileMosaic.of(title, dictionary.shape(), Arrays.stream(atoms).mapToObj(i -> scaled(dictionary.atom(i))).toList(), layout, 1, source);
	}

	private static float[] scaled(final float[] atom) {
		float max = 0;
		for (final float value : atom) max = Math.max(max, Math.abs(value));
		for (int j = 0; j < atom.length; j++) atom[j] /= max;
		return atom;
	}
}
