package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class EnergyEncoderTest {

	private static final int UNITS = 40, LENGTH = 25, COUNT = 300;
	private static final double DATA = 10, ENCODER = 3;
	private static final double[][] D = matrix(1, 0.9), E = matrix(2, 0.5);
	private static final Signals X = signals();

	/** Rows of different norms. */
	private static double[][] matrix(final long seed, final double size) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] matrix = new double[UNITS][LENGTH];
		for (int i = 0; i < UNITS; i++) for (int j = 0; j < LENGTH; j++) matrix[i][j] = size * (0.3 + 0.7 * i / UNITS) * random.nextGaussian() / Math.sqrt(LENGTH);
		return matrix;
	}

	private static Signals signals() {
		final SplittableRandom random = new SplittableRandom(5);
		final float[] values = new float[COUNT * LENGTH];
		for (int i = LENGTH; i < values.length; i++) values[i] = (float) random.nextGaussian();
		return Signals.of(COUNT, LENGTH, values);
	}

	private static SparseCodes encode(final Parallel parallel, final Progress progress) {
		return new EnergyEncoder(D, E, DATA, ENCODER, Convergence.DEFAULT, parallel).encode(X, progress);
	}

	/** The gradient of the smooth part is minus the sign of a coefficient, and at most 1 where there is none: nothing else has this. */
	@Test
	void codesMeetTheConditionsOfTheMinimum() {
		final SparseCodes codes = encode(Parallel.of(2), Progress.NONE);
		int nonzeros = 0, zeros = 0;
		for (int s = 0; s < COUNT; s++) {
			final double[] z = z(codes, s), rest = new double[LENGTH];
			for (int j = 0; j < LENGTH; j++) {
				rest[j] = X.value(s, j);
				for (int i = 0; i < UNITS; i++) rest[j] -= D[i][j] * z[i];
			}
			for (int i = 0; i < UNITS; i++) {
				double descent = -ENCODER * z[i];
				for (int j = 0; j < LENGTH; j++) descent += DATA * D[i][j] * rest[j] + ENCODER * E[i][j] * X.value(s, j);
				if (z[i] == 0) {
					zeros++;
					assertThat(Math.abs(descent)).isLessThan(1 + 2e-4);
				}
				else {
					nonzeros++;
					assertThat(descent).isCloseTo(Math.signum(z[i]), within(2e-4));
				}
			}
		}
		assertThat(nonzeros).isGreaterThan(1000);
		assertThat(zeros).isGreaterThan(1000);
		assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(COUNT);
		assertThat(codes.nonzeros(0)).isZero();
	}

	private static double[] z(final SparseCodes codes, final int row) {
		final double[] z = new double[UNITS];
		final float[] coefficients = codes.dense(row);
		for (int i = 0; i < UNITS; i++) {
			double energy = 0;
			for (final double value : D[i]) energy += value * value;
			z[i] = coefficients[i] / Math.sqrt(energy);
		}
		return z;
	}

	@Test
	void numberOfThreadsChangesNoBit() {
		assertThat(encode(Parallel.of(8), Progress.NONE)).isEqualTo(encode(Parallel.SERIAL, Progress.NONE));
	}

	@Test
	void unitThatPutsNothingIntoTheSignalHasNoCoefficient() {
		final double[][] silent = { { 1, 0 }, { 0, 0 } };
		final SparseCodes codes = new EnergyEncoder(silent, new double[][] { { 1, 0 }, { 0, 9 } }, 10, 10, Convergence.DEFAULT, Parallel.SERIAL).encode(Signals.of(1, 2, new float[] { 3, 4 }), Progress.NONE);
		// Of z_1: 10 (3 - z) + 10 (3 - z) = 1.
		assertThat(codes.dense(0)).containsExactly(new float[] { 2.95f, 0 }, within(1e-5f));
	}

	@Test
	void stoppedRunLeavesTheRestCancelled() {
		assertThat(encode(Parallel.SERIAL, (fraction, what) -> false).count(StopReason.CANCELLED)).isEqualTo(COUNT);
	}

	@Test
	void whatCannotBeEncodedIsNamed() {
		assertThatThrownBy(() -> new EnergyEncoder(D, E, 0, 1, Convergence.DEFAULT, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("dataLambda must be finite and above 0, got 0.0");
		assertThatThrownBy(() -> new EnergyEncoder(D, E, 1, Double.NaN, Convergence.DEFAULT, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("encoderLambda must be finite and above 0, got NaN");
		final EnergyEncoder encoder = new EnergyEncoder(D, E, 1, 1, Convergence.DEFAULT, Parallel.SERIAL);
		assertThatThrownBy(() -> encoder.encode(Signals.of(1, 2, new float[] { 3, 4 }), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("length 2").hasMessageContaining("length 25");
		final float[] broken = new float[2 * LENGTH];
		broken[LENGTH + 3] = Float.NaN;
		assertThatThrownBy(() -> encoder.encode(Signals.of(2, LENGTH, broken), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("signal 2 holds NaN (value 4)");
	}
}
