package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TeamTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void everyLoopSeesWhatTheOneBeforeDid(final int threads) {
		final int count = 1000;
		final long[] values = new long[count];
		try (Team team = new Team(Parallel.of(threads))) {
			for (int loop = 0; loop < 3000; loop++) {
				final int shift = loop % count;
				final long[] before = values.clone();
				team.forChunks(count, 64, (begin, end) -> {
					for (int i = begin; i < end; i++) values[i] = before[(i + shift) % count] + 1;
				});
			}
		}
		assertThat(values).containsOnly(3000);
	}

	@Test
	void chunksAreThoseOfParallel() {
		final Set<String> chunks = ConcurrentHashMap.newKeySet();
		try (Team team = new Team(Parallel.of(3))) {
			team.forChunks(10, 4, (begin, end) -> chunks.add(begin + "-" + end));
			team.forChunks(0, 4, (begin, end) -> chunks.add("none"));
			assertThatThrownBy(() -> team.forChunks(1, 0, (begin, end) -> {})).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
		}
		assertThat(chunks).containsExactlyInAnyOrder("0-4", "4-8", "8-10");
	}

	/** Each of three chunks waits for the others: that ends only if three threads work at once, those too that had gone to sleep. */
	@Test
	void threadsThatSleepAreWoken() throws InterruptedException {
		try (Team team = new Team(Parallel.of(3))) {
			for (int loop = 0; loop < 3; loop++) {
				Thread.sleep(Duration.ofMillis(20).toMillis());
				final CountDownLatch together = new CountDownLatch(3);
				final AtomicInteger met = new AtomicInteger();
				team.forChunks(3, 1, (begin, end) -> {
					together.countDown();
					try {
						if (together.await(10, TimeUnit.SECONDS)) met.incrementAndGet();
					}
					catch (final InterruptedException e) {
						Thread.currentThread().interrupt();
					}
				});
				assertThat(met).hasValue(3);
			}
		}
	}

	@Test
	void whatABodyThrowsIsThrownAfterAllChunksAndTheTeamGoesOn() {
		final AtomicInteger done = new AtomicInteger();
		try (Team team = new Team(Parallel.of(2))) {
			assertThatThrownBy(() -> team.forChunks(40, 1, (begin, end) -> {
				if (begin == 7) throw new IllegalStateException("seven");
				done.incrementAndGet();
			})).isInstanceOf(IllegalStateException.class).hasMessage("seven");
			assertThat(done).hasValue(39);
			assertThatThrownBy(() -> team.forChunks(2, 1, (begin, end) -> {
				throw new StackOverflowError();
			})).isInstanceOf(StackOverflowError.class);
			team.forChunks(40, 1, (begin, end) -> done.incrementAndGet());
		}
		assertThat(done).hasValue(79);
	}

	@Test
	void closingEndsTheThreads() throws InterruptedException {
		final Set<Thread> seen = ConcurrentHashMap.newKeySet();
		try (Team team = new Team(Parallel.of(2))) {
			final CountDownLatch together = new CountDownLatch(2);
			team.forChunks(2, 1, (begin, end) -> {
				seen.add(Thread.currentThread());
				together.countDown();
				while (together.getCount() > 0) Thread.onSpinWait();
			});
			Thread.sleep(20);
		}
		seen.remove(Thread.currentThread());
		assertThat(seen).hasSize(1);
		for (final Thread helper : seen) {
			helper.join(5000);
			assertThat(helper.isAlive()).isFalse();
		}
	}
}
