package io.github.sparsej.linalg;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.sparsej.model.Progress;

/**
 * Work that cannot be asked to stop, as that of a library: a thread of its own does it, and whoever waits for it leaves when the progress
 * asks to stop. Then the work goes on unheard until its end, and what it holds is free only then.
 */
public final class Unstoppable {

	/** Between two questions to the progress. */
	private static final long POLL_MILLIS = 50;

	private Unstoppable() {}

	/**
	 * What the work makes, or throws.
	 *
	 * @param work     must change nothing that others see
	 * @param fraction how far all has come, for the progress
	 * @throws CancellationException if the progress asked to stop
	 */
	public static <T> T call(final Supplier<T> work, final Progress progress, final double fraction, final String what) {
		if (progress == Progress.NONE) return work.get();
		final FutureTask<T> task = new FutureTask<>(work::get);
		final Thread thread = new Thread(task, "SparseJ-unstoppable");
		thread.setDaemon(true);
		thread.start();
		boolean interrupted = false;
		try {
			while (true) try {
				return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				if (!progress.report(fraction, what)) throw new CancellationException();
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof Error error) throw error;
				throw (RuntimeException) e.getCause(); // a supplier throws no others
			}
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}
}
