package io.github.sparsej.testing;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import io.github.sparsej.model.Volume;

/** The sample images of the jar as tests of the core see them: without ImageJ. */
public final class SampleImages {

	private SampleImages() {}

	/** @param name file name without {@code .png}; grey values 0 to 255 */
	public static Volume open(final String name) {
		try {
			final Raster raster = ImageIO.read(SampleImages.class.getResource("/samples/" + name + ".png")).getRaster();
			return Volume.plane(raster.getWidth(), raster.getHeight(), raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, new float[raster.getWidth() * raster.getHeight()]));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The square of that side in the middle, or all of an image that is smaller. */
	public static Volume open(final String name, final int side) {
		final Volume image = open(name);
		final int width = Math.min(side, image.width()), height = Math.min(side, image.height());
		return image.crop((image.width() - width) / 2, (image.height() - height) / 2, width, height);
	}
}
