package io.github.sparsej.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.github.sparsej.imagej.RemainingTime;
import io.github.sparsej.model.Progress;

/** Progress as texts, one when a step begins and then one in every interval: "Learning: 37 %, 1 min 20 s left". */
final class TerminalProgress implements Progress {

	private final Consumer<String> show;
	private final long intervalNanos;
	private final BooleanSupplier stop;
	private RemainingTime remaining = new RemainingTime();
	private double reached = Double.POSITIVE_INFINITY;
	private long shownAt;

	/**
	 * @param show          gets the texts
	 * @param intervalNanos from one text to the next
	 * @param stop          whether the work shall end
	 */
	TerminalProgress(final Consumer<String> show, final long intervalNanos, final BooleanSupplier stop) {
		this.show = show;
		this.intervalNanos = intervalNanos;
		this.stop = stop;
	}

	@Override
	public boolean report(final double fraction, final String what) {
		final long now = System.nanoTime();
		final boolean begins = fraction < reached; // every step counts from 0
		if (begins) remaining = new RemainingTime();
		reached = fraction;
		if (begins || now - shownAt >= intervalNanos) {
			show.accept(what + ": " + remaining.text(fraction, now));
			shownAt = now;
		}
		return !stop.getAsBoolean();
	}
}
