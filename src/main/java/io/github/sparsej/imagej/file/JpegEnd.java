package io.github.sparsej.imagej.file;

/** Whether a JPEG file is whole. Decoders fill up one that is cut short with grey, and say nothing. */
final class JpegEnd {

	private static final int MARKER = 0xff, START = 0xd8, END = 0xd9, FIRST_RESTART = 0xd0, LAST_RESTART = 0xd7, TEMPORARY = 0x01, SCAN = 0xda;

	private JpegEnd() {}

	/** Walks from segment to segment (ITU-T T.81, B.1), over thumbnails in them, to the mark of the end; what follows it does not matter. */
	static boolean isThere(final byte[] file) {
		int i = 0;
		while (i + 1 < file.length) {
			if (at(file, i) != MARKER) return false; // damaged, not cut
			final int marker = at(file, i + 1);
			if (marker == END) return true;
			if (marker == MARKER) i++; // fill
			else if (marker == START || marker == TEMPORARY || marker >= FIRST_RESTART && marker <= LAST_RESTART) i += 2;
			else {
				if (i + 3 >= file.length) return false;
				i += 2 + (at(file, i + 2) << 8 | at(file, i + 3));
				if (marker == SCAN) i = afterScan(file, i);
			}
		}
		return false;
	}

	/** The next marker after coded pixels, in which a 0 follows every 255 that is none. */
	private static int afterScan(final byte[] file, final int begin) {
		for (int i = begin; i + 1 < file.length; i++) {
			if (at(file, i) != MARKER) continue;
			final int next = at(file, i + 1);
			if (next != 0 && next != MARKER && (next < FIRST_RESTART || next > LAST_RESTART)) return i;
		}
		return file.length;
	}

	private static int at(final byte[] file, final int i) {
		return file[i] & 0xff;
	}
}
