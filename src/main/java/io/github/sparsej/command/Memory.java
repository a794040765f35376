package io.github.sparsej.command;

import java.util.Locale;

/** Refuses work that cannot fit, before it begins. */
final class Memory {

	private static final double MEGABYTE = 1 << 20;

	/** How much more must be free than is filled: large arrays leave gaps between them. */
	private static final double GAPS = 4.0 / 3;

	private static final String MORE = "or give ImageJ more in Edit>Options>Memory & Threads.";

	private Memory() {}

	/** Bytes that are not in use, once what nothing refers to is collected. */
	static long free() {
		System.gc();
		return notInUse();
	}

	private static long notInUse() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
	}

	/** What is to be said when work that seemed to fit did not. */
	static String exhausted() {
		final double most = Runtime.getRuntime().maxMemory() / MEGABYTE;
		return String.format(Locale.ROOT, "There is not enough memory: this needs more than the %.0f MB that are free of the %.0f MB ImageJ may use. Nothing was changed; work on a part of the image, with fewer or smaller patches or fewer atoms, %s", free() / MEGABYTE, most, MORE);
	}

	/** Whether so many bytes are free; collects only where it has to. */
	static boolean has(final double bytes) {
		return GAPS * bytes <= notInUse() || GAPS * bytes <= free();
	}

	/**
	 * @param bytes  what the work will need beyond what is in use
	 * @param remedy what the user can do, for the message
	 * @throws IllegalArgumentException naming need, what is free and the remedy
	 */
	static void require(final long bytes, final String remedy) {
		if (!has(bytes))
			throw new IllegalArgumentException(String.format(Locale.ROOT, "This needs %.0f MB of memory, %.0f MB are free: %s, %s", GAPS * bytes / MEGABYTE, notInUse() / MEGABYTE, remedy, MORE));
	}
}
