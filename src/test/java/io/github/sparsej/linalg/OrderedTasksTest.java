package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTasksTest {

	/** Each task needs some before it, and reads what they have written. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void everyTaskSeesWhatItNeeds(final int threads) {
		final SplittableRandom random = new SplittableRandom(5);
		final int[][] needs = new int[400][];
		for (int i = 0; i < needs.length; i++) needs[i] = i == 0 ? new int[0] : random.ints(3, 0, i).toArray();
		final long[] plain = new long[needs.length], found = new long[needs.length];
		for (int i = 0; i < needs.length; i++) plain[i] = value(plain, needs[i], i);
		for (int round = 0; round < 20; round++) {
			Arrays.fill(found, -1);
			OrderedTasks.run(needs, i -> found[i] = value(found, needs[i], i), Parallel.of(threads));
			assertThat(found).isEqualTo(plain);
		}
	}

	private static long value(final long[] values, final int[] needs, final int i) {
		long value = i;
		for (final int before : needs) value = 31 * value + values[before];
		return value;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void whatATaskThrowsIsThrownAndNobodyWaitsForEver(final int threads) {
		final int[][] needs = new int[50][];
		for (int i = 0; i < needs.length; i++) needs[i] = i == 0 ? new int[0] : new int[] { i - 1 };
		final AtomicInteger last = new AtomicInteger();
		assertThatThrownBy(() -> OrderedTasks.run(needs, i -> {
			last.set(i);
			if (i == 7) throw new IllegalStateException("task 7");
		}, Parallel.of(threads))).isInstanceOf(IllegalStateException.class).hasMessage("task 7");
		assertThat(last.get()).isEqualTo(7);
	}

	@Test
	void refusesNeedsThatCouldNeverBeMet() {
		assertThatThrownBy(() -> OrderedTasks.run(new int[][] { {}, { 1 } }, i -> {}, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("task 1");
		assertThatThrownBy(() -> OrderedTasks.run(new int[][] { { -1 } }, i -> {}, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
		OrderedTasks.run(new int[0][], i -> {}, Parallel.of(2));
	}
}
