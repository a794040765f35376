package io.github.sparsej.cli;

import java.io.PrintStream;

import io.github.sparsej.imagej.RemainingTime;
import io.github.sparsej.model.Progress;

/** Progress as lines in a terminal or a log: one when a step begins, one every second, one when it ends. */
final class TerminalProgress implements Progress {

	private static final long LINE_NANOS = 1_000_000_000L;

	private final PrintStream out;
	private String step = "";
	private RemainingTime remaining = new RemainingTime();
	private long printedAt;

	TerminalProgress(final PrintStream out) {
		this.out = out;
	}

	@Override
	public boolean report(final double fraction, final String what) {
		final long now = System.nanoTime();
		final boolean begins = !what.equals(step);
		if (begins) {
			step = what;
			remaining = new RemainingTime();
		}
		if (begins || now - printedAt >= LINE_NANOS) {
			out.println(what + ": " + remaining.text(fraction, now));
			printedAt = now;
		}
		return true;
	}
}
