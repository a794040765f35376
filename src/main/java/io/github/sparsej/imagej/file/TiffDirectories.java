package io.github.sparsej.imagej.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The directories of a TIFF file, looked at before ImageJ reads them: it would follow a damaged one in circles, or for as long as a damaged count says. */
final class TiffDirectories {

	private static final int ENTRY = 12, INLINE = 4, MAGIC = 42;

	/** Bytes of a value of each type (TIFF 6.0, section 2), from 0, which there is not. */
	private static final int[] SIZES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private final FileChannel file;
	private final ByteOrder order;

	private TiffDirectories(final FileChannel file, final ByteOrder order) {
		this.file = file;
		this.order = order;
	}

	/**
	 * Whether all that directories point to lies inside of the file, and none of them comes twice. Of a file that does not begin as a TIFF
	 * nothing is said.
	 *
	 * @throws IOException if the file cannot be read
	 */
	static boolean isWhole(final Path path) throws IOException {
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
			if (file.size() < 2 * INLINE) return true;
			final ByteBuffer begin = read(file, 0, 2 * INLINE);
			final ByteOrder order = begin.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			begin.order(order);
			if (begin.getShort(2) != MAGIC) return true;
			return new TiffDirectories(file, order).follow(Integer.toUnsignedLong(begin.getInt(INLINE)));
		}
	}

	private static ByteBuffer read(final FileChannel file, final long at, final int count) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(count);
		while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0);
		return bytes.rewind();
	}

	private boolean follow(final long first) throws IOException {
		final Set<Long> seen = new HashSet<>();
		long directory = first;
		while (directory != 0) {
			if (!seen.add(directory) || directory + Short.BYTES > file.size()) return false;
			final int entries = Short.toUnsignedInt(read(file, directory, Short.BYTES).order(order).getShort());
			final long next = directory + Short.BYTES + (long) ENTRY * entries;
			if (next + INLINE > file.size()) return false;
			final ByteBuffer all = read(file, directory + Short.BYTES, ENTRY * entries).order(order);
			for (int i = 0; i < entries; i++) if (!isInside(all, i * ENTRY)) return false;
			directory = Integer.toUnsignedLong(read(file, next, INLINE).order(order).getInt());
		}
		return true;
	}

	/** Whether the values of an entry lie inside of the file. */
	private boolean isInside(final ByteBuffer directory, final int entry) throws IOException {
		final int type = Short.toUnsignedInt(directory.getShort(entry + 2));
		final long bytes = Integer.toUnsignedLong(directory.getInt(entry + 4)) * (type < SIZES.length ? SIZES[type] : 1);
		return bytes <= INLINE || Integer.toUnsignedLong(directory.getInt(entry + 8)) + bytes <= file.size();
	}
}
