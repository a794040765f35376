package io.github.sparsej.encode.threshold;

import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class TopKTest {

	/** An even number, of which equal atoms get equal shares. */
	private static final int NONZEROS = 6;

	abstract static class Contract extends EncoderContract {

		private final boolean nonnegative;

		Contract(final boolean nonnegative) {
			this.nonnegative = nonnegative;
		}

		@Override
		protected Encoder encoder(final double scale, final Parallel parallel) {
			return new TopK(new TopKOptions(NONZEROS, nonnegative), parallel);
		}

		@Override
		protected boolean firstOfEqualAtomsIsTaken() {
			return false;
		}

		@Test
		void noAtomLeftOutCorrelatesMore() {
			final SparseCodes codes = encode(dictionary, signals);
			final SparseCodes all = new TopK(new TopKOptions(1000, nonnegative), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isEqualTo(NONZEROS);
				assertThat(codes.stopReason(row)).isEqualTo(StopReason.CONVERGED);
				final float[] code = codes.dense(row), correlations = all.dense(row);
				float least = Float.POSITIVE_INFINITY;
				for (int k = codes.start(row); k < codes.start(row + 1); k++) least = Math.min(least, Math.abs(codes.coefficient(k)));
				for (int i = 0; i < ATOMS; i++) {
					if (code[i] != 0) assertThat(code[i]).isEqualTo(correlations[i]);
					else assertThat(Math.abs(correlations[i])).isLessThanOrEqualTo(least);
					if (nonnegative) assertThat(code[i]).isNotNegative();
				}
			}
		}

		@Test
		void moreNonzerosThanAtomsAreNoMistake() {
			final SparseCodes codes = new TopK(new TopKOptions(Integer.MAX_VALUE, nonnegative), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
			if (nonnegative) assertThat(codes.nonzeros()).isBetween(signals.count() * ATOMS / 3, signals.count() * ATOMS * 2 / 3);
			else assertThat(codes.nonzeros()).isEqualTo(signals.count() * ATOMS);
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

	@Test
	void ofEqualCorrelationsTheFirstAreTaken() {
		final Dictionary same = Dictionary.ofUnitAtoms(new PatchShape(2, 1, 1, 1), 4, new float[] { 0, 1, 1, 0, -1, 0, 1, 0 });
		final float[] code = new TopK(new TopKOptions(2, false), Parallel.SERIAL).prepare(same).encode(signals(new float[] { 3, 1 }), Progress.NONE).dense(0);
		assertThat(code).containsExactly(0, 3, -3, 0);
		final float[] positive = new TopK(new TopKOptions(2, true), Parallel.SERIAL).prepare(same).encode(signals(new float[] { 3, 1 }), Progress.NONE).dense(0);
		assertThat(positive).containsExactly(0, 3, 0, 3);
	}

	@Test
	void fiveLargestAreThoseOfTheReference() {
		final SparseCodes codes = Golden.encode(new TopK(new TopKOptions(5, false), Golden.PARALLEL));
		final Npy expected = Npy.golden("encoders/64x128_top5_correlation_codes.npy");
		for (int row = 0; row < 200; row++) assertThat(Golden.check(codes, row, expected)).isEqualTo(5);
	}

	@Test
	void optionsSayWhatIsWrongAndMakeTheirEncoder() {
		for (final int nonzeros : new int[] { 0, -3 }) assertThatIllegalArgumentException().isThrownBy(() -> new TopKOptions(nonzeros, false)).withMessageContainingAll("nonzeros", "" + nonzeros);
		final TopKOptions options = new TopKOptions(5, false);
		assertThat(options.name()).isEqualTo("Top k");
		assertThat(options.mostNonzeros(3)).isEqualTo(3);
		assertThat(options.encoder(null, Parallel.SERIAL)).isInstanceOf(TopK.class);
	}
}
