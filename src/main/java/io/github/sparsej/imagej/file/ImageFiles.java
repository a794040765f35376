package io.github.sparsej.imagej.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.AVI_Reader;

import io.github.sparsej.model.Progress;

/** Files as images: all that this ImageJ opens, in Fiji also by Bio-Formats. No window opens, and no dialog. */
public final class ImageFiles {

	/** How often progress is asked whether to go on while a file is read. */
	private static final long ASK_MILLISECONDS = 50;
	/** Of a pixel of PNG, JPEG, GIF and BMP files: as they are decoded, and as ImageJ keeps them. */
	private static final long DECODED_BYTES = 8;

	private ImageFiles() {}

	/**
	 * What the image in a file takes in memory, as far as its header tells it; else the length of the file.
	 *
	 * @throws IOException saying what is wrong with the file, without its name
	 */
	public static long bytesNeeded(final Path file) throws IOException {
		final String path = file.toAbsolutePath().toString();
		if (Files.size(file) == 0) throw new IOException("the file is empty");
		return switch (new Opener().getFileType(path)) {
			case Opener.TIFF, Opener.TIFF_AND_DICOM -> tiffBytes(file);
			case Opener.JPEG -> jpegBytes(file);
			case Opener.PNG, Opener.GIF, Opener.BMP -> decodedBytes(file);
			default -> Files.size(file);
		};
	}

	private static long decodedBytes(final Path file) throws IOException {
		return Math.max(Files.size(file), pixels(file) * DECODED_BYTES);
	}

	private static long jpegBytes(final Path file) throws IOException {
		if (!JpegEnd.isThere(Files.readAllBytes(file))) throw new IOException("the file is cut short");
		return decodedBytes(file);
	}

	private static long tiffBytes(final Path file) throws IOException {
		final TiffHeader header;
		try {
			header = TiffHeader.of(file.toAbsolutePath().toFile());
		}
		catch (final IOException e) {
			if (hasBioFormats()) return Files.size(file); // which reads kinds of TIFF that ImageJ does not
			throw e;
		}
		final long missing = header.missingBytes();
		if (missing > 0) throw new IOException("the file is cut short, " + missing + " bytes are missing");
		return header.pixelBytes();
	}

	private static long pixels(final Path file) {
		try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) return 0;
			final ImageReader reader = readers.next();
			try {
				reader.setInput(stream);
				return (long) reader.getWidth(0) * reader.getHeight(0);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException damaged) { // opening it will tell
			return 0;
		}
	}

	/**
	 * The image in a file, titled by the file's name. ImageJ cannot be interrupted while it reads: where the progress asks to stop, the thread
	 * that reads is left to itself.
	 *
	 * @param need gets the {@link #bytesNeeded} before the file is read, and throws where there are not so many
	 * @throws IOException           saying what is wrong with the file, without its name
	 * @throws CancellationException if the progress asks to stop
	 */
	public static ImagePlus open(final Path file, final LongConsumer need, final Progress progress) throws IOException {
		need.accept(bytesNeeded(file));
		final FutureTask<ImagePlus> reading = new FutureTask<>(() -> read(file));
		final Thread reader = new Thread(reading, "SparseJ reads " + file.getFileName());
		reader.setDaemon(true);
		reader.setContextClassLoader(Thread.currentThread().getContextClassLoader());
		try (ReaderErrors quiet = new ReaderErrors()) {
			reader.start();
			return await(reading, file, progress);
		}
	}

	private static ImagePlus await(final FutureTask<ImagePlus> reading, final Path file, final Progress progress) throws IOException {
		while (true) {
			try {
				final ImagePlus image = reading.get(ASK_MILLISECONDS, TimeUnit.MILLISECONDS);
				image.setTitle(file.getFileName().toString());
				return image;
			}
			catch (final TimeoutException stillReading) {
				if (!progress.report(0, "reading")) throw new CancellationException("stopped while a file was read");
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("stopped while a file was read");
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof IOException reason) throw reason;
				if (e.getCause() instanceof OutOfMemoryError error) throw error;
				throw new IOException("it is no image that ImageJ reads, or damaged", e.getCause());
			}
		}
	}

	private static ImagePlus read(final Path file) throws IOException {
		final String path = file.toAbsolutePath().toString();
		final Opener opener = new Opener();
		final int type = opener.getFileType(path);
		opener.setSilentMode(true);
		ImagePlus image = switch (type) {
			case Opener.AVI -> AVI_Reader.open(path, false); // the Opener would show a dialog
			case Opener.UNKNOWN, Opener.TEXT -> openUnknown(opener, path);
			default -> opener.openImage(path);
		};
		if (!isImage(image) && type != Opener.UNKNOWN && type != Opener.TEXT && hasBioFormats()) image = Opener.openUsingBioFormats(path);
		if (!isImage(image)) throw new IOException("it is no image that ImageJ reads");
		return image;
	}

	/** Of what ImageJ does not know: text images by their name, all else by Bio-Formats (without its dialog), or by readers that ImageJ has got. */
	private static ImagePlus openUnknown(final Opener opener, final String path) {
		if (path.endsWith(".txt") || path.endsWith(".csv")) return opener.openImage(path);
		return hasBioFormats() ? Opener.openUsingBioFormats(path) : opener.openWithHandleExtraFileTypes(path, new int[1]);
	}

	private static boolean hasBioFormats() {
		try {
			return IJ.getClassLoader() != null && IJ.getClassLoader().loadClass("loci.plugins.BF") != null;
		}
		catch (final ClassNotFoundException plainImageJ) {
			return false;
		}
	}

	private static boolean isImage(final ImagePlus image) {
		return image != null && image.getWidth() > 0 && image.getHeight() > 0 && image.getStackSize() > 0;
	}
}
