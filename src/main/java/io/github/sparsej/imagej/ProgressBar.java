package io.github.sparsej.imagej;

import java.util.function.BooleanSupplier;

import ij.IJ;

import io.github.sparsej.model.Progress;

/**
 * Progress in ImageJ's status bar: what is done, how far, and the time left. Asks the work to stop when Esc is pressed or
 * when the command was cancelled. To be closed when the work ends, however it ends, so that the bar disappears.
 */
public final class ProgressBar implements Progress, AutoCloseable {

	private static final long UPDATE_NANOS = 100_000_000L;

	private final BooleanSupplier cancelled;
	private final RemainingTime remaining = new RemainingTime();
	private long shownAt;
	private boolean stopped;
	private Progress listener = Progress.NONE;

	/** @param cancelled whether the surrounding command has been cancelled */
	public ProgressBar(final BooleanSupplier cancelled) {
		this.cancelled = cancelled;
		IJ.resetEscape();
	}

	/** Tells another one too, who may stop the work: where ImageJ has no status bar. */
	public ProgressBar telling(final Progress other) {
		listener = other;
		return this;
	}

	@Override
	public boolean report(final double fraction, final String what) {
		if (stopped || IJ.escapePressed() || cancelled.getAsBoolean() || !listener.report(fraction, what)) {
			stopped = true;
			return false;
		}
		final long now = System.nanoTime();
		if (now - shownAt >= UPDATE_NANOS) {
			shownAt = now;
			IJ.showProgress(fraction);
			IJ.showStatus(what + ": " + remaining.text(fraction, now) + " (Esc to stop)");
		}
		return true;
	}

	/** Whether the user asked to stop. */
	public boolean stopped() {
		return stopped;
	}

	@Override
	public void close() {
		IJ.showProgress(1.0);
		IJ.showStatus(stopped ? "Stopped" : "");
	}
}
