package io.github.sparsej.imagej.atoms;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.PatchShape;

/**
 * Tiles of one shape side by side, with white borders of one pixel. Channels and depth of the tiles are channels and slices
 * of the mosaic.
 */
final class TileMosaic {

	private TileMosaic() {}

	/**
	 * @param tiles   at most as many as there are places, the others stay white; not modified
	 * @param largest value (above 0) that is white or, with positive values dark, black; grey is 0
	 * @param source  calibration of the tiles
	 * @throws IllegalArgumentException if it would be too large for an image
	 */
	static ImagePlus of(final String title, final PatchShape shape, final List<float[]> tiles, final MosaicLayout layout, final double largest, final Calibration source) {
		final int stepX = shape.width() + 1, stepY = shape.height() + 1, width = layout.columns() * stepX + 1;
		final long pixels = ((long) layout.rows() * stepY + 1) * ((long) layout.columns() * stepX + 1);
		if (pixels > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("a mosaic of " + layout.columns() + " x " + layout.rows() + " tiles of " + shape + " is too large for an image");
		final float[][] planes = new float[shape.depth() * shape.channels()][(int) pixels];
		for (final float[] plane : planes) Arrays.fill(plane, (float) (layout.positiveDark() ? -largest : largest));
		for (int i = 0; i < tiles.size(); i++) {
			final int corner = (i / layout.columns() * stepY + 1) * width + i % layout.columns() * stepX + 1;
			for (int plane = 0; plane < planes.length; plane++)
				for (int y = 0; y < shape.height(); y++)
					System.arraycopy(tiles.get(i), (plane * shape.height() + y) * shape.width(), planes[plane], corner + y * width, shape.width());
		}
		final ImageStack stack = new ImageStack(width, (int) (pixels / width));
		for (int z = 0; z < shape.depth(); z++)
			for (int c = 0; c < shape.channels(); c++) stack.addSlice(null, planes[c * shape.depth() + z]);
		final ImagePlus mosaic = ResultImages.stack(title, stack, shape.channels(), shape.depth(), 1, source);
		if (layout.positiveDark()) invert(mosaic);
		ResultImages.setDisplayRange(mosaic, -largest, largest);
		return mosaic;
	}

	/** From white to black, channel by channel: colours would not add up. */
	private static void invert(final ImagePlus mosaic) {
		final LUT dark = LUT.createLutFromColor(Color.WHITE).createInvertedLut();
		if (mosaic instanceof CompositeImage composite) {
			composite.setMode(CompositeImage.COLOR);
			for (int c = 1; c <= mosaic.getNChannels(); c++) composite.setChannelLut(dark, c);
		}
		else mosaic.setLut(dark);
	}
}
