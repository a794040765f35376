package io.github.sparsej.analyze;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

class EncoderComparisonTest {

	private final Dictionary atoms = dictionary(40, 16, 1);
	private final Signals signals = signals(300, 16, 2);
	private final EncoderComparison comparison = new EncoderComparison(signals, atoms, null, Parallel.SERIAL);

	@Test
	void anEncoderThatCountsIsGivenTheNumber() {
		final ComparedEncoding measured = comparison.measure(EncoderKind.ORTHOGONAL_MATCHING_PURSUIT, EncoderParameters.DEFAULT, 4, Progress.NONE).orElseThrow();
		assertThat(measured.nonzeros()).isEqualTo(4);
		assertThat(measured.lambda()).isNaN();
		final SparseCodes codes = Encoders.create(EncoderKind.ORTHOGONAL_MATCHING_PURSUIT.options(EncoderParameters.DEFAULT.withNonzeros(4)), null, Parallel.SERIAL).prepare(atoms).encode(signals, Progress.NONE);
		assertThat(measured.residual()).isEqualTo(Residuals.relative(signals, codes, atoms, Parallel.SERIAL));
		assertThat(measured.microseconds()).isPositive().isLessThan(1e5);
	}

	/** Lambda is found on 250 of the 300 signals, on which the mean is within 1 % of what was asked for. */
	@Test
	void anEncoderWithLambdaIsBroughtNearTheNumber() {
		for (final EncoderKind kind : new EncoderKind[] { EncoderKind.SOFT_THRESHOLD, EncoderKind.ELASTIC_NET }) {
			final ComparedEncoding measured = comparison.measure(kind, EncoderParameters.DEFAULT, 5, Progress.NONE).orElseThrow();
			assertThat(measured.nonzeros()).as(kind.label()).isCloseTo(5, within(0.3));
			final SparseCodes codes = Encoders.create(kind.options(EncoderParameters.DEFAULT.withLambda(measured.lambda())), null, Parallel.SERIAL).prepare(atoms).encode(signals, Progress.NONE);
			assertThat((double) codes.nonzeros() / signals.count()).isEqualTo(measured.nonzeros());
		}
	}

	@Test
	void stoppedAnywhereItMeasuresNothing() {
		for (final double stop : new double[] { 0, 0.3, 0.6, 0.8, 0.95 })
			assertThat(comparison.measure(EncoderKind.SOFT_THRESHOLD, EncoderParameters.DEFAULT, 5, (fraction, what) -> fraction < stop)).as("at %s", stop).isEmpty();
	}

	@Test
	void signalsThatAreAllZeroTellNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EncoderComparison(Signals.zeros(3, 16), atoms, null, Parallel.SERIAL)).withMessageContaining("not all zero");
		assertThatIllegalArgumentException().isThrownBy(() -> new EncoderComparison(Signals.zeros(0, 16), atoms, null, Parallel.SERIAL)).withMessageContaining("not all zero");
	}

	@Test
	void stepsAreWholeNumbersInEqualRatios() {
		assertThat(EncoderComparison.steps(1, 16, 5)).containsExactly(1, 2, 4, 8, 16);
		assertThat(EncoderComparison.steps(1, 3, 9)).containsExactly(1, 2, 3);
		assertThat(EncoderComparison.steps(3, 3, 4)).containsExactly(3);
		assertThat(EncoderComparison.steps(2, 50, 1)).containsExactly(2);
	}
}
