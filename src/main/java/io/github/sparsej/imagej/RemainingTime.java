package io.github.sparsej.imagej;

/** How far work has come and how long the rest will take at the speed so far, in words: "37 %, 1 min 20 s left". */
public final class RemainingTime {

	/** Before this time the speed so far says little. */
	private static final double FIRST_ESTIMATE_SECONDS = 0.5;

	private final long begin;

	/** Time runs from now. */
	public RemainingTime() {
		this(System.nanoTime());
	}

	RemainingTime(final long beginNanos) {
		begin = beginNanos;
	}

	/**
	 * @param fraction share of the work that is done, 0 to 1
	 * @param nowNanos the time, of {@link System#nanoTime()}
	 */
	public String text(final double fraction, final long nowNanos) {
		final String share = Math.round(100 * fraction) + " %";
		final double elapsed = (nowNanos - begin) * 1e-9;
		if (fraction <= 0 || fraction >= 0.995 || elapsed < FIRST_ESTIMATE_SECONDS) return share;
		return share + ", " + duration(elapsed * (1 - fraction) / fraction) + " left";
	}

	private static String duration(final double seconds) {
		final long s = Math.max(1, Math.round(seconds));
		if (s < 60) return s + " s";
		if (s < 3600) return s / 60 + " min " + s % 60 + " s";
		return s / 3600 + " h " + s % 3600 / 60 + " min";
	}
}
