package io.github.sparsej.analyze.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.github.sparsej.model.Progress;

/**
 * Long pieces of work, several at once. The calling thread does none of them: it asks the progress many times a second, and
 * hands over results as they come, in the order of the work, so that nothing depends on which piece was faster.
 */
final class RunPool<T> {

	/** A piece of work: empty if it was stopped. */
	@FunctionalInterface
	interface Work<T> {
		Optional<T> perform(Progress progress);
	}

	/** Between two questions to the progress. */
	private static final long POLL_MILLIS = 50;

	private final List<Piece> pieces = new ArrayList<>();
	private volatile boolean stop;
	private volatile String latest = "";

	/** @param name what the progress says when this piece begins */
	void add(final String name, final Work<T> work) {
		pieces.add(new Piece(name, work));
	}

	/**
	 * Does all pieces, or until the progress asks to stop: then those under way are stopped. What a piece throws is
	 * thrown here after all threads have ended, and stops the others; of several it is the first in the order of the work. So is
	 * what those throw who listen.
	 *
	 * @param atOnce   most pieces at once, at least 1
	 * @param finished is given each result by the calling thread
	 * @return false if stopped before all pieces were done
	 */
	boolean perform(final int atOnce, final Consumer<T> finished, final Progress progress) {
		final ExecutorService threads = Executors.newFixedThreadPool(atOnce, work -> {
			final Thread thread = new Thread(work, "SparseJ-run");
			thread.setDaemon(true);
			return thread;
		});
		final List<Future<Optional<T>>> results = pieces.stream().map(threads::submit).toList();
		threads.shutdown();
		Throwable failure = null;
		boolean complete = true;
		for (final Future<Optional<T>> result : results) {
			try {
				final Optional<T> value = await(result, progress);
				value.ifPresent(finished);
				complete &= value.isPresent();
			}
			catch (final ExecutionException e) {
				stop = true;
				if (failure == null) failure = e.getCause();
			}
			catch (final RuntimeException | Error e) { // of those who listen
				stop = true;
				if (failure == null) failure = e;
			}
		}
		if (failure instanceof Error error) throw error;
		if (failure instanceof RuntimeException exception) throw exception;
		return complete;
	}

	private Optional<T> await(final Future<Optional<T>> result, final Progress progress) throws ExecutionException {
		boolean interrupted = false;
		try {
			while (true) try {
				return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				if (!progress.report(pieces.stream().mapToDouble(piece -> piece.fraction).sum() / pieces.size(), latest)) stop = true;
			}
			catch (final InterruptedException e) {
				interrupted = true;
				stop = true;
			}
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private final class Piece implements Callable<Optional<T>>, Progress {

		private final String name;
		private final Work<T> work;
		private volatile double fraction;

		Piece(final String name, final Work<T> work) {
			this.name = name;
			this.work = work;
		}

		@Override
		public Optional<T> call() {
			if (stop) return Optional.empty();
			latest = name;
			try {
				final Optional<T> result = work.perform(this);
				fraction = 1;
				return result;
			}
			catch (final CancellationException stopped) {
				return Optional.empty();
			}
		}

		@Override
		public boolean report(final double now, final String what) {
			fraction = now;
			return !stop;
		}
	}
}
