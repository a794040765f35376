package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SufficientStatisticsTest {

	private static final double[] A = { 2, -1, 3, 0.5, 0, 1 }, B = { 1, 2, 3, 4, 5, 6 };

	private static SufficientStatistics statistics() {
		return SufficientStatistics.of(3, 2, 10, 4, A, B);
	}

	@Test
	void entriesAreThoseOfTheSymmetricMatrix() {
		final double[][] full = { { 2, -1, 0.5 }, { -1, 3, 0 }, { 0.5, 0, 1 } };
		for (int i = 0; i < 3; i++) for (int k = 0; k < 3; k++) assertThat(statistics().codeProduct(i, k)).isEqualTo(full[i][k]);
		assertThat(statistics().signalProducts(1)).containsExactly(3, 4);
		assertThatThrownBy(() -> statistics().codeProduct(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> statistics().signalProducts(-1)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	@Test
	void cannotBeChangedFromOutside() {
		final double[] a = A.clone(), b = B.clone();
		final SufficientStatistics statistics = SufficientStatistics.of(3, 2, 10, 4, a, b);
		a[0] = b[0] = 99;
		statistics.codeProducts()[0] = 99;
		statistics.signalProducts()[0] = 99;
		statistics.signalProducts(0)[0] = 99;
		assertThat(statistics.codeProducts()).containsExactly(A);
		assertThat(statistics.signalProducts()).containsExactly(B);
	}

	@Test
	void sumsAddUp() {
		final SufficientStatistics sum = statistics().plus(SufficientStatistics.of(3, 2, 0.5, 1, new double[] { 1, 0, 1, 0, 0, 1 }, new double[] { 0, 1, 0, 1, 0, 1 }));
		assertThat(sum.weight()).isEqualTo(10.5);
		assertThat(sum.batches()).isEqualTo(5);
		assertThat(sum.codeProducts()).containsExactly(3, -1, 4, 0.5, 0, 2);
		assertThat(sum.signalProducts()).containsExactly(1, 3, 3, 5, 5, 7);
		final SufficientStatistics none = SufficientStatistics.none(3, 2);
		assertThat(none.plus(statistics()).codeProducts()).containsExactly(A);
		assertThat(statistics().plus(none).weight()).isEqualTo(10);
		assertThatThrownBy(() -> statistics().plus(SufficientStatistics.none(3, 4))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 atoms of 2").hasMessageContaining("3 of 4");
	}

	@Test
	void noneIsAllZerosAndKeepsNothing() {
		final SufficientStatistics none = SufficientStatistics.none(1 << 20, 1 << 20);
		assertThat(none.isEmpty()).isTrue();
		assertThat(none.weight()).isZero();
		assertThat(none.codeProduct(7, 1 << 19)).isZero();
		assertThat(none.codeProducts()).isEmpty();
		assertThat(none.signalProducts()).isEmpty();
		assertThat(SufficientStatistics.none(2, 3).signalProducts(1)).containsExactly(0, 0, 0);
	}

	@Test
	void refusesWhatIsNoSumOfProducts() {
		assertRefused(0, 4, A, B, "weight");
		assertRefused(Double.NaN, 4, A, B, "NaN");
		assertRefused(10, 0, A, B, "at least 1 batch, got 0");
		assertRefused(10, 4, new double[5], B, "must be 6 values, got 5");
		assertRefused(10, 4, A, new double[7], "must be 6 values, got 7");
		assertRefused(10, 4, new double[] { 2, 0, 3, 0, 0, Double.POSITIVE_INFINITY }, B, "Infinity");
		assertRefused(10, 4, A, new double[] { 0, 0, Double.NaN, 0, 0, 0 }, "NaN");
		assertRefused(10, 4, new double[] { 2, 0, -3, 0, 0, 1 }, B, "atom 2 cannot be -3.0");
		assertRefused(10, 4, new double[] { 2, 0, 3, 0, 2, 1 }, B, "atoms 2 and 3 cannot be 2.0");
		assertRefused(10, 4, new double[] { 0, 0.1, 3, 0, 0, 1 }, B, "atoms 1 and 2");
	}

	private static void assertRefused(final double weight, final long batches, final double[] a, final double[] b, final String message) {
		assertThatThrownBy(() -> SufficientStatistics.of(3, 2, weight, batches, a, b)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}
}
