package io.github.sparsej.linalg;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do one thing after another: to wake one that waits takes some microseconds, to start a new one ten times as long,
 * and on a busy machine milliseconds, until it first gets its turn. Those that have waited for a second end. Thread-safe.
 */
final class Crew {

	private static final long PATIENCE_NANOSECONDS = 1_000_000_000L;

	/** Those that wait, the last one first. */
	private final Deque<Member> idle = new ConcurrentLinkedDeque<>();

	/** Has a thread do this, soon. */
	void run(final Runnable task) {
		final Member member = idle.pollFirst();
		if (member == null) new Member(task).start();
		else {
			member.task = task;
			LockSupport.unpark(member);
		}
	}

	private final class Member extends Thread {

		private volatile Runnable task;

		Member(final Runnable first) {
			super("SparseJ");
			setDaemon(true);
			task = first;
		}

		@Override
		public void run() {
			do {
				task.run();
				task = null;
				idle.addFirst(this);
			}
			while (isAsked());
		}

		/** Waits for something to do; false after long. Who is no longer among the idle is about to be told what. */
		private boolean isAsked() {
			final long end = System.nanoTime() + PATIENCE_NANOSECONDS;
			while (task == null) {
				final long left = end - System.nanoTime();
				if (left > 0) LockSupport.parkNanos(Crew.this, left);
				else if (idle.remove(this)) return false;
				else Thread.onSpinWait();
				Thread.interrupted(); // would end every wait at once
			}
			return true;
		}
	}
}
