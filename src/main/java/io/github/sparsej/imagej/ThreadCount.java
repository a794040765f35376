package io.github.sparsej.imagej;

import ij.Prefs;

/** How many threads ImageJ is set to use (Edit > Options > Memory &amp; Threads), which is as many as commands use. */
public final class ThreadCount {

	private static final int MOST = 1024;

	private ThreadCount() {}

	public static int get() {
		return Math.max(1, Prefs.getThreads());
	}

	/**
	 * Sets it for as long as this ImageJ runs.
	 *
	 * @return what was set
	 * @throws IllegalArgumentException if it is no number of threads
	 */
	public static int set(final int threads) {
		if (threads < 1 || threads > MOST) throw new IllegalArgumentException("threads=" + threads + ": a whole number from 1 to " + MOST + " is needed");
		Prefs.setThreads(threads);
		return threads;
	}
}
