package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {

	@Test
	void firstStepIsEtaInTheDirectionOfTheSign() {
		final double[] x = { 1, 1, 1 };
		new Adam(1, 3, 0.9, 0.999, 1e-8).step(0, new double[] { 5, -1e-3, 0 }, 0.1, x);
		assertThat(x[0]).isCloseTo(0.9, within(1e-9));
		assertThat(x[1]).isCloseTo(1.1, within(2e-6));
		assertThat(x[2]).isEqualTo(1);
	}

	/** Worked out by hand: mu = .05, nu = .0075 after g = 1 and g = 0 with beta1 = .9, beta2 = .99; both divided by 1 - beta^2. */
	@Test
	void secondStepFollowsBothMeansWithBiasCorrection() {
		final double[] x = { 0 };
		final Adam adam = new Adam(1, 1, 0.9, 0.99, 1e-8);
		adam.step(0, new double[] { 1 }, 1, x);
		x[0] = 0;
		adam.step(0, new double[] { -0.5 }, 1, x);
		final double mean = 0.9 * 0.1 - 0.1 * 0.5;
		final double square = 0.99 * 0.01 + 0.01 * 0.25;
		assertThat(x[0]).isCloseTo(-mean / (1 - 0.81) / (Math.sqrt(square / (1 - 0.9801)) + 1e-8), within(1e-12));
	}

	@Test
	void rowsAreIndependentAndAResetRowBeginsAnew() {
		final Adam adam = new Adam(2, 1, 0.9, 0.99, 1e-8);
		for (int t = 0; t < 5; t++) adam.step(1, new double[] { 3 - t }, 1, new double[1]);
		adam.reset(1);
		final double[] first = { 0 }, second = { 0 };
		adam.step(0, new double[] { 2 }, 1, first);
		adam.step(1, new double[] { 2 }, 1, second);
		assertThat(second[0]).isEqualTo(first[0]).isNotZero();
	}

	@Test
	void minimisesAQuadratic() {
		final Adam adam = new Adam(1, 2, 0.9, 0.999, 1e-8);
		final double[] x = { 3, -4 };
		for (int t = 0; t < 2000; t++) adam.step(0, new double[] { 2 * (x[0] - 1), 20 * (x[1] - 2) }, 0.02, x);
		assertThat(x[0]).isCloseTo(1, within(1e-3));
		assertThat(x[1]).isCloseTo(2, within(1e-3));
	}

	@Test
	void refusesWhatCannotWork() {
		assertThatThrownBy(() -> new Adam(1, 1, 1, 0.9, 1e-8)).hasMessageContaining("beta1").hasMessageContaining("1.0");
		assertThatThrownBy(() -> new Adam(1, 1, 0.9, Double.NaN, 1e-8)).hasMessageContaining("beta2");
		assertThatThrownBy(() -> new Adam(1, 1, 0.9, 0.9, 0)).hasMessageContaining("epsilon");
		assertThatThrownBy(() -> new Adam(0, 1, 0.9, 0.9, 1e-8)).hasMessageContaining("0 x 1");
	}
}
