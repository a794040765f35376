package io.github.sparsej.imagej.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

import io.github.sparsej.store.WholeFile;

/** TIFF files of atom stacks and results, never half written, and checked before they are opened. */
public final class ModelFiles {

	private ModelFiles() {}

	/**
	 * Writes an image as a TIFF that ImageJ and others open, with its labels, properties, selection and overlay; the file is never half written.
	 *
	 * @throws IOException naming the path and what is wrong with it
	 */
	public static void save(final ImagePlus image, final Path path) throws IOException {
		if (image.getStack().isVirtual()) throw new IOException(path + " cannot be written: " + image.getTitle() + " is a virtual stack; duplicate it first");
		final FileInfo info = info(image);
		WholeFile.write(path, out -> new TiffEncoder(info).write(out));
	}

	/** All that File &gt; Save As &gt; Tiff writes. (FileSaver.serialize leaves properties out, in which codes and whitened images keep what they are.) */
	private static FileInfo info(final ImagePlus image) {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		info.description = saver.getDescriptionString();
		info.info = image.getInfoProperty();
		info.properties = image.getPropertiesAsArray();
		info.sliceLabels = image.getStack().getSliceLabels();
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		info.overlay = FileSaver.getOverlay(image);
		if (image.isComposite()) saver.saveDisplayRangesAndLuts(image, info);
		return info;
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

	private static long missingBytes(final Path path, final File file) throws IOException {
		try {
			return TiffHeader.of(file).missingBytes();
		}
		catch (final IOException e) {
			throw new IOException(path + " cannot be opened: " + e.getMessage(), e);
		}
	}
}
