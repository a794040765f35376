package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By what is told whether a file has been changed.
 *
 * @param bytes its length
 * @param time  of its last change, as ISO 8601
 */
record FileStamp(String bytes, String time) {

	/** Of no file. */
	static final FileStamp NONE = new FileStamp("", "");

	static FileStamp of(final Path file) throws IOException {
		return new FileStamp(String.valueOf(Files.size(file)), Files.getLastModifiedTime(file).toInstant().toString());
	}
}
