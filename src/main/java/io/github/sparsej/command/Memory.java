package io.github.sparsej.command;

import java.util.Locale;

/** Refuses work that cannot fit, before it begins. */
final class Memory {

	private static final double MEGABYTE = 1 << 20;

	private Memory() {}

	/** Bytes that are not in use. */
	static long free() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
	}

	/**
	 * @param bytes  what the work will need beyond what is in use
	 * @param remedy what the user can do, for the message
	 * @throws IllegalArgumentException naming need, what is free and the remedy
	 */
	static void require(final long bytes, final String remedy) {
		final long free = free();
		if (bytes > free)
			throw new IllegalArgumentException(String.format(Locale.ROOT, "This needs %.0f MB of memory, %.0f MB are free: %s, or give ImageJ more in Edit>Options>Memory & Threads.", bytes / MEGABYTE, free / MEGABYTE, remedy));
	}
}
