package io.github.sparsej.learn.homeostasis;

/** Gains of their logarithms. */
final class Exponentials {

	/** Gains from exp(-600) to exp(600): all are finite and above 0, far beyond what an encoder's scores in float32 can tell. */
	private static final double LARGEST = 600;

	private Exponentials() {}

	/** @param logs overwritten, and returned as gains */
	static double[] of(final double[] logs) {
		for (int i = 0; i < logs.length; i++) logs[i] = Math.exp(Math.max(-LARGEST, Math.min(LARGEST, logs[i])));
		return logs;
	}
}
