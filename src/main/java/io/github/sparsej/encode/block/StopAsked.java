package io.github.sparsej.encode.block;

import java.util.function.BooleanSupplier;

import io.github.sparsej.model.Progress;

/**
 * Asks a progress whether to stop while one signal is encoded too: the thread that made this asks, as a progress is asked by
 * that alone, and the others hear of the answer. Once asked to stop, it stays so. Thread-safe.
 */
final class StopAsked implements Progress, BooleanSupplier {

	private final Progress progress;
	private final Thread asking = Thread.currentThread();
	private volatile boolean stopped;
	private double fraction;
	private String what = "";

	StopAsked(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public boolean report(final double newFraction, final String newWhat) {
		fraction = newFraction;
		what = newWhat;
		if (!stopped && !progress.report(newFraction, newWhat)) stopped = true;
		return !stopped;
	}

	@Override
	public boolean getAsBoolean() {
		return Thread.currentThread() == asking ? !report(fraction, what) : stopped;
	}
}
