package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class RectifiedMatchingPursuitTest extends GreedyContract {

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		return new MatchingPursuit(new MatchingPursuitOptions(maxNonzeros, residualTolerance, Selection.RECTIFIED, atLeastOne), parallel);
	}

	@Test
	void coefficientsAreNeverNegative() {
		final SparseCodes codes = encode(12, 0, dictionary(40, 20, 3), signals(100, 20, 4));
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isPositive();
	}

	@Test
	void signalAgainstAllAtomsStallsWithAnEmptyCode() {
		final Dictionary one = dictionary(1, 6, 3);
		final float[] against = one.atom(0);
		for (int j = 0; j < against.length; j++) against[j] = -against[j];
		final SparseCodes codes = encode(4, 0, one, Fixtures.signals(against));
		assertThat(codes.nonzeros()).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void tenStepsAreThoseOfTheReference() {
		final Npy expected = Npy.golden("encoders/64x128_nnmp_10_codes.npy");
		final SparseCodes codes = Golden.encode(encoder(10, 0, Golden.PARALLEL));
		for (int row = 0; row < 200; row++) assertThat(Golden.check(codes, row, expected)).isBetween(1, 10);
	}

	@Test
	void codesOfSparseHebbianLearningAreTheReference() {
		final Npy expected = Npy.golden("shl_small/None_code_iter1.npy");
		final SparseCodes codes = Golden.encodeHebbianBatch(encoder(6, 0, Golden.PARALLEL));
		for (int row = 0; row < 128; row++) assertThat(Golden.check(codes, row, expected)).isBetween(1, 6);
	}

	@Test
	void signalsShorterThanATileAreEncodedToo() {
		final Signals x = signals(7, 1, 1);
		assertThat(encode(1, 0, dictionary(2, 1, 9), x).nonzeros()).isBetween(1, 7);
	}
}
