package io.github.sparsej.analyze.sparsification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told of the relative variance beforehand. */
class RelativeVarianceRangeTest {

	@Test
	void limitsAreThoseWorkedOutByHand() {
		final RelativeVarianceRange range = RelativeVarianceRange.of(new double[] { 5, 3, 1 });
		assertThat(range.count()).isEqualTo(3);
		assertThat(new double[] { range.low(1), range.low(2), range.low(3) }).containsExactly(new double[] { 0, 1.0 / 9, 8.0 / 27 }, within(1e-15));
		assertThat(range.high(1)).isNaN();
		assertThat(new double[] { range.high(2), range.high(3) }).containsExactly(new double[] { 1, 8.0 / 12 }, within(1e-15));
	}

	/** Every record of which no weight fell in its step has the relative variance of as many weights as it says. */
	@Test
	void everySimulationStaysWithin() {
		final SparsificationOptions options = new SparsificationOptions(300, 1e-3, 0.5, 5);
		final double[] w = new Sparsification(options).firstWeights();
		final RelativeVarianceRange range = RelativeVarianceRange.of(w);
		int inside = 0;
		for (int n = w.length; n > 1; inside++) {
			double sum = 0, squares = 0;
			for (int i = 0; i < n; i++) {
				sum += w[i];
				squares += w[i] * w[i];
			}
			assertThat((squares - sum * sum / n) / n / (sum / n * (sum / n))).as("%d left", n).isBetween(range.low(n) - 1e-9, range.high(n) + 1e-9);
			for (int i = 0; i < n; i++) w[i] += options.step() * ((1 - squares) * w[i] - options.lambda());
			while (n > 0 && w[n - 1] <= 0) n--;
		}
		assertThat(inside).isGreaterThan(1000);
	}

	@Test
	void manyIdealWeightsHaveTheRelativeVarianceOfAHalfNormalVariable() {
		assertThat(RelativeVarianceRange.of(IdealWeights.of(100_000)).low(100_000)).isCloseTo(Math.PI / 2 - 1, within(1e-4));
	}

	@Test
	void idealWeightsAreTheQuantilesOfTheHalfNormalDistribution() {
		assertThat(IdealWeights.of(1)).containsExactly(new double[] { 0.674489750196081743 }, within(1e-15));
		assertThat(IdealWeights.of(2)).containsExactly(new double[] { 1.1503493803760081783, 0.31863936396437516302 }, within(2e-15));
		final double[] many = IdealWeights.of(1000);
		assertThat(IntStream.range(1, many.length).allMatch(i -> many[i] < many[i - 1])).isTrue();
		assertThatThrownBy(() -> IdealWeights.of(0)).hasMessageContaining("at least 1 weight");
		assertThatThrownBy(() -> RelativeVarianceRange.of(new double[0])).hasMessageContaining("at least 1 weight");
	}

	/** Expected values by 30 digits of arithmetic. */
	@ParameterizedTest
	@CsvSource({ "0.4, 0.25334710313579974132", "0.25, 0.6744897501960817432", "0.025, 1.9599639845400542118", "0.001, 3.0902323061678135354", "1e-6, 4.7534243088228989573", "2.5e-10, 6.2191045740434999508" })
	void quantilesOfTheNormalDistribution(final double tail, final double expected) {
		assertThat(NormalQuantile.ofUpperTail(tail)).isCloseTo(expected, withinPercentage(1e-13));
	}

	@Test
	void quantilesMeetAtTheEndsOfTheirFunctions() {
		assertThat(NormalQuantile.ofUpperTail(0.5)).isZero();
		assertThat(NormalQuantile.ofUpperTail(Math.nextDown(0.075))).isCloseTo(NormalQuantile.ofUpperTail(0.075), within(1e-14));
		assertThatThrownBy(() -> NormalQuantile.ofUpperTail(0.6)).hasMessageContaining("0.6");
		assertThatThrownBy(() -> NormalQuantile.ofUpperTail(1e-12)).hasMessageContaining("1.0E-12");
	}
}
