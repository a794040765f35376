package io.github.sparsej.imagej.file;

import java.io.File;
import java.io.IOException;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/** What the header of a TIFF file promises, before its pixels are read. */
final class TiffHeader {

	private final FileInfo[] infos;
	private final long fileLength;

	private TiffHeader(final FileInfo[] infos, final long fileLength) {
		this.infos = infos;
		this.fileLength = fileLength;
	}

	/** @throws IOException saying what is wrong with the file, without its name */
	static TiffHeader of(final File file) throws IOException {
		if (!TiffDirectories.isWhole(file.toPath())) throw new IOException("its header is damaged, or the file is cut short");
		final FileInfo[] infos;
		try {
			infos = new TiffDecoder(file.getParent() + File.separator, file.getName()).getTiffInfo();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) { // a damaged header throws what it likes, or asks for any memory
			throw new IOException("it is no TIFF, or its header is damaged", e);
		}
		if (infos == null || infos.length == 0) throw new IOException("it is no TIFF");
		for (final FileInfo info : infos) if (info.width < 1 || info.height < 1) throw new IOException("its header is damaged");
		return new TiffHeader(infos, file.length());
	}

	/** By how much the file is shorter than its header promises. */
	long missingBytes() {
		long end = 0;
		for (final FileInfo info : infos) end = Math.max(end, end(info));
		return Math.max(0, end - fileLength);
	}

	/** What the pixels take in memory. */
	long pixelBytes() {
		long bytes = 0;
		for (final FileInfo info : infos) bytes += Math.max(1, info.nImages) * slice(info);
		return bytes;
	}

	private static long slice(final FileInfo info) {
		return (long) info.width * info.height * info.getBytesPerPixel();
	}

	/** Where its pixels end in the file; 0 where the header does not tell. */
	private static long end(final FileInfo info) {
		final boolean strips = info.stripOffsets != null && info.stripLengths != null && info.stripOffsets.length == info.stripLengths.length && info.stripOffsets.length > 1;
		if (strips && info.nImages <= 1) {
			long end = 0;
			for (int i = 0; i < info.stripOffsets.length; i++) end = Math.max(end, Integer.toUnsignedLong(info.stripOffsets[i]) + Integer.toUnsignedLong(info.stripLengths[i]));
			return end;
		}
		if (info.compression > FileInfo.COMPRESSION_NONE || info.fileType == FileInfo.BITMAP || info.fileType == FileInfo.GRAY12_UNSIGNED) return 0; // pixels of no whole number of bytes
		return info.getOffset() + Math.max(1, info.nImages) * (slice(info) + info.getGap()) - info.getGap();
	}
}
