package io.github.sparsej.linalg;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/**
 * Tasks of which each may need some of those before it, in one parallel loop: threads begin the tasks in their order, and wait
 * where what a task needs has begun but is not done. Where little work lies between two points at which threads must meet, that
 * takes less time than a {@link Parallel} loop for each, which starts its threads anew. What is computed does not depend on the
 * number of threads, if every task needs all those that write what it reads.
 */
public final class OrderedTasks {

	/** Looks for the end of a task before a thread gives way to others: some microseconds. */
	private static final int LOOKS = 200;

	private OrderedTasks() {}

	/**
	 * Runs all tasks and returns when they are done. What one throws is thrown here; tasks not yet begun are left out then.
	 *
	 * @param needs for each task the numbers of the tasks that must be done before, all below its own; not modified
	 * @param task  does the task of a number
	 * @throws IllegalArgumentException if a task needs itself or a later one
	 */
	public static void run(final int[][] needs, final IntConsumer task, final Parallel parallel) {
		for (int i = 0; i < needs.length; i++)
			for (final int before : needs[i]) if (before < 0 || before >= i) throw new IllegalArgumentException("task " + i + " can only need tasks before it, not " + before);
		final AtomicIntegerArray ended = new AtomicIntegerArray(needs.length);
		final AtomicBoolean failed = new AtomicBoolean();
		parallel.forChunks(needs.length, 1, (i, end) -> {
			boolean done = false;
			try {
				for (final int before : needs[i]) await(ended, before);
				if (!failed.get()) task.accept(i);
				done = true;
			}
			finally {
				// Whatever happened: others may wait for this one.
				if (!done) failed.set(true);
				ended.set(i, 1);
			}
		});
	}

	private static void await(final AtomicIntegerArray ended, final int task) {
		for (int looks = 0; ended.get(task) == 0; looks++) {
			if (looks < LOOKS) Thread.onSpinWait();
			else Thread.yield();
		}
	}
}
