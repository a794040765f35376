package io.github.sparsej.linalg;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Require;

/**
 * Loops cut into fixed chunks that are handed out to a number of threads as they become free.
 * <p>
 * The chunks depend on the caller's chunk size alone, never on the number of threads: a body that writes only to places
 * of its own chunk gives the same bits on 1 and on 64 threads. For a reduction, let every chunk fill a slot of its own
 * and add the slots in order afterwards. Immutable and thread-safe.
 */
public final class Parallel {

	/** The calling thread alone. */
	public static final Parallel SERIAL = new Parallel(1);

	/** Work on the items from {@code begin} (inclusive) to {@code end} (exclusive), which are one chunk. */
	@FunctionalInterface
	public interface Body {
		void run(int begin, int end);
	}

	private final int threads;
	private final Crew crew = new Crew();

	private Parallel(final int threads) {
		this.threads = threads;
	}

	/** @param threads number of threads, the calling one included, at least 1 */
	public static Parallel of(final int threads) {
		Require.atLeastOne("the number of threads", threads);
		return threads == 1 ? SERIAL : new Parallel(threads);
	}

	public int threads() {
		return threads;
	}

	/** Runs the body on all chunks of items 0 to {@code count - 1} and returns when all are done. */
	public void forChunks(final int count, final int chunk, final Body body) {
		forChunks(count, chunk, Progress.NONE, "", body);
	}

	/**
	 * Runs the body on all chunks, or until the progress asks to stop: then no new chunk begins. What a body throws is
	 * thrown here, after all chunks that had begun have ended; of several the one of the earliest chunk that failed. Threads that
	 * have not begun any are not waited for, as on a busy machine a thread may be slow to start.
	 *
	 * @param progress asked by the calling thread between its chunks
	 * @return false if stopped before all chunks were done
	 */
	public boolean forChunks(final int count, final int chunk, final Progress progress, final String what, final Body body) {
		if (chunk < 1) throw new IllegalArgumentException("a chunk must hold at least 1 item, got " + chunk);
		final int chunks = (int) (((long) count + chunk - 1) / chunk);
		final Loop loop = new Loop(count, chunk, chunks, body);
		try {
			for (int i = 1; i < Math.min(threads, chunks); i++) crew.run(() -> loop.work(Progress.NONE, what));
		}
		catch (final OutOfMemoryError e) {
			// no more threads are to be had: those there are do the work
		}
		loop.work(progress, what);
		loop.await();
		loop.rethrow();
		return loop.done.get() == chunks;
	}

	private static final class Loop {

		private record Failure(int chunk, Throwable cause) {}

		/** Looks for the end of the others' chunks before the calling thread sleeps: some microseconds. */
		private static final int LOOKS = 1000;
		/** More than there can be chunks, with room for all threads to count on. */
		private static final int NO_MORE = Integer.MAX_VALUE - (1 << 16);

		private final int count;
		private final int chunk;
		private final int chunks;
		private final Body body;
		private final AtomicInteger next = new AtomicInteger();
		private final AtomicInteger done = new AtomicInteger();
		private final AtomicInteger ended = new AtomicInteger();
		private volatile Thread waiting;
		private final AtomicBoolean stopped = new AtomicBoolean();
		private final AtomicReference<Failure> failure = new AtomicReference<>();

		Loop(final int count, final int chunk, final int chunks, final Body body) {
			this.count = count;
			this.chunk = chunk;
			this.chunks = chunks;
			this.body = body;
		}

		void work(final Progress progress, final String what) {
			while (!stopped.get()) {
				try {
					if (!progress.report(chunks == 0 ? 1 : (double) done.get() / chunks, what)) {
						stopped.set(true);
						return;
					}
				}
				catch (final RuntimeException | Error e) {
					fail(-1, e);
					return;
				}
				final int i = next.getAndIncrement();
				if (i >= chunks) return;
				final int begin = (int) ((long) i * chunk);
				try {
					body.run(begin, (int) Math.min(count, (long) begin + chunk));
					done.incrementAndGet();
				}
				catch (final RuntimeException | Error e) {
					fail(i, e);
				}
				ended.incrementAndGet();
				LockSupport.unpark(waiting);
			}
		}

		/** Lets no other chunk begin, and waits for those that have begun. */
		void await() {
			final int begun = Math.min(chunks, next.getAndSet(NO_MORE));
			for (int looks = 0; looks < LOOKS && ended.get() < begun; looks++) Thread.onSpinWait();
			boolean interrupted = false;
			waiting = Thread.currentThread();
			while (ended.get() < begun) {
				LockSupport.park(this);
				interrupted |= Thread.interrupted();
			}
			if (interrupted) Thread.currentThread().interrupt();
		}

		private void fail(final int i, final Throwable cause) {
			stopped.set(true);
			failure.accumulateAndGet(new Failure(i, cause), (old, now) -> old == null || now.chunk < old.chunk ? now : old);
		}

		void rethrow() {
			final Failure f = failure.get();
			if (f == null) return;
			if (f.cause instanceof Error e) throw e;
			throw (RuntimeException) f.cause;
		}
	}
}
