package io.github.sparsej.restore.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.testing.PoissonSampler;

class AnscombeTransformTest {

	private static AnscombeTransform photons(final double readNoise) {
		return new AnscombeTransform(new PoissonGaussianNoise(1, 0, readNoise));
	}

	/** f as published: of grey values, with b. */
	@Test
	void theTransformIsThatOfThePaper() {
		final PoissonGaussianNoise noise = new PoissonGaussianNoise(2.5, 100, 3);
		final AnscombeTransform transform = new AnscombeTransform(noise);
		assertThat(noise.varianceAtZero()).isEqualTo(9 - 250);
		for (final double z : new double[] { -50, 90, 100, 101, 250, 5000 })
			assertThat(transform.stabilize(z)).isCloseTo(2 / 2.5 * Math.sqrt(Math.max(0, 2.5 * z + 0.375 * 6.25 + noise.varianceAtZero())), within(1e-12));
	}

	/** The mean of f over many noisy pixels of one mean, restored, is that mean. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 2, 10 })
	void restoringTheMeanOfStabilizedPixelsGivesTheirMean(final double readNoise) {
		final AnscombeTransform transform = photons(readNoise);
		final PoissonSampler sampler = new PoissonSampler(7);
		final int draws = 40_000;
		for (final double y : new double[] { 0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 199, 210 }) {
			double sum = 0;
			for (int i = 0; i < draws; i++) sum += transform.stabilize(sampler.next(y, 1, 0, readNoise));
			// f has unit variance or less, and one unit of f is sqrt(variance) photons: 5 standard errors.
			assertThat(transform.restore(sum / draws)).as("y = %s", y).isCloseTo(y, within(5 * Math.sqrt((y + 0.4 + readNoise * readNoise) / draws)));
		}
	}

	/** Without sampling: E{f | y} summed and integrated here by other means, where the table and its tail are in use. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 1, 4, 13, 20 })
	void theInverseIsExact(final double readNoise) {
		final AnscombeTransform transform = photons(readNoise);
		for (final double y : new double[] { 0.05, 0.7, 3.3, 17, 90, 180, 205, 260 })
			assertThat(transform.restore(expectation(transform, y, readNoise))).as("y = %s", y).isCloseTo(y, within(3e-6));
	}

	private static double expectation(final AnscombeTransform transform, final double y, final double readNoise) {
		double sum = 0, logFactorial = 0;
		for (int k = 0; k < 2 * y + 100; k++) {
			if (k > 0) logFactorial += Math.log(k);
			final double probability = Math.exp(k * Math.log(y) - y - logFactorial);
			// Midpoints of v, n = begin + v^2, where f is not 0: f is as steep as a root there.
			final double begin = Math.max(-8, -(k + 0.375 + readNoise * readNoise) / readNoise), end = Math.sqrt(8 - begin);
			final int nodes = 2000;
			double mean = 0;
			for (int i = 0; i < nodes; i++) {
				final double v = end * (i + 0.5) / nodes, n = begin + v * v;
				mean += transform.stabilize(k + readNoise * n) * Math.exp(-0.5 * n * n) / Math.sqrt(2 * Math.PI) * 2 * v * end / nodes;
			}
			sum += probability * mean;
		}
		return sum;
	}

	/** Makitalo and Foi 2011, closed-form approximation for pure Poisson noise: at most 0.02 photons off. */
	@Test
	void withoutReadNoiseTheInverseIsThatOfPoissonNoise() {
		final AnscombeTransform transform = photons(0);
		for (double d = 2 * Math.sqrt(0.375) + 1e-3; d < 60; d += 0.01) {
			final double closedForm = 0.25 * d * d + 0.25 * Math.sqrt(1.5) / d - 1.375 / (d * d) + 0.625 * Math.sqrt(1.5) / (d * d * d) - 0.125;
			assertThat(transform.restore(d)).isCloseTo(closedForm, within(0.02));
		}
	}

	@ParameterizedTest
	@CsvSource({ "5, 0, 0.1", "10, 0, 0.03", "50, 0, 0.02", "5, 2, 0.05", "20, 2, 0.02", "0, 10, 0.02", "100, 10, 0.02" })
	void stabilizedPixelsHaveUnitVariance(final double y, final double readNoise, final double tolerance) {
		final AnscombeTransform transform = photons(readNoise);
		final PoissonSampler sampler = new PoissonSampler(11);
		final int draws = 100_000;
		double sum = 0, squares = 0;
		for (int i = 0; i < draws; i++) {
			final double f = transform.stabilize(sampler.next(y, 1, 0, readNoise));
			sum += f;
			squares += f * f;
		}
		assertThat(squares / draws - sum / draws * sum / draws).isCloseTo(1, within(tolerance));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.01, 0.5, 3, 14.1, 14.2, 100, 1e4 })
	void theInverseRisesWithoutJumps(final double readNoise) {
		final AnscombeTransform transform = photons(readNoise);
		final double begin = transform.stabilize(0) - 2;
		double before = transform.restore(begin);
		assertThat(before).isZero();
		for (double d = begin; d < begin + 40; d += 0.001) {
			final double now = transform.restore(d);
			assertThat(now - before).as("at %s", d).isBetween(0d, 0.0011 * (0.5 * d + 1));
			before = now;
		}
	}

	@Test
	void gainAndOffsetOnlyChangeTheUnits() {
		final AnscombeTransform unit = photons(1.5), camera = new AnscombeTransform(new PoissonGaussianNoise(4, 100, 6));
		for (double photons = -3; photons < 400; photons += 0.7) {
			final double f = unit.stabilize(photons);
			assertThat(camera.stabilize(100 + 4 * photons)).isCloseTo(f, within(1e-12));
			assertThat(camera.restore(f)).isCloseTo(100 + 4 * unit.restore(f), within(1e-9));
		}
	}

	@Test
	void manyPhotonsComeBackButForAQuarterOfOne() {
		final AnscombeTransform transform = photons(5);
		for (double y = 300; y < 1e6; y *= 1.7) assertThat(transform.restore(transform.stabilize(y))).isCloseTo(y + 0.25, within(1e-3));
	}

	@Test
	void planesKeepWhatIsNotANumber() {
		final AnscombeTransform transform = new AnscombeTransform(new PoissonGaussianNoise(2, 10, 1));
		final float[] pixels = { Float.NaN, -1000, 10, 500 };
		final float[] stabilized = transform.stabilize(pixels);
		assertThat(stabilized[0]).isNaN();
		assertThat(stabilized[1]).isZero();
		final float[] back = transform.restore(stabilized);
		assertThat(back[0]).isNaN();
		assertThat(back[1]).isEqualTo(10);
		assertThat(back[3]).isCloseTo(500.5f, within(0.01f));
		assertThat(pixels).containsExactly(Float.NaN, -1000, 10, 500);
	}

	@Test
	void tablesAreQuicklyMade() {
		long shortest = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) { // others may be busy on this machine
			final long begin = System.nanoTime();
			photons(0.7 + i);
			shortest = Math.min(shortest, System.nanoTime() - begin);
		}
		assertThat(shortest).isLessThan(100_000_000);
	}

	@Test
	void whatIsNoNoiseIsNamed() {
		assertThatThrownBy(() -> new PoissonGaussianNoise(0, 0, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("gain", "0.0");
		assertThatThrownBy(() -> new PoissonGaussianNoise(1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("offset", "NaN");
		assertThatThrownBy(() -> new PoissonGaussianNoise(1, 0, -2)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("read noise", "-2");
	}
}
