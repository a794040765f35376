package io.github.sparsej.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are never half written. */
public final class WholeFile {

	private static final int BUFFER = 1 << 16;

	private WholeFile() {}

	/** What is written. */
	@FunctionalInterface
	public interface Content {
		void writeTo(OutputStream out) throws IOException;
	}

	/** Writes bytes; see {@link #write(Path, Content)}. */
	public static void write(final Path path, final byte[] bytes) throws IOException {
		write(path, out -> out.write(bytes));
	}

	/**
	 * Writes a file under a temporary name in the same folder and then moves it, so that whatever happens there is the old
	 * file or the new one, whole.
	 *
	 * @throws IOException naming the path and what is wrong with it
	 */
	public static void write(final Path path, final Content content) throws IOException {
		final Path target = path.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new IOException(path + " cannot be written: there is no folder " + folder);
		if (Files.isDirectory(target)) throw new IOException(path + " cannot be written: it is a folder");
		final Path part = folder.resolve(target.getFileName() + ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
				content.writeTo(out);
			}
			move(part, target);
		}
		catch (final IOException e) {
			throw new IOException(path + " cannot be written: " + reason(e), e);
		}
		finally {
			Files.deleteIfExists(part); // there only if it could not be written or moved
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
