package io.github.sparsej.imagej.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import ij.ImagePlus;

import io.github.sparsej.store.WholeFile;

/** Pictures as PNG, as they look, never half written. */
public final class PngFiles {

	private PngFiles() {}

	/** @throws IOException naming the path and what is wrong with it */
	public static void save(final ImagePlus picture, final Path path) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) { // a cache in a file cannot be had while Java is ending
			ImageIO.write(picture.getBufferedImage(), "png", out);
		}
		WholeFile.write(path, bytes.toByteArray());
	}
}
