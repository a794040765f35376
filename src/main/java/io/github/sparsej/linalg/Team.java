package io.github.sparsej.linalg;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that stay at hand for many short loops one after another, each of which needs the one before: a {@link Parallel} starts
 * its threads anew for every loop, which takes as long as a loop of a hundred thousand operations.
 * <p>
 * Chunks and what they promise are those of {@link Parallel}. Between loops the threads stay awake for some microseconds and then
 * sleep; a loop never waits for a thread that has not woken, as the calling thread does what no other has begun. For one calling
 * thread, which must close it.
 */
public final class Team implements AutoCloseable {

	/** Looks for a loop, or for its end, before a thread gives way: about 50 us, more than lies between loops that follow each other. */
	private static final int LOOKS = 1000;

	private final Helper[] helpers;
	private volatile Loop current;
	private volatile boolean closed;

	public Team(final Parallel parallel) {
		helpers = new Helper[parallel.threads() - 1];
		for (int i = 0; i < helpers.length; i++) {
			helpers[i] = new Helper("SparseJ-team-" + (i + 1));
			helpers[i].start();
		}
	}

	/**
	 * Runs the body on all chunks of items 0 to {@code count - 1} and returns when all are done. What a body throws is thrown here, of
	 * several the first, after all chunks have ended.
	 */
	public void forChunks(final int count, final int chunk, final Parallel.Body body) {
		if (chunk < 1) throw new IllegalArgumentException("a chunk must hold at least 1 item, got " + chunk);
		final Loop loop = new Loop(count, chunk, body);
		if (loop.chunks > 1) call(loop);
		loop.work();
		loop.await();
	}

	private void call(final Loop loop) {
		current = loop;
		for (final Helper helper : helpers) if (helper.asleep) LockSupport.unpark(helper);
	}

	/** Lets the threads end. */
	@Override
	public void close() {
		closed = true;
		for (final Helper helper : helpers) LockSupport.unpark(helper);
	}

	private final class Helper extends Thread {

		private volatile boolean asleep;

		Helper(final String name) {
			super(name);
			setDaemon(true);
		}

		@Override
		public void run() {
			Loop last = null;
			for (int looks = 0; !closed; looks++) {
				final Loop loop = current;
				if (loop != last) {
					loop.work();
					last = loop;
					looks = 0;
				}
				else if (looks < LOOKS) Thread.onSpinWait();
				else {
					sleep(last);
					looks = 0;
				}
			}
		}

		/** Says that it sleeps first, and then looks once more: whoever calls in between sees that it must be woken. */
		private void sleep(final Loop last) {
			asleep = true;
			if (current == last && !closed) LockSupport.park(Team.this);
			asleep = false;
		}
	}

	private static final class Loop {

		private final int count;
		private final int chunk;
		private final int chunks;
		private final Parallel.Body body;
		private final AtomicInteger next = new AtomicInteger();
		private final AtomicInteger ended = new AtomicInteger();
		private final AtomicReference<Throwable> failure = new AtomicReference<>();

		Loop(final int count, final int chunk, final Parallel.Body body) {
			this.count = count;
			this.chunk = chunk;
			this.body = body;
			chunks = (int) (((long) count + chunk - 1) / chunk);
		}

		void work() {
			for (int i = next.getAndIncrement(); i < chunks; i = next.getAndIncrement()) {
				final int begin = (int) ((long) i * chunk);
				try {
					body.run(begin, (int) Math.min(count, (long) begin + chunk));
				}
				catch (final RuntimeException | Error e) {
					failure.compareAndSet(null, e);
				}
				ended.incrementAndGet();
			}
		}

		void await() {
			for (int looks = 0; ended.get() < chunks; looks++) {
				if (looks < LOOKS) Thread.onSpinWait();
				else Thread.yield();
			}
			final Throwable cause = failure.get();
			if (cause instanceof Error e) throw e;
			if (cause != null) throw (RuntimeException) cause;
		}
	}
}
