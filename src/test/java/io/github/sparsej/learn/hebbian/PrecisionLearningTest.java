package io.github.sparsej.learn.hebbian;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/** Sparse Hebbian learning with precision against its formulas, written down as they are, in float64. */
class PrecisionLearningTest {

	private static final int ATOMS = 12, PIXELS = 9, COUNT = 80, STEPS = 3;
	private static final double RATE = 0.3, BETA1 = 0.9, BETA2 = 0.99, EPSILON = 1e-8;

	private final Dictionary initial = Fixtures.dictionary(ATOMS, PIXELS, 1);

	private static HebbianOptions options(final HomeostasisKind kind, final double eta, final double beta1) {
		return new HebbianOptions(ATOMS, 9, COUNT, eta, beta1, BETA2, EPSILON, new MatchingPursuitOptions(STEPS, 0, Selection.RECTIFIED),
			kind.create(new HomeostasisParameters(0.05, 0.5, 16, 3)), 50, 0).withPrecision(RATE);
	}

	/** Signals whose last pixels are mostly noise, so that precisions come to differ. */
	private static Signals batch(final int number) {
		final float[] values = Fixtures.gaussian(COUNT * PIXELS, 100 + number);
		for (int k = 0; k < values.length; k++) values[k] *= 0.2f + k % PIXELS * 0.2f;
		return Signals.of(COUNT, PIXELS, values);
	}

	/** The state of the naive algorithm: atoms D with sum_j W_ij D_ij^2 = 1. */
	private static final class Naive {

		private final double[][] d = new double[ATOMS][PIXELS], v = new double[ATOMS][PIXELS], mu = new double[ATOMS][PIXELS], nu = new double[ATOMS][PIXELS];
		private double reference;
		private int t;

		private double w(final int i, final int j) {
			return t == 0 ? 1 : reference / (v[i][j] + 1e-16);
		}

		private double[] code(final double[] x) {
			final double[] a = new double[ATOMS], residual = x.clone();
			for (int step = 0; step < STEPS; step++) {
				int best = 0;
				double highest = 0, taken = 0;
				for (int i = 0; i < ATOMS; i++) {
					double c = 0, n2 = 0;
					for (int j = 0; j < PIXELS; j++) {
						c += residual[j] * w(i, j) * d[i][j];
						n2 += w(i, j) * d[i][j] * d[i][j];
					}
					if (c / Math.sqrt(n2) > highest) {
						highest = c / Math.sqrt(n2);
						best = i;
						taken = c / n2;
					}
				}
				a[best] += taken;
				for (int j = 0; j < PIXELS; j++) residual[j] -= taken * d[best][j];
			}
			return a;
		}

		private void learn(final Signals batch, final double eta, final double beta1) {
			final double[][] x = new double[COUNT][PIXELS], a = new double[COUNT][];
			double square = 0;
			for (int k = 0; k < COUNT; k++) {
				for (int j = 0; j < PIXELS; j++) square += (x[k][j] = batch.value(k, j)) * x[k][j];
				a[k] = code(x[k]);
			}
			if (t == 0) {
				reference = square / COUNT / PIXELS;
				for (final double[] row : v) Arrays.fill(row, reference);
			}
			t++;
			final double[][] before = Arrays.stream(d).map(double[]::clone).toArray(double[][]::new);
			for (int i = 0; i < ATOMS; i++) {
				double length = 0;
				for (int j = 0; j < PIXELS; j++) {
					double variance = 0, g = 0;
					for (int k = 0; k < COUNT; k++) {
						variance += Math.pow(x[k][j] - a[k][i] * before[i][j], 2) / COUNT;
						double residual = x[k][j];
						for (int b = 0; b < ATOMS; b++) residual -= a[k][b] * before[b][j];
						g -= a[k][i] * residual / COUNT;
					}
					v[i][j] = (1 - RATE) * v[i][j] + RATE * variance;
					mu[i][j] = beta1 * mu[i][j] + (1 - beta1) * g;
					nu[i][j] = BETA2 * nu[i][j] + (1 - BETA2) * g * g;
					d[i][j] -= beta1 == 0 ? eta * g : eta * mu[i][j] / (1 - Math.pow(beta1, t)) / (Math.sqrt(nu[i][j] / (1 - Math.pow(BETA2, t))) + EPSILON);
					length += w(i, j) * d[i][j] * d[i][j];
				}
				for (int j = 0; j < PIXELS; j++) d[i][j] /= Math.sqrt(length);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.05, 0", "0.02, 0.9" })
	void followsTheFormulas(final double eta, final double beta1) {
		final HebbianStep step = new HebbianStep(options(HomeostasisKind.NONE, eta, beta1), initial, COUNT, Parallel.of(2));
		final Naive naive = new Naive();
		for (int i = 0; i < ATOMS; i++) for (int j = 0; j < PIXELS; j++) naive.d[i][j] = initial.atom(i)[j];
		for (int t = 0; t < 5; t++) {
			step.update(batch(t), step.encode(batch(t), Progress.NONE));
			naive.learn(batch(t), eta, beta1);
			final double[] expected = new double[ATOMS * PIXELS], actual = new double[ATOMS * PIXELS];
			for (int i = 0; i < ATOMS; i++)
				for (int j = 0; j < PIXELS; j++) {
					expected[i * PIXELS + j] = naive.d[i][j] / Fixtures.norm(naive.d[i]);
					actual[i * PIXELS + j] = step.dictionary().atom(i)[j];
				}
			assertClose(actual, expected, 1e-5);
		}
		assertThat(Fixtures.norm(naive.d[3])).as("the lengths do differ from 1").isNotCloseTo(1, within(0.02));
	}

	@Test
	void anyHomeostasisGoesWithIt() {
		for (final HomeostasisKind kind : HomeostasisKind.values()) {
			final HebbianStep step = new HebbianStep(options(kind, 0.02, BETA1), initial, COUNT, Parallel.SERIAL);
			double first = 0, last = 0;
			for (int t = 0; t < 30; t++) {
				last = step.update(batch(t % 3), step.encode(batch(t % 3), Progress.NONE));
				if (t == 0) first = last;
			}
			assertThat(last).as(kind.label()).isLessThan(first);
		}
	}

	@Test
	void aBatchOfZerosTellsNothing() {
		final HebbianStep step = new HebbianStep(options(HomeostasisKind.HEH, 0.02, BETA1), initial, COUNT, Parallel.SERIAL);
		final Signals zeros = Signals.zeros(COUNT, PIXELS);
		step.update(zeros, step.encode(zeros, Progress.NONE));
		assertClose(step.dictionary().toArray(), initial.toArray(), 1e-7);
		step.update(batch(0), step.encode(batch(0), Progress.NONE));
		assertThat(step.dictionary().toArray()).isNotEqualTo(initial.toArray()).doesNotContain(Float.NaN);
	}

	@Test
	void otherCodingStepsAndRatesOutOfRangeAreRefusedNamingThem() {
		final HebbianOptions omp = new HebbianOptions(1, 1, 1, 0.1, 0, 0.9, 1e-8, new OmpOptions(1, 0), new NoHomeostasis(0.1), 1, 1);
		assertThatIllegalArgumentException().isThrownBy(() -> omp.withPrecision(0.1)).withMessageContainingAll("Matching pursuit", "Orthogonal matching pursuit", "0.1");
		for (final double bad : new double[] { -0.1, 1.1, Double.NaN }) assertThatIllegalArgumentException().isThrownBy(() -> omp.withPrecision(bad)).withMessageContainingAll("precisionRate", "" + bad);
	}
}
