package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Where a batch reads and writes. Refuses, before the long work, what would come to a bad end. */
final class BatchFolders {

	private BatchFolders() {}

	/**
	 * @param input      the folder that is read, as it really is
	 * @param subfolders whether folders in it are read too
	 * @param folders    those in the output that get results; the empty path for itself
	 * @return the output folder as it really is, which is made where it is missing
	 * @throws IllegalArgumentException if results would come to be read, or written over what is read
	 * @throws IOException              if one of the folders cannot be made or written
	 */
	static Path prepare(final Path input, final boolean subfolders, final Path output, final Set<Path> folders) throws IOException {
		if (Files.exists(output)) requireApart(input, subfolders, output.toRealPath());
		else requireApart(input, subfolders, real(output.toAbsolutePath().normalize()));
		final Path made = make(output).toRealPath();
		requireApart(input, subfolders, made);
		for (final Path folder : folders) requireWritable(made.resolve(folder), input, subfolders);
		return made;
	}

	private static void requireApart(final Path input, final boolean subfolders, final Path output) {
		if (output.equals(input)) throw new IllegalArgumentException("output=[" + output + "]: that is the input folder; results need another one");
		if (subfolders && output.startsWith(input)) throw new IllegalArgumentException("output=[" + output + "]: with subfolders=true it must not be inside of the input folder, where results would be read again");
	}

	/** What a path, of which the last parts are not there yet, will really be. */
	private static Path real(final Path path) throws IOException {
		final Path parent = path.getParent();
		if (parent == null || Files.exists(path)) return Files.exists(path) ? path.toRealPath() : path;
		return real(parent).resolve(path.getFileName());
	}

	private static Path make(final Path folder) throws IOException {
		try {
			return Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw new IOException("output=[" + folder + "]: the folder cannot be made: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
	}

	/** Checks a folder, or where it is missing the one that it will be made in. */
	private static void requireWritable(final Path folder, final Path input, final boolean subfolders) throws IOException {
		if (subfolders && folder.startsWith(input) || folder.equals(input)) throw new IllegalArgumentException("output: results would be written to " + folder + ", in the input folder");
		Path there = folder;
		while (!Files.exists(there)) there = there.getParent();
		if (!Files.isDirectory(there)) throw new IOException("results cannot be written to " + folder + ": " + there + " is a file");
		try {
			final Path probe = Files.createTempFile(there, ".sparsej", ".part");
			try {
				Files.write(probe, new byte[1 << 12]);
			}
			finally {
				Files.delete(probe);
			}
		}
		catch (final IOException e) {
			throw new IOException("results cannot be written to " + folder + ": " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
	}
}
