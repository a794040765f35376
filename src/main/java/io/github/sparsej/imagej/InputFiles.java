package io.github.sparsej.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;

/** Images in files that a user named. */
public final class InputFiles {

	private InputFiles() {}

	/**
	 * The image in a file of any format that ImageJ opens, titled by the file's name. A TIFF is checked to be whole.
	 *
	 * @throws IOException naming the path and what is wrong with the file
	 */
	public static ImagePlus open(final Path path) throws IOException {
		if (!Files.isRegularFile(path)) throw new IOException(path + " cannot be opened: " + (Files.isDirectory(path) ? "it is a folder" : "there is no such file"));
		if (path.toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) return ModelFiles.open(path);
		final ImagePlus image = IJ.openImage(path.toString());
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1) throw new IOException(path + " cannot be opened: ImageJ does not know this kind of image");
		return image;
	}
}
