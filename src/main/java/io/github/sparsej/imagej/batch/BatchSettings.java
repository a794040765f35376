package io.github.sparsej.imagej.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short text that stands for what results depend on besides the file. */
public final class BatchSettings {

	private static final int BYTES = 8;

	private BatchSettings() {}

	/** The first digits of the SHA-256 of all lines. */
	public static String digest(final List<String> lines) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), 0, BYTES);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}
}
