package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.planted;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class BatchOmpTest extends GreedyContract {

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		return new BatchOmp(new OmpOptions(maxNonzeros, residualTolerance, atLeastOne, false), parallel);
	}

	@Test
	void residualIsOrthogonalToTheSupport() {
		final Dictionary dictionary = dictionary(150, 64, 5);
		final Signals signals = signals(100, 64, 6);
		for (final int nonzeros : new int[] { 1, 2, 5, 15, 40 }) {
			final SparseCodes codes = encode(nonzeros, 0, dictionary, signals);
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isEqualTo(nonzeros);
				final double[] residual = residual(signals, row, codes, dictionary);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) assertThat(dot(residual, dictionary.atom(codes.atom(k)))).isCloseTo(0, within(1e-5 * norm(signals.row(row))));
			}
		}
	}

	@Test
	void plantedSupportIsRecovered() {
		final Dictionary dictionary = dictionary(200, 100, 8);
		final int[] atoms = { 3, 77, 150 };
		final double[] coefficients = { 2, -1.5, 1 };
		final SparseCodes codes = encode(10, 1e-4, dictionary, signals(planted(dictionary, atoms, coefficients)));
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.TOLERANCE);
		assertThat(codes.nonzeros()).isEqualTo(3);
		for (int k = 0; k < 3; k++) {
			assertThat(codes.atom(k)).isEqualTo(atoms[k]);
			assertThat((double) codes.coefficient(k)).isCloseTo(coefficients[k], within(2e-6));
		}
	}

	@Test
	void withNoToleranceItStallsWhereNothingIsLeft() {
		final Dictionary dictionary = dictionary(200, 100, 8);
		final SparseCodes codes = encode(10, 0, dictionary, signals(planted(dictionary, new int[] { 3, 77, 150 }, new double[] { 2, -1.5, 1 })));
		assertThat(codes.nonzeros()).isEqualTo(3);
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void asManyIndependentAtomsAsPixelsLeaveNothing() {
		final Dictionary wide = dictionary(60, 5, 4);
		final Signals small = signals(50, 5, 5);
		final SparseCodes codes = encode(1000, 0, wide, small);
		final double[] norms = Residuals.norms(small, codes, wide, Parallel.SERIAL);
		for (int row = 0; row < 50; row++) {
			assertThat(codes.nonzeros(row)).isLessThanOrEqualTo(5);
			assertThat(codes.stopReason(row)).isEqualTo(StopReason.STALLED);
			assertThat(norms[row]).isLessThan(1e-5);
		}
	}

	@Test
	void atomThatDependsOnThoseChosenStalls() {
		final float h = (float) Math.sqrt(0.5);
		// Atoms in the plane of the first two pixels; the signal sticks out of it where no atom reaches.
		final Dictionary plane = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 3, new float[] { 1, 0, 0, 0, 1, 0, h, h, 0 });
		final SparseCodes codes = encode(3, 0, plane, signals(new float[] { 3, 1, 5 }));
		assertThat(codes.nonzeros()).isEqualTo(2);
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void fiveAtomsAreThoseOfScikitLearn() {
		final Npy expected = Npy.golden("encoders/64x128_omp_l0_5_codes.npy");
		final SparseCodes codes = Golden.encode(encoder(5, 0, Golden.PARALLEL));
		for (int row = 0; row < 200; row++) assertThat(Golden.check(codes, row, expected)).isEqualTo(5);
	}

	@Test
	void atomsAreTakenInTheOrderOfScikitLearn() {
		Golden.checkOrder(steps -> encoder(steps, 0, Golden.PARALLEL), Npy.golden("encoders/64x128_omp_l0_5_order.npy"));
	}

	@Test
	void toleranceGivesTheCodesOfScikitLearnWhereThatTakesAny() {
		final Npy expected = Npy.golden("encoders/64x128_omp_tol0.05_codes.npy");
		final SparseCodes codes = Golden.encode(encoder(64, Math.sqrt(0.05), Golden.PARALLEL));
		int nonzeros = 0;
		for (int row = 0; row < 200; row++) nonzeros += Golden.check(codes, row, expected);
		assertThat(nonzeros).isEqualTo(1785);
	}

	@Test
	void atLeastOneAtomGivesTheSignalsWithinTheToleranceTheAtomThatScikitLearnGivesThem() {
		final Signals x = Golden.signals();
		final SparseCodes codes = Golden.encode(encoder(64, Math.sqrt(0.05), true, Golden.PARALLEL)), first = Golden.encode(encoder(1, 0, Golden.PARALLEL));
		int within = 0;
		for (int row = 0; row < 200; row++) {
			if (norm(x.row(row)) > Math.sqrt(0.05)) continue;
			within++;
			assertThat(codes.dense(row)).isEqualTo(first.dense(row));
		}
		assertThat(within).isEqualTo(109);
	}
}
