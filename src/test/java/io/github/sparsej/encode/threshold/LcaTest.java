package io.github.sparsej.encode.threshold;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.l1.Optimality;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class LcaTest {

	private static final double LAMBDA = 0.8;

	abstract static class Contract extends EncoderContract {

		private final LcaOptions.Threshold threshold;
		private final boolean nonnegative;

		Contract(final LcaOptions.Threshold threshold, final boolean nonnegative) {
			this.threshold = threshold;
			this.nonnegative = nonnegative;
		}

		@Override
		protected Encoder encoder(final double scale, final Parallel parallel) {
			return new Lca(new LcaOptions(LAMBDA * scale, threshold, nonnegative, 1, 1e-6, 1000), parallel);
		}

		@Override
		protected boolean firstOfEqualAtomsIsTaken() {
			return false;
		}

		@Test
		void atRestStatesAreCodesAndSlopes() {
			final SparseCodes codes = encode(dictionary, signals);
			assertThat(codes.count(StopReason.CONVERGED)).isGreaterThan(signals.count() * 9 / 10);
			for (int row = 0; row < codes.count(); row++) {
				if (codes.stopReason(row) != StopReason.CONVERGED) continue;
				final double[] residual = residual(signals, row, codes, dictionary);
				final float[] code = codes.dense(row);
				for (int i = 0; i < ATOMS; i++) {
					final double slope = dot(residual, dictionary.atom(i)), rounding = 1e-5 * norm(signals.row(row));
					if (code[i] == 0) assertThat(nonnegative ? slope : Math.abs(slope)).isLessThan(LAMBDA + rounding);
					else if (threshold == LcaOptions.Threshold.SOFT) assertThat(slope).isCloseTo(Math.copySign(LAMBDA, code[i]), within(rounding));
					else {
						assertThat(slope).isCloseTo(0, within(rounding));
						assertThat((double) Math.abs(code[i])).isGreaterThan(LAMBDA);
					}
					if (nonnegative) assertThat(code[i]).isNotNegative();
				}
			}
		}

		@Test
		void thresholdAboveAllCorrelationsLeavesNothing() {
			for (final double lambda : new double[] { 1e3, 1e39, 1e300 }) {
				final SparseCodes codes = new Lca(new LcaOptions(lambda, threshold, nonnegative), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
				assertThat(codes.nonzeros()).isZero();
				assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
			}
		}
	}

	@Nested
	class Soft extends Contract {
		Soft() {
			super(LcaOptions.Threshold.SOFT, false);
		}
	}

	@Nested
	class SoftNonnegative extends Contract {
		SoftNonnegative() {
			super(LcaOptions.Threshold.SOFT, true);
		}
	}

	@Nested
	class Hard extends Contract {
		Hard() {
			super(LcaOptions.Threshold.HARD, false);
		}
	}

	@Nested
	class HardNonnegative extends Contract {
		HardNonnegative() {
			super(LcaOptions.Threshold.HARD, true);
		}
	}

	private static WarmStartEncoder prepare(final LcaOptions.Threshold threshold, final boolean nonnegative, final double step, final double tolerance, final int iterations, final Dictionary d) {
		return new Lca(new LcaOptions(LAMBDA, threshold, nonnegative, step, tolerance, iterations), Parallel.of(2)).prepare(d);
	}

	@ParameterizedTest
	@CsvSource({ "lasso_lam0.02, 0.02, false", "lasso_lam0.1, 0.1, false", "lasso_lam0.3, 0.3, false", "nnlasso_lam0.02, 0.02, true", "nnlasso_lam0.1, 0.1, true", "nnlasso_lam0.3, 0.3, true" })
	void softThresholdRestsAtTheLassoOfTheReference(final String name, final double lambda, final boolean nonnegative) {
		final Npy expected = Npy.golden("encoders/64x128_" + name + "_codes.npy");
		final SparseCodes codes = Golden.encode(new Lca(new LcaOptions(lambda, LcaOptions.Threshold.SOFT, nonnegative, 1, 1e-7, 20000), Golden.PARALLEL));
		for (int row = 0; row < 200; row++) for (int i = 0; i < 128; i++) assertThat((double) codes.dense(row)[i]).as("signal %d, atom %d", row, i).isCloseTo(expected.at(row, i), within(1e-4));
		final double[] violations = Optimality.violations(Golden.signals(), codes, Golden.dictionary(), Penalty.lasso(lambda).nonnegative(nonnegative), Parallel.SERIAL);
		for (int row = 0; row < 200; row++) assertThat(violations[row]).isLessThan(2e-6 * norm(Golden.signals().row(row)));
	}

	@ParameterizedTest
	@EnumSource(LcaOptions.Threshold.class)
	void stepsAreThoseOfTheDifferentialEquation(final LcaOptions.Threshold threshold) {
		final Dictionary d = dictionary(40, 30, 1);
		final Signals x = signals(10, 30, 2);
		final double step = 0.05;
		for (final int iterations : new int[] { 1, 2, 10, 60 }) {
			final SparseCodes codes = prepare(threshold, false, step, 0, iterations, d).encode(x, Progress.NONE);
			for (int row = 0; row < 10; row++) {
				final double[] u = new double[40], a = new double[40];
				for (int t = 0; t < iterations; t++) {
					final double[] residual = new double[30];
					for (int j = 0; j < 30; j++) residual[j] = x.value(row, j);
					for (int i = 0; i < 40; i++) for (int j = 0; j < 30; j++) residual[j] -= a[i] * d.atom(i)[j];
					for (int i = 0; i < 40; i++) u[i] += step * (dot(residual, d.atom(i)) + a[i] - u[i]);
					for (int i = 0; i < 40; i++) a[i] = Math.abs(u[i]) <= LAMBDA ? 0 : threshold == LcaOptions.Threshold.SOFT ? u[i] - Math.copySign(LAMBDA, u[i]) : u[i];
				}
				for (int i = 0; i < 40; i++) assertThat((double) codes.dense(row)[i]).isCloseTo(a[i], within(1e-5));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(LcaOptions.Threshold.class)
	void coherentAtomsDoNotMakeItDiverge(final LcaOptions.Threshold threshold) {
		final Dictionary coherent = Fixtures.smoothDictionary(80, 40, 3);
		final Signals smooth = Signals.of(30, 40, Fixtures.smooth(30, 40, 4));
		for (final boolean nonnegative : new boolean[] { false, true }) {
			final SparseCodes codes = prepare(threshold, nonnegative, 1, 1e-6, 2000, coherent).encode(smooth, Progress.NONE);
			for (int row = 0; row < 30; row++) {
				assertThat(norm(residual(smooth, row, codes, coherent))).isLessThan(norm(smooth.row(row)));
				for (int k = codes.start(row); k < codes.start(row + 1); k++) assertThat((double) Math.abs(codes.coefficient(k))).isLessThan(2 * norm(smooth.row(row)));
			}
		}
	}

	@Test
	void startAtRestStaysThere() {
		final Dictionary d = dictionary(60, 30, 1);
		final Signals x = signals(40, 30, 2);
		for (final LcaOptions.Threshold threshold : LcaOptions.Threshold.values()) {
			final SparseCodes codes = prepare(threshold, false, 1, 1e-6, 5000, d).encode(x, Progress.NONE), again = prepare(threshold, false, 1, 1e-5, 1, d).encode(x, codes, Progress.NONE);
			for (int row = 0; row < 40; row++) {
				if (codes.stopReason(row) != StopReason.CONVERGED) continue;
				assertThat(again.stopReason(row)).isEqualTo(StopReason.CONVERGED);
				for (int i = 0; i < 60; i++) assertThat(again.dense(row)[i]).isCloseTo(codes.dense(row)[i], within(1e-4f));
			}
		}
	}

	@Test
	void startThatIsNotAllowedOrWorseThanNoneIsNotUsed() {
		final Dictionary d = dictionary(60, 30, 1);
		final Signals x = signals(1, 30, 2);
		for (final LcaOptions.Threshold threshold : LcaOptions.Threshold.values())
			for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY, 3e38f, 1e20f, 500 }) {
				final SparseCodes start = SparseCodes.of(60, new int[] { 0, 2 }, new int[] { 4, 9 }, new float[] { bad, -bad }, new StopReason[] { StopReason.CONVERGED });
				assertThat(prepare(threshold, false, 1, 0, 7, d).encode(x, start, Progress.NONE).nonzeros()).isLessThan(60);
				for (final float coefficient : prepare(threshold, false, 1, 0, 7, d).encode(x, start, Progress.NONE).dense(0)) assertThat(Math.abs(coefficient)).isLessThan(20);
			}
	}

	@Test
	void iterationsThatDoNotDoAreTold() {
		final SparseCodes codes = prepare(LcaOptions.Threshold.SOFT, false, 0.01, 1e-6, 3, dictionary(60, 30, 1)).encode(signals(10, 30, 2), Progress.NONE);
		assertThat(codes.count(StopReason.MAX_ITERATIONS)).isEqualTo(10);
	}

	@Test
	void optionsSayWhatIsWrongAndMakeTheirEncoder() {
		for (final double bad : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(bad, LcaOptions.Threshold.SOFT, false)).withMessageContainingAll("lambda", "" + bad);
			assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(1, LcaOptions.Threshold.SOFT, false, bad, 0, 9)).withMessageContainingAll("step", "" + bad);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(1, LcaOptions.Threshold.SOFT, false, 1.01, 0, 9)).withMessageContaining("1.01");
		assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(1, LcaOptions.Threshold.SOFT, false, 1, Double.NaN, 9)).withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(1, LcaOptions.Threshold.SOFT, false, 1, 0, 0)).withMessageContaining("maxIterations");
		assertThatIllegalArgumentException().isThrownBy(() -> new LcaOptions(1, null, false)).withMessageContaining("SOFT or HARD");
		final LcaOptions options = new LcaOptions(1, LcaOptions.Threshold.HARD, false);
		assertThat(options.name()).isEqualTo("LCA");
		assertThat(options.mostNonzeros(3)).isEqualTo(3);
		assertThat(options.encoder(null, Parallel.SERIAL)).isInstanceOf(Lca.class);
	}
}
