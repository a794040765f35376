package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.DenseCodes;

class PenaltyTest {

	private final Penalty penalty = Penalty.elasticNet(0.5, 0.25).weighted(1, 2, 3);

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(said);
	}

	@Test
	void equalWhereAllPartsAre() {
		assertThat(penalty).isEqualTo(Penalty.elasticNet(0.5, 0.25).weighted(1, 2, 3)).hasSameHashCodeAs(Penalty.elasticNet(0.5, 0.25).weighted(1, 2, 3));
		assertThat(penalty).isNotEqualTo(penalty.withLambda(0.6)).isNotEqualTo(penalty.withMixing(0.3)).isNotEqualTo(penalty.nonnegative(true)).isNotEqualTo(penalty.weighted(1, 2, 4)).isNotEqualTo(penalty.weighted()).isNotEqualTo("penalty");
	}

	@Test
	void anotherLambdaOrShareLeavesTheRest() {
		final Penalty only = penalty.nonnegative(true);
		assertThat(only.withLambda(3)).isEqualTo(Penalty.elasticNet(3, 0.25).weighted(1, 2, 3).nonnegative(true));
		assertThat(only.withMixing(1)).isEqualTo(Penalty.lasso(0.5).weighted(1, 2, 3).nonnegative(true));
	}

	@Test
	void numbersHaveRanges() {
		for (final double lambda : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) refused(() -> Penalty.lasso(lambda), "lambda must be finite and above 0, got " + lambda);
		for (final double mixing : new double[] { 0, -1, 1.5, Double.NaN }) refused(() -> Penalty.elasticNet(1, mixing), "mixing must be more than 0 and at most 1, got " + mixing);
		for (final double weight : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) refused(() -> penalty.weighted(1, weight), "weights must be finite and above 0, got " + weight);
		refused(() -> penalty.weighted(1, 1e-13), "at most 1.0E12 times the smallest, got 1.0 and 1.0E-13");
		assertThat(penalty.weighted(1, 1e-12).weights()).containsExactly(1, 1e-12);
	}

	/** A code that must not be is worse than any: neither its objective nor its violation is a number to compare. */
	@Test
	void aNegativeCoefficientIsNoNonnegativeCode() {
		final Dictionary atoms = Dictionary.ofUnitAtoms(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 0, 0, 1 });
		final Signals signals = Signals.of(2, 2, new float[] { 2, -3, 2, 3 });
		final SparseCodes codes = DenseCodes.of(2, 1, -2, 1, 2);
		final Penalty signed = Penalty.lasso(1), only = signed.nonnegative(true);
		assertThat(Optimality.objectives(signals, codes, atoms, signed, Parallel.SERIAL)).containsExactly(4, 4);
		assertThat(Optimality.objectives(signals, codes, atoms, only, Parallel.SERIAL)).containsExactly(Double.POSITIVE_INFINITY, 4);
		assertThat(Optimality.violations(signals, codes, atoms, signed, Parallel.SERIAL)).containsExactly(0, 0);
		assertThat(Optimality.violations(signals, codes, atoms, only, Parallel.SERIAL)).containsExactly(Double.POSITIVE_INFINITY, 0);
	}
}
