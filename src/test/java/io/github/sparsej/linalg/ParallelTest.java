package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;

class ParallelTest {

	@Test
	void everyChunkIsDoneOnceHoweverOftenAndFromHoweverManyThreads() throws InterruptedException {
		final Parallel parallel = Parallel.of(3);
		final AtomicInteger wrong = new AtomicInteger();
		final Thread[] callers = new Thread[4];
		for (int c = 0; c < callers.length; c++) {
			callers[c] = new Thread(() -> {
				for (int round = 0; round < 300; round++) {
					final AtomicIntegerArray done = new AtomicIntegerArray(100);
					parallel.forChunks(100, 7, (begin, end) -> {
						for (int i = begin; i < end; i++) done.incrementAndGet(i);
					});
					for (int i = 0; i < 100; i++) if (done.get(i) != 1) wrong.incrementAndGet();
				}
			});
			callers[c].start();
		}
		for (final Thread caller : callers) caller.join();
		assertThat(wrong.get()).isZero();
	}

	@Test
	void threadsAreUsedAgainAndNoMoreThanAskedFor() {
		final Parallel parallel = Parallel.of(2);
		final Set<Thread> seen = ConcurrentHashMap.newKeySet();
		for (int round = 0; round < 50; round++) parallel.forChunks(20, 1, (begin, end) -> {
			seen.add(Thread.currentThread());
			pause();
		});
		assertThat(seen).contains(Thread.currentThread()).hasSizeBetween(2, 4);
	}

	@Test
	void loopsWithinLoopsAreDone() {
		final Parallel parallel = Parallel.of(4);
		final AtomicInteger count = new AtomicInteger();
		parallel.forChunks(10, 1, (i, e) -> parallel.forChunks(10, 1, (j, f) -> parallel.forChunks(10, 3, (begin, end) -> count.addAndGet(end - begin))));
		assertThat(count.get()).isEqualTo(1000);
	}

	/** Whatever came after, chunks that had begun are over when the loop returns. */
	@Test
	void whatFailsIsThrownWhenAllThatBeganHasEnded() {
		for (int round = 0; round < 20; round++) {
			final AtomicInteger begun = new AtomicInteger(), ended = new AtomicInteger();
			assertThatThrownBy(() -> Parallel.of(4).forChunks(40, 1, (begin, end) -> {
				begun.incrementAndGet();
				try {
					if (begin >= 3) throw new IllegalStateException("chunk " + begin);
					pause();
				}
				finally {
					ended.incrementAndGet();
				}
			})).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("chunk ");
			assertThat(ended.get()).isEqualTo(begun.get()).isLessThan(40);
		}
	}

	@Test
	void stopsWhereTheProgressAsksTo() {
		for (final int threads : new int[] { 1, 4 }) {
			final AtomicInteger ended = new AtomicInteger();
			assertThat(Parallel.of(threads).forChunks(1000, 1, (fraction, what) -> ended.get() < 5, "work", (begin, end) -> {
				pause();
				ended.incrementAndGet();
			})).isFalse();
			assertThat(ended.get()).isBetween(5, 500);
			final int before = ended.get();
			pause();
			assertThat(ended.get()).isEqualTo(before);
		}
	}

	@Test
	void anInterruptedCallerStaysInterruptedAndMissesNothing() {
		final AtomicInteger count = new AtomicInteger();
		Thread.currentThread().interrupt();
		Parallel.of(3).forChunks(30, 1, (begin, end) -> count.incrementAndGet());
		assertThat(Thread.interrupted()).isTrue();
		assertThat(count.get()).isEqualTo(30);
	}

	private static void pause() {
		final long end = System.nanoTime() + 300_000;
		while (System.nanoTime() < end) Thread.onSpinWait();
	}
}
