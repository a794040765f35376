package io.github.sparsej.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffDecoder;

import io.github.sparsej.store.WholeFile;

/** TIFF files of atom stacks and results, never half written, and checked before they are opened. */
public final class ModelFiles {

	private ModelFiles() {}

	/**
	 * Writes an image as a TIFF that ImageJ and others open; the file is never half written.
	 *
	 * @throws IOException naming the path and what is wrong with it
	 */
	public static void save(final ImagePlus image, final Path path) throws IOException {
		final byte[] bytes = new FileSaver(image).serialize();
		if (bytes == null) throw new IOException(path + " cannot be written: " + image.getTitle() + " is a virtual stack; duplicate it first");
		WholeFile.write(path, bytes);
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
		if (!TiffHeader.isWhole(file.toPath())) throw new IOException(path + " cannot be opened: its header is damaged, or the file is cut short");
		final FileInfo[] infos;
		try {
			infos = new TiffDecoder(file.getParent() + File.separator, file.getName()).getTiffInfo();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) { // a damaged header throws what it likes, or asks for any memory
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
