package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.planted;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class NonnegativeOmpTest extends GreedyContract {

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		return new OmpOptions(maxNonzeros, residualTolerance, atLeastOne, true).encoder(null, parallel);
	}

	/** Largest difference from the reference; entries that only one of them has must be below the tolerance too. */
	private static double difference(final SparseCodes codes, final Npy expected) {
		double largest = 0;
		for (int row = 0; row < codes.count(); row++) for (int i = 0; i < codes.atomCount(); i++) largest = Math.max(largest, Math.abs(codes.dense(row)[i] - expected.at(row, i)));
		return largest;
	}

	private static double energy(final SparseCodes codes) {
		double sum = 0;
		for (int row = 0; row < codes.count(); row++) {
			final double norm = norm(residual(Golden.signals(), row, codes, Golden.dictionary()));
			sum += norm * norm;
		}
		return sum;
	}

	@Test
	void fiveAtomsAreThoseOfTheReference() {
		final SparseCodes codes = Golden.encode(encoder(5, 0, Golden.PARALLEL));
		final Npy expected = Npy.golden("encoders/64x128_nnomp_l0_5_codes.npy");
		for (int row = 0; row < 200; row++) assertThat(Golden.check(codes, row, expected)).isEqualTo(5);
		assertThat(energy(codes)).isCloseTo(52.944300101218246, within(1e-5));
	}

	@Test
	void withoutLimitsItIsNonnegativeLeastSquares() {
		final SparseCodes codes = Golden.encode(encoder(128, 0, Golden.PARALLEL));
		assertThat(difference(codes, Npy.golden("encoders/64x128_nnls_codes.npy"))).isLessThan(1e-4);
		assertThat(energy(codes)).isCloseTo(6.7256196892685904, within(1e-5 * 6.7));
	}

	@Test
	void noCoefficientIsNegative() {
		for (final int nonzeros : new int[] { 1, 2, 5, 15, 37 }) {
			final SparseCodes codes = encode(nonzeros, 0, dictionary, signals);
			for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isPositive();
		}
	}

	/** The conditions of Karush, Kuhn and Tucker: no atom taken correlates with the residual, and no other positively. */
	private void assertOptimal(final Dictionary d, final Signals x, final double relative) {
		final SparseCodes codes = encode(d.atomCount(), 0, d, x);
		assertThat(codes.count(StopReason.STALLED)).isEqualTo(x.count());
		for (int row = 0; row < x.count(); row++) {
			final double[] residual = residual(x, row, codes, d);
			final double rounding = relative * norm(x.row(row));
			for (int i = 0; i < d.atomCount(); i++) {
				assertThat(codes.dense(row)[i]).isNotNegative();
				if (codes.dense(row)[i] > 0) assertThat(dot(residual, d.atom(i))).isCloseTo(0, within(rounding));
				else assertThat(dot(residual, d.atom(i))).isLessThan(rounding);
			}
		}
	}

	@Test
	void withoutLimitsNoChangeOfTheCodeWouldLowerTheResidual() {
		assertOptimal(dictionary(60, 20, 7), signals(100, 20, 8), 5e-7);
	}

	@Test
	void coherentAtomsMakeNoDifferenceToThat() {
		assertOptimal(Fixtures.smoothDictionary(100, 64, 21), Signals.of(40, 64, Fixtures.smooth(40, 64, 22)), 5e-7);
	}

	@Test
	void atomWhoseCoefficientWouldBeNegativeLeaves() {
		// The atom (2, 1, 0.5) correlates most with the signal (1, 1, 0), which the two axes then describe alone.
		final Dictionary three = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 3, new float[] { 2, 1, 0.5f, 1, 0, 0, 0, 1, 0 });
		final Signals signal = signals(new float[] { 1, 1, 0 });
		assertThat(encode(1, 0, three, signal).dense(0)[0]).isPositive();
		assertThat(encode(3, 0, three, signal).dense(0)).containsExactly(new float[] { 0, 1, 1 }, offset(1e-6f));
	}

	@Test
	void plantedSupportIsRecovered() {
		final Dictionary wide = dictionary(200, 100, 8);
		final SparseCodes codes = encode(10, 1e-4, wide, signals(planted(wide, new int[] { 3, 77, 150 }, new double[] { 2, 1.5, 1 })));
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.TOLERANCE);
		assertThat(codes.nonzeros()).isEqualTo(3);
		assertThat((double) codes.dense(0)[3]).isCloseTo(2, within(2e-6));
		assertThat((double) codes.dense(0)[77]).isCloseTo(1.5, within(2e-6));
		assertThat((double) codes.dense(0)[150]).isCloseTo(1, within(2e-6));
	}

	@Test
	void signalAgainstAllAtomsStallsWithAnEmptyCode() {
		final Dictionary one = dictionary(1, 6, 3);
		final float[] against = one.atom(0);
		for (int j = 0; j < against.length; j++) against[j] = -against[j];
		final SparseCodes codes = encode(4, 0, one, signals(against));
		assertThat(codes.nonzeros()).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}
}
