package io.github.sparsej.convolve.readout;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a read-out is made of fits together, else it would tell classes by the weights of others. */
class ReadoutLimitsTest {

	private static final List<String> TWO = List.of("yes", "no");

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(said);
	}

	@Test
	void weightsAreOfTwoClassesOrMore() {
		refused(() -> new SoftmaxReadout(List.of("yes"), 3, 1, new double[4]), "at least 2 classes to tell, got [yes]");
		refused(() -> new SoftmaxReadout(TWO, 3, 1, new double[7]), "2 classes by 3 features need 8 weights, got 7");
		for (final double scale : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) refused(() -> new SoftmaxReadout(TWO, 3, scale, new double[8]), "the scale of features must be finite and above 0, got " + scale);
		for (final double weight : new double[] { Double.NaN, Double.NEGATIVE_INFINITY }) refused(() -> new SoftmaxReadout(TWO, 0, 1, new double[] { 1, weight }), "weights must be finite, got " + weight);
	}

	@Test
	void everyRowHasAnAnswer() {
		refused(() -> new Confusion(TWO, new int[3], new int[2]), "3 rows need as many answers, got 2");
	}

	@Test
	void aPartIsForTraining() {
		for (final double share : new double[] { 0, -0.1, 1.1, Double.NaN }) refused(() -> new ReadoutOptions(0, 1, share, 1), "trainShare must be above 0 and at most 1, got " + share);
	}
}
