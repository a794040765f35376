package io.github.sparsej.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import ij.ImagePlus;

import io.github.sparsej.store.WholeFile;

/** Pictures as PNG, as they look, never half written. */
public final class PngFiles {

	private PngFiles() {}

	/** @throws IOException naming the path and what is wrong with it */
	public static void save(final ImagePlus picture, final Path path) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(picture.getBufferedImage(), "png", bytes);
		WholeFile.write(path, bytes.toByteArray());
	}
}
