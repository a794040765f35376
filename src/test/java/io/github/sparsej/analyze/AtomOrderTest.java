package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AtomOrderTest {

	private static final double[] USE = { 0.3, 0.1, 0.5, 0.1, 0.2, 0.4, 0.6 };

	@Test
	void naturalIsTheOrderOfTheDictionary() {
		assertThat(AtomOrder.NATURAL.first(USE, 7, 1)).containsExactly(0, 1, 2, 3, 4, 5, 6);
		assertThat(AtomOrder.NATURAL.first(USE, 3, 1)).containsExactly(0, 1, 2);
	}

	@Test
	void byUseRisesAndKeepsTheOrderOfEqualUse() {
		assertThat(AtomOrder.BY_USE.first(USE, 7, 1)).containsExactly(1, 3, 4, 0, 5, 2, 6);
		assertThat(AtomOrder.BY_USE.first(USE, 2, 1)).containsExactly(1, 3);
	}

	@Test
	void halfAreTheRarestAndHalfTheMostUsed() {
		assertThat(AtomOrder.RAREST_AND_MOST_USED.first(USE, 4, 1)).containsExactly(1, 3, 2, 6);
		assertThat(AtomOrder.RAREST_AND_MOST_USED.first(USE, 5, 1)).as("one more of the most used").containsExactly(1, 3, 5, 2, 6);
		assertThat(AtomOrder.RAREST_AND_MOST_USED.first(USE, 100, 1)).as("all of them, each once").containsExactly(1, 3, 4, 0, 5, 2, 6);
	}

	@Test
	void randomIsAPermutationThatDependsOnTheSeedAlone() {
		final double[] use = new double[100];
		final int[] order = AtomOrder.RANDOM.first(use, 100, 42);
		assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray()).isNotEqualTo(IntStream.range(0, 100).toArray());
		assertThat(AtomOrder.RANDOM.first(use, 10, 42)).isEqualTo(IntStream.of(order).limit(10).toArray());
		assertThat(AtomOrder.RANDOM.first(use, 100, 43)).isNotEqualTo(order);
	}

	@Test
	void onlyOrdersByUseNeedIt() {
		assertThat(AtomOrder.values()).filteredOn(AtomOrder::needsUse).containsExactly(AtomOrder.BY_USE, AtomOrder.RAREST_AND_MOST_USED);
		assertThatThrownBy(() -> AtomOrder.NATURAL.first(USE, 0, 1)).hasMessageContaining("got 0");
	}
}
