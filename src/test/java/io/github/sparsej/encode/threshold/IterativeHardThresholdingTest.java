package io.github.sparsej.encode.threshold;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.planted;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class IterativeHardThresholdingTest {

	abstract static class Contract extends EncoderContract {

		private final boolean nonnegative;

		Contract(final boolean nonnegative) {
			this.nonnegative = nonnegative;
		}

		@Override
		protected Encoder encoder(final double scale, final Parallel parallel) {
			return new IterativeHardThresholding(new IterativeHardThresholdingOptions(6, nonnegative), parallel);
		}

		@Override
		protected boolean firstOfEqualAtomsIsTaken() {
			return false;
		}

		@Test
		void codesKeepToTheirNonzerosAndSigns() {
			final SparseCodes codes = encode(dictionary, signals);
			for (int row = 0; row < codes.count(); row++) assertThat(codes.nonzeros(row)).isBetween(1, 6);
			if (nonnegative) for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isPositive();
		}

		@Test
		void residualNeverRises() {
			final Signals smooth = Signals.of(40, 40, Fixtures.smooth(40, 40, 4));
			requireFalling(dictionary, signals);
			requireFalling(Fixtures.smoothDictionary(80, 40, 3), smooth);
		}

		private void requireFalling(final Dictionary d, final Signals x) {
			double[] last = null;
			for (int iterations = 1; iterations < 40; iterations++) {
				final SparseCodes codes = prepare(6, nonnegative, 0, iterations, d).encode(x, Progress.NONE);
				final double[] norms = Residuals.norms(x, codes, d, Parallel.SERIAL);
				for (int row = 0; row < norms.length; row++) assertThat(norms[row]).as("signal %d, iteration %d", row, iterations).isLessThanOrEqualTo(last == null ? norm(x.row(row)) : last[row] + 1e-5 * norm(x.row(row)));
				last = norms;
			}
		}

		@Test
		void convergedCodesFitTheirSupportAndNoStepHelps() {
			final SparseCodes codes = prepare(6, nonnegative, 1e-6, 5000, dictionary).encode(signals, Progress.NONE);
			assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
			for (int row = 0; row < codes.count(); row++) {
				final double[] residual = residual(signals, row, codes, dictionary);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) assertThat(dot(residual, dictionary.atom(codes.atom(k)))).isCloseTo(0, within(1e-4 * norm(signals.row(row))));
			}
		}

		@ParameterizedTest
		@ValueSource(ints = { 1, 2, 5 })
		void plantedSupportIsRecovered(final int nonzeros) {
			final Dictionary wide = Fixtures.dictionary(200, 100, 8);
			final int[] atoms = new int[nonzeros];
			final double[] coefficients = new double[nonzeros];
			for (int k = 0; k < nonzeros; k++) {
				atoms[k] = 7 + 31 * k;
				coefficients[k] = (nonnegative || k % 2 == 0 ? 1 : -1) * (2 - 0.2 * k);
			}
			final SparseCodes codes = prepare(nonzeros, nonnegative, 1e-7, 1000, wide).encode(signals(planted(wide, atoms, coefficients)), Progress.NONE);
			assertThat(codes.nonzeros()).isEqualTo(nonzeros);
			for (int k = 0; k < nonzeros; k++) {
				assertThat(codes.atom(k)).isEqualTo(atoms[k]);
				assertThat((double) codes.coefficient(k)).isCloseTo(coefficients[k], within(1e-5));
			}
		}

		@Test
		void moreNonzerosThanAtomsFitAll() {
			final Dictionary few = Fixtures.dictionary(4, LENGTH, 3);
			final SparseCodes codes = prepare(1000, nonnegative, 1e-6, 1000, few).encode(signals, Progress.NONE);
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isLessThanOrEqualTo(4);
				for (int i = 0; i < 4; i++) {
					final double slope = dot(residual(signals, row, codes, few), few.atom(i));
					if (codes.dense(row)[i] != 0 || !nonnegative) assertThat(slope).isCloseTo(0, within(1e-4));
					else assertThat(slope).isLessThan(1e-4);
				}
			}
		}
	}

	@Nested
	class Signed extends Contract {
		Signed() {
			super(false);
		}
	}

	@Nested
	class Nonnegative extends Contract {
		Nonnegative() {
			super(true);
		}
	}

	private static WarmStartEncoder prepare(final int nonzeros, final boolean nonnegative, final double tolerance, final int iterations, final Dictionary d) {
		return new IterativeHardThresholding(new IterativeHardThresholdingOptions(nonzeros, nonnegative, tolerance, iterations), Parallel.of(2)).prepare(d);
	}

	@Test
	void firstStepIsTheBestOnItsSupport() {
		final Dictionary d = dictionary(20, 12, 1);
		final Signals x = signals(10, 12, 2);
		final SparseCodes one = prepare(4, false, 0, 1, d).encode(x, Progress.NONE), support = new TopK(new TopKOptions(4, false), Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
		for (int row = 0; row < 10; row++) {
			final double[] direction = new double[12];
			double square = 0, decoded = 0;
			for (int k = support.start(row); k < support.start(row + 1); k++) {
				square += (double) support.coefficient(k) * support.coefficient(k);
				for (int j = 0; j < 12; j++) direction[j] += (double) support.coefficient(k) * d.atom(support.atom(k))[j];
			}
			for (final double v : direction) decoded += v * v;
			for (int k = 0; k < 4; k++) {
				assertThat(one.atom(one.start(row) + k)).isEqualTo(support.atom(support.start(row) + k));
				assertThat(one.coefficient(one.start(row) + k) / (double) support.coefficient(support.start(row) + k)).isCloseTo(square / decoded, within(1e-5));
			}
		}
	}

	@Test
	void startIsGoneOnFrom() {
		final Dictionary d = dictionary(60, 30, 1);
		final Signals x = signals(40, 30, 2);
		final SparseCodes seven = prepare(5, false, 0, 7, d).encode(x, Progress.NONE);
		assertThat(prepare(5, false, 0, 4, d).encode(x, prepare(5, false, 0, 3, d).encode(x, Progress.NONE), Progress.NONE)).isEqualTo(seven);
	}

	@Test
	void startThatIsNotAllowedOrWorseThanNoneIsNotUsed() {
		final Dictionary d = dictionary(60, 30, 1);
		final Signals x = signals(1, 30, 2);
		for (final boolean nonnegative : new boolean[] { false, true })
			for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY, 3e38f, 1e20f, 500 }) {
				final SparseCodes start = SparseCodes.of(60, new int[] { 0, 2 }, new int[] { 4, 9 }, new float[] { bad, -bad }, new StopReason[] { StopReason.CONVERGED });
				assertThat(prepare(5, nonnegative, 0, 7, d).encode(x, start, Progress.NONE)).isEqualTo(prepare(5, nonnegative, 0, 7, d).encode(x, Progress.NONE));
			}
	}

	@Test
	void largestSignalsStayFinite() {
		final Dictionary smooth = Fixtures.smoothDictionary(80, 40, 3);
		final float[] values = Fixtures.smooth(20, 40, 4);
		for (int i = 0; i < values.length; i++) values[i] *= 1e29f;
		final SparseCodes codes = prepare(20, false, 0, 50, smooth).encode(Signals.of(20, 40, values), Progress.NONE);
		assertThat(codes.nonzeros()).isPositive();
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isFinite();
	}

	@Test
	void optionsSayWhatIsWrongAndMakeTheirEncoder() {
		assertThatIllegalArgumentException().isThrownBy(() -> new IterativeHardThresholdingOptions(0, false)).withMessageContainingAll("nonzeros", "0");
		assertThatIllegalArgumentException().isThrownBy(() -> new IterativeHardThresholdingOptions(1, false, 0, 0)).withMessageContainingAll("maxIterations", "0");
		for (final double tolerance : new double[] { -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertThatIllegalArgumentException().isThrownBy(() -> new IterativeHardThresholdingOptions(1, false, tolerance, 9)).withMessageContainingAll("tolerance", "" + tolerance);
		final IterativeHardThresholdingOptions options = new IterativeHardThresholdingOptions(5, false);
		assertThat(options.name()).isEqualTo("Iterative hard threshold");
		assertThat(options.mostNonzeros(3)).isEqualTo(3);
		assertThat(options.encoder(null, Parallel.SERIAL)).isInstanceOf(IterativeHardThresholding.class);
	}
}
