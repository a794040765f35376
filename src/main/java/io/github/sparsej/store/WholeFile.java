package io.github.sparsej.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are never half written. */
public final class WholeFile {

	private WholeFile() {}

	/**
	 * Writes a file under a temporary name in the same folder and then moves it, so that whatever happens there is the old
	 * file or the new one, whole.
	 *
	 * @throws IOException naming the path and what is wrong with it
	 */
	public static void write(final Path path, final byte[] bytes) throws IOException {
		final Path target = path.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new IOException(path + " cannot be written: there is no folder " + folder);
		if (Files.isDirectory(target)) throw new IOException(path + " cannot be written: it is a folder");
		final Path part = folder.resolve(target.getFileName() + ".part");
		try {
			Files.write(part, bytes);
			move(part, target);
		}
		catch (final IOException e) {
			Files.deleteIfExists(part);
			throw new IOException(path + " cannot be written: " + reason(e), e);
		}
	}

	private static void move(final Path part, final Path target) throws IOException {
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static String reason(final IOException e) {
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + " " + e.getMessage();
	}
}
