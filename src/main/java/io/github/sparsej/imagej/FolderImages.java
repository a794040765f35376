package io.github.sparsej.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.Opener;

/** The files of a folder as images, in the order of their names. */
public final class FolderImages {

	private FolderImages() {}

	/**
	 * All files but hidden ones, sorted by name.
	 *
	 * @param key the key that names the folder
	 * @throws IllegalArgumentException naming key and folder, if there is no such folder, it cannot be read or holds no file
	 */
	public static List<Path> files(final String key, final Path folder) {
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(key + "=[" + folder + "]: there is no such folder");
		final List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")).sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
		}
		catch (final IOException | UncheckedIOException e) {
			throw new IllegalArgumentException(key + "=[" + folder + "]: the folder cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
		if (files.isEmpty()) throw new IllegalArgumentException(key + "=[" + folder + "]: there are no files in this folder");
		return files;
	}

	/** The image in a file; null for a file that ImageJ cannot read. No window opens, and no message. */
	public static ImagePlus open(final Path file) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		try {
			final ImagePlus image = opener.openImage(file.toString());
			return image == null || image.getWidth() < 1 || image.getHeight() < 1 ? null : image;
		}
		catch (final RuntimeException damaged) { // a damaged file throws what it likes
			return null;
		}
	}
}
