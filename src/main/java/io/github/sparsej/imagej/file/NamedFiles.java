package io.github.sparsej.imagej.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;

import io.github.sparsej.model.Progress;

/** Images in files that a user named. */
public final class NamedFiles {

	private NamedFiles() {}

	/**
	 * The image in a file of any format that ImageJ opens, titled by the file's name.
	 *
	 * @throws IOException naming the path and what is wrong with the file
	 */
	public static ImagePlus open(final Path path) throws IOException {
		if (!Files.isRegularFile(path)) throw new IOException(path + " cannot be opened: " + (Files.isDirectory(path) ? "it is a folder" : "there is no such file"));
		try {
			return ImageFiles.open(path, bytes -> {}, Progress.NONE); // what does not fit into the memory ends in an error that says so
		}
		catch (final IOException e) {
			throw new IOException(path + " cannot be opened: " + e.getMessage(), e);
		}
	}
}
