package io.github.sparsej.encode.threshold;

import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.threshold.ThresholdOptions.Rule;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class ThresholdTest {

	abstract static class Contract extends EncoderContract {

		private final Rule rule;
		private final boolean nonnegative;

		Contract(final Rule rule, final boolean nonnegative) {
			this.rule = rule;
			this.nonnegative = nonnegative;
		}

		@Override
		protected Encoder encoder(final double scale, final Parallel parallel) {
			return new Threshold(new ThresholdOptions(rule, 0.8 * scale, nonnegative), parallel);
		}

		@Override
		protected boolean firstOfEqualAtomsIsTaken() {
			return false;
		}

		@Test
		void codeIsThatOfTheFormula() {
			final double lambda = 0.8;
			final SparseCodes codes = encode(dictionary, signals);
			for (int row = 0; row < codes.count(); row++) {
				final float[] code = codes.dense(row);
				for (int i = 0; i < ATOMS; i++) {
					double c = 0;
					for (int j = 0; j < LENGTH; j++) c += (double) signals.value(row, j) * dictionary.atom(i)[j];
					final double magnitude = nonnegative ? c : Math.abs(c);
					final double expected = magnitude <= lambda ? 0 : rule == Rule.HARD ? c : Math.signum(c) * (magnitude - lambda);
					assertThat((double) code[i]).isCloseTo(expected, within(1e-5));
				}
			}
		}

		@Test
		void thresholdAboveAllCorrelationsLeavesNothing() {
			for (final double lambda : new double[] { 1e3, 1e39, 1e300 }) {
				final SparseCodes codes = new Threshold(new ThresholdOptions(rule, lambda, nonnegative), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
				assertThat(codes.nonzeros()).isZero();
				assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
			}
		}

		@Test
		void tiniestThresholdLeavesAll() {
			final SparseCodes codes = new Threshold(new ThresholdOptions(rule, 1e-300, nonnegative), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
			assertThat(codes.nonzeros()).isGreaterThan(signals.count() * ATOMS * 2 / 5);
			if (!nonnegative) assertThat(codes.nonzeros()).isEqualTo(signals.count() * ATOMS);
		}
	}

	@Nested
	class Soft extends Contract {
		Soft() {
			super(Rule.SOFT, false);
		}
	}

	@Nested
	class SoftNonnegative extends Contract {
		SoftNonnegative() {
			super(Rule.SOFT, true);
		}
	}

	@Nested
	class Hard extends Contract {
		Hard() {
			super(Rule.HARD, false);
		}
	}

	@Nested
	class HardNonnegative extends Contract {
		HardNonnegative() {
			super(Rule.HARD, true);
		}
	}

	@Test
	void correlationAtTheThresholdIsWithinIt() {
		final Dictionary one = Dictionary.ofUnitAtoms(new PatchShape(1, 1, 1, 1), 1, new float[] { 1 });
		final Signals x = signals(new float[] { 0.5f }, new float[] { -0.5f }, new float[] { Math.nextUp(0.5f) });
		for (final Rule rule : Rule.values()) {
			final SparseCodes codes = new Threshold(new ThresholdOptions(rule, 0.5, false), Parallel.SERIAL).prepare(one).encode(x, Progress.NONE);
			assertThat(codes.nonzeros(0) + codes.nonzeros(1)).isZero();
			assertThat(codes.nonzeros(2)).isEqualTo(1);
		}
	}

	@Test
	void softThresholdIsThatOfTheReference() {
		assertThat(nonzeros(Rule.SOFT, false, "encoders/64x128_soft_threshold_0.1_codes.npy")).isEqualTo(2790);
		assertThat(nonzeros(Rule.SOFT, true, "encoders/64x128_soft_threshold_0.1_positive_codes.npy")).isBetween(1000, 1800);
	}

	private static int nonzeros(final Rule rule, final boolean nonnegative, final String name) {
		final SparseCodes codes = Golden.encode(new Threshold(new ThresholdOptions(rule, 0.1, nonnegative), Golden.PARALLEL));
		final Npy expected = Npy.golden(name);
		int nonzeros = 0;
		for (int row = 0; row < 200; row++) nonzeros += Golden.check(codes, row, expected);
		return nonzeros;
	}

	@Test
	void badOptionsAreNamed() {
		for (final double lambda : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdOptions(Rule.SOFT, lambda, false)).withMessageContainingAll("lambda", "" + lambda);
		assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdOptions(null, 1, false)).withMessageContaining("SOFT or HARD");
	}

	@Test
	void optionsMakeTheirEncoder() {
		final ThresholdOptions options = new ThresholdOptions(Rule.HARD, 0.1, true);
		assertThat(options.name()).isEqualTo("Hard threshold");
		assertThat(new ThresholdOptions(Rule.SOFT, 0.1, true).name()).isEqualTo("Soft threshold");
		assertThat(options.mostNonzeros(17)).isEqualTo(17);
		assertThat(options.encoder(null, Parallel.SERIAL).prepare(Fixtures.dictionary(4, 3, 1)).encode(Fixtures.signals(2, 3, 2), Progress.NONE).count()).isEqualTo(2);
	}
}
