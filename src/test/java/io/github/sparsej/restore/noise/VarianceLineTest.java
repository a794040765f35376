package io.github.sparsej.restore.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class VarianceLineTest {

	private static final OptionalDouble FREE = OptionalDouble.empty();

	/** variance = 2 (mean - 100) + 9 at means 110, 120 ... 300, with a relative error. */
	private static List<NoiseCurve.Point> points(final double error, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<NoiseCurve.Point> points = new ArrayList<>();
		for (int i = 1; i <= 20; i++) points.add(new NoiseCurve.Point(100 + 10 * i, (20 * i + 9) * (1 + error * random.nextGaussian()), 100));
		return points;
	}

	@Test
	void aLineIsFoundWhateverIsGivenOfIt() {
		final List<NoiseCurve.Point> points = points(0, 0);
		for (final OptionalDouble slope : new OptionalDouble[] { FREE, OptionalDouble.of(2) })
			for (final OptionalDouble level : new OptionalDouble[] { FREE, OptionalDouble.of(9) }) {
				final VarianceLine line = VarianceLine.fit(points, 100, slope, level);
				assertThat(line.slope()).isCloseTo(2, within(1e-9));
				assertThat(line.level()).isCloseTo(9, within(1e-9));
			}
		assertThat(VarianceLine.fit(points, 0, FREE, FREE).level()).isCloseTo(9 - 200, within(1e-8));
	}

	@Test
	void pointsFarAboveTheLineHardlyMatter() {
		final List<NoiseCurve.Point> points = points(0.02, 1);
		for (final int i : new int[] { 3, 9, 16 }) points.set(i, new NoiseCurve.Point(points.get(i).mean(), 3 * points.get(i).variance(), 100));
		assertThat(VarianceLine.fit(points, 100, FREE, FREE).slope()).isCloseTo(2, within(0.1));
	}

	/** Over many draws, the line's deviation from the truth is what its standard errors say. */
	@Test
	void theStandardErrorsAreTrue() {
		double slope = 0, level = 0;
		final int draws = 400;
		for (int seed = 0; seed < draws; seed++) {
			final VarianceLine line = VarianceLine.fit(points(0.05, seed), 100, FREE, FREE);
			slope += Math.pow((line.slope() - 2) / line.slopeError(), 2) / draws;
			level += Math.pow((line.level() - 9) / line.levelError(), 2) / draws;
		}
		assertThat(Math.sqrt(slope)).isBetween(0.8, 1.5);
		assertThat(Math.sqrt(level)).isBetween(0.8, 1.5);
	}

	/** Few points that happen to lie on a line do not make it exact: variances of white noise are never known better than their number allows. */
	@Test
	void errorsAreNotBelowThoseOfWhiteNoise() {
		final VarianceLine line = VarianceLine.fit(points(0, 0), 100, FREE, FREE);
		assertThat(line.levelError()).isBetween(0.1, 2.0);
		assertThat(VarianceLine.fit(points(0, 0), 100, OptionalDouble.of(2), OptionalDouble.of(9)).levelError()).isZero();
	}
}
