package io.github.sparsej.command;

import java.io.IOException;
import java.nio.file.Path;

import ij.ImagePlus;

import io.github.sparsej.imagej.file.ImageFiles;
import io.github.sparsej.model.Progress;

/** A file that a command works on instead of the active image. */
final class SourceFile {

	private SourceFile() {}

	/**
	 * The image in a file; asks first whether it fits into the memory.
	 *
	 * @throws IOException                                 saying what is wrong with the file, without its name
	 * @throws IllegalArgumentException                    naming need and what is free
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	static ImagePlus open(final Path file, final Progress progress) throws IOException {
		return ImageFiles.open(file, bytes -> Memory.require(bytes, "crop the image, or open it as a virtual stack and work on it by hand"), progress);
	}
}
