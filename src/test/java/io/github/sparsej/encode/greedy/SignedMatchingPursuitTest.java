package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class SignedMatchingPursuitTest extends GreedyContract {

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		return new MatchingPursuit(new MatchingPursuitOptions(maxNonzeros, residualTolerance, Selection.SIGNED, atLeastOne), parallel);
	}

	@Test
	void coefficientOfAnAtomTakenAgainAddsUp() {
		// Two atoms at 60 degrees: (1, 0) and (1/2, sqrt(3)/2). The signal is 4 along the second minus 2 along the first.
		final float s = (float) Math.sqrt(0.75);
		final Dictionary pair = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 0, 0.5f, s });
		final SparseCodes codes = encode(60, 0, pair, signals(new float[] { 0, 4 * s }));
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
		assertThat(codes.dense(0)).containsExactly(new float[] { -2, 4 }, offset(1e-5f));
	}

	@Test
	void tenStepsAreThoseOfTheReference() {
		final Npy expected = Npy.golden("encoders/64x128_mp_10_codes.npy");
		final SparseCodes codes = Golden.encode(encoder(10, 0, Golden.PARALLEL));
		int nonzeros = 0;
		for (int row = 0; row < 200; row++) nonzeros += Golden.check(codes, row, expected);
		assertThat(nonzeros).isEqualTo(1998);
	}

	@Test
	void atomsAreTakenInTheOrderOfTheReference() {
		Golden.checkOrder(steps -> encoder(steps, 0, Golden.PARALLEL), Npy.golden("encoders/64x128_mp_10_order.npy"));
	}

	@Test
	void codesOfSparseHebbianLearningAreTheReference() {
		final Npy expected = Npy.golden("shl_small/symmetric_code_batch1.npy");
		final SparseCodes codes = Golden.encodeHebbianBatch(encoder(6, 0, Golden.PARALLEL));
		for (int row = 0; row < 128; row++) assertThat(Golden.check(codes, row, expected)).isBetween(1, 6);
	}
}
