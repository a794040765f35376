package io.github.sparsej.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffDecoder;

/** TIFF files of atom stacks and results, never half written, and checked before they are opened. */
public final class ModelFiles {

	private ModelFiles() {}

	/**
	 * Writes an image as a TIFF that ImageJ and others open. It is written under a temporary name in the same folder and
	 * then moved, so that whatever happens there is the old file or the new one, whole.
	 *
	 * @throws IOException naming the path and what is wrong with it
	 */
	public static void save(final ImagePlus image, final Path path) throws IOException {
		final Path target = path.toAbsolutePath();
		final Path folder = target.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new IOException(path + " cannot be written: there is no folder " + folder);
		if (Files.isDirectory(target)) throw new IOException(path + " cannot be written: it is a folder");
		final byte[] bytes = new FileSaver(image).serialize();
		if (bytes == null) throw new IOException(path + " cannot be written: " + image.getTitle() + " is a virtual stack; duplicate it first");
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

	/**
	 * Opens a TIFF written here or by ImageJ.
	 *
	 * @throws IOException naming the path and what is wrong with the file: missing, no TIFF, cut short
	 */
	public static ImagePlus open(final Path path) throws IOException {
		final File file = path.toAbsolutePath().toFile();
		if (!file.isFile()) throw new IOException(path + " cannot be opened: there is no such file");
		final long missing = missingBytes(path, file);
		if (missing > 0) throw new IOException(path + " cannot be opened: the file is cut short, " + missing + " bytes are missing");
		final ImagePlus image = new Opener().openTiff(file.getParent() + File.separator, file.getName());
		if (image == null) throw new IOException(path + " cannot be opened: it is no TIFF that ImageJ reads");
		return image;
	}

	/** By how much the file is shorter than its header promises. */
	private static long missingBytes(final Path path, final File file) throws IOException {
		final FileInfo[] infos;
		try {
			infos = new TiffDecoder(file.getParent() + File.separator, file.getName()).getTiffInfo();
		}
		catch (final IOException | RuntimeException e) { // a damaged header throws what it likes
			throw new IOException(path + " cannot be opened: it is no TIFF, or its header is damaged", e);
		}
		if (infos == null || infos.length == 0) throw new IOException(path + " cannot be opened: it is no TIFF");
		long end = 0;
		for (final FileInfo info : infos) {
			if (info.width < 1 || info.height < 1) throw new IOException(path + " cannot be opened: its header is damaged");
			if (info.compression > FileInfo.COMPRESSION_NONE || info.fileType == FileInfo.BITMAP || info.fileType == FileInfo.GRAY12_UNSIGNED) continue; // pixels of no whole number of bytes
			final long slice = (long) info.width * info.height * info.getBytesPerPixel();
			end = Math.max(end, info.getOffset() + Math.max(1, info.nImages) * (slice + info.getGap()) - info.getGap());
		}
		return Math.max(0, end - file.length());
	}
}
