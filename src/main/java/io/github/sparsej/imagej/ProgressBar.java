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

	/** What this is a step of; null for a bar of its own. */
	private final ProgressBar whole;
	private final Progress step;

	/** @param cancelled whether the surrounding command has been cancelled */
	public ProgressBar(final BooleanSupplier cancelled) {
		this.cancelled = cancelled;
		whole = null;
		step = null;
		IJ.resetEscape();
	}

	/** Tells another one too, who may stop the work: where ImageJ has no status bar. */
	public ProgressBar telling(final Progress other) {
		listener = other;
		return this;
	}

	private ProgressBar(final ProgressBar whole, final Progress step) {
		cancelled = whole.cancelled;
		this.whole = whole;
		this.step = step;
	}

	/**
	 * The part of this bar from {@code begin} to {@code end}, for a command that runs inside of another one.
	 *
	 * @param which stands before what that command says it does
	 */
	public ProgressBar step(final double begin, final double end, final String which) {
		final Progress part = part(begin, end);
		return new ProgressBar(this, (fraction, what) -> part.report(fraction, which + what));
	}

	@Override
	public boolean report(final double fraction, final String what) {
		if (step != null) return step.report(fraction, what);
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
		return whole == null ? stopped : whole.stopped();
	}

	@Override
	public void close() {
		if (whole != null) return;
		IJ.showProgress(1.0);
		IJ.showStatus(stopped ? "Stopped" : "");
	}
}
