package io.github.sparsej.imagej;

import java.util.Arrays;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/**
 * All atoms of a dictionary side by side: near to a square, row by row, with borders of one pixel, each atom divided by
 * its largest absolute value, so that grey is 0 and the ends of the grey scale are -1 and 1. Channels and depth of the
 * atoms are channels and slices of the mosaic.
 */
public final class AtomMosaic {

	/** Borders and empty places are as bright as the brightest pixel. */
	private static final float BORDER = 1;

	private AtomMosaic() {}

	/** @param source calibration of the atoms */
	public static ImagePlus of(final String title, final Dictionary dictionary, final Calibration source) {
		return of(title, dictionary, source, (int) Math.ceil(Math.sqrt(dictionary.atomCount())));
	}

	/**
	 * @param source  calibration of the atoms
	 * @param columns atoms per row, at least 1
	 */
	public static ImagePlus of(final String title, final Dictionary dictionary, final Calibration source, final int columns) {
		if (columns < 1) throw new IllegalArgumentException("a mosaic needs at least 1 column, got " + columns);
		final PatchShape shape = dictionary.shape();
		final int rows = (dictionary.atomCount() + columns - 1) / columns;
		final int width = columns * (shape.width() + 1) + 1, height = rows * (shape.height() + 1) + 1;
		final float[][] planes = new float[shape.depth() * shape.channels()][width * height];
		for (final float[] plane : planes) Arrays.fill(plane, BORDER);
		for (int i = 0; i < dictionary.atomCount(); i++) {
			final float[] atom = dictionary.atom(i);
			float max = 0;
			for (final float value : atom) max = Math.max(max, Math.abs(value));
			final int corner = (i / columns * (shape.height() + 1) + 1) * width + i % columns * (shape.width() + 1) + 1;
			for (int j = 0; j < atom.length; j++) {
				final int x = j % shape.width(), y = j / shape.width() % shape.height(), plane = j / (shape.width() * shape.height());
				planes[plane][corner + y * width + x] = atom[j] / max;
			}
		}
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < shape.depth(); z++)
			for (int c = 0; c < shape.channels(); c++) stack.addSlice(null, planes[c * shape.depth() + z]);
		final ImagePlus mosaic = ResultImages.stack(title, stack, shape.channels(), shape.depth(), 1, source);
		mosaic.setDisplayRange(-1, 1);
		return mosaic;
	}
}
