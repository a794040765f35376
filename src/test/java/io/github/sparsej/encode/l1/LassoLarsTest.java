package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.gaussian;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class LassoLarsTest extends L1Contract {

	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return new LassoLars(new LassoLarsOptions(penalty), parallel);
	}

	@Test
	void atomsLeaveWhoseCoefficientsVanish() {
		final SparseCodes early = encodeOptimally(Penalty.lasso(0.6), dictionary, signals), late = encodeOptimally(Penalty.lasso(0.1), dictionary, signals);
		int left = 0, turned = 0;
		for (int row = 0; row < signals.count(); row++) {
			final float[] before = early.dense(row), after = late.dense(row);
			for (int i = 0; i < ATOMS; i++) {
				if (before[i] != 0 && after[i] == 0) left++;
				if (before[i] * after[i] < 0) turned++;
			}
		}
		assertThat(left).isGreaterThan(50);
		assertThat(turned).isPositive();
	}

	@Test
	void codesOfMostOfThePixelsAreOptimal() {
		final SparseCodes codes = encodeOptimally(Penalty.lasso(0.05), dictionary(128, 64, 3), signals(100, 64, 4));
		assertThat(codes.nonzeros()).isBetween(45 * 100, 64 * 100);
	}

	@Test
	void almostNoPenaltyLeavesAlmostNoResidual() {
		final Penalty penalty = Penalty.lasso(1e-9);
		final SparseCodes codes = encodeOptimally(penalty, dictionary, signals);
		for (int row = 0; row < signals.count(); row++) assertThat(norm(residual(signals, row, codes, dictionary))).isLessThan(1e-5 * norm(signals.row(row)));
	}

	/** Pairs of atoms of which one is nearly the other, or nearly its negative. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e-2, 1e-3, 1e-4, 1e-6, 0 })
	void nearlyDependentAtomsConverge(final double distance) {
		final int length = 30, pairs = 30;
		final float[] atoms = gaussian(2 * pairs * length, 5);
		for (int i = 0; i < pairs; i++)
			for (int j = 0; j < length; j++) atoms[(pairs + i) * length + j] = (float) ((i % 2 == 0 ? -1 : 1) * atoms[i * length + j] + distance * atoms[(pairs + i) * length + j]);
		final Dictionary coherent = Dictionary.normalized(new PatchShape(length, 1, 1, 1), 2 * pairs, atoms);
		final double[] weights = new double[2 * pairs];
		for (int i = 0; i < weights.length; i++) weights[i] = 1 + i % 5;
		for (final double lambda : new double[] { 0.5, 0.05, 0.01 }) {
			encodeOptimally(Penalty.lasso(lambda), coherent, signals(20, length, 6));
			encodeOptimally(Penalty.lasso(lambda).weighted(weights).nonnegative(true), coherent, signals(20, length, 6));
		}
	}

	/** With as many atoms in the code as pixels, any other depends on them, and can but take the place of one. */
	@Test
	void dependentAtomTakesThePlaceOfAnother() {
		final double[] weights = new double[90];
		for (int i = 0; i < weights.length; i++) weights[i] = Math.pow(10, i % 9 / 4.0 - 1);
		for (final double lambda : new double[] { 1e-2, 1e-4, 1e-6 }) {
			final SparseCodes codes = encodeOptimally(Penalty.lasso(lambda).weighted(weights), dictionary(90, 25, 7), signals(20, 25, 8));
			for (int row = 0; row < codes.count(); row++) assertThat(codes.nonzeros(row)).isLessThanOrEqualTo(25);
		}
	}

	@Test
	void atomsAndSignalsOfSmallWholeNumbersAreFullOfTies() {
		final float[] atoms = new float[60 * 12];
		for (int i = 0; i < 60; i++) for (int j = 0; j < 12; j++) atoms[i * 12 + j] = (i * i + j * (i % 3 + 1) + i * j / 5) % 5 - 2;
		final float[] values = new float[30 * 12];
		for (int i = 0; i < values.length; i++) values[i] = i * 5 % 7 - 3;
		final Dictionary ties = Dictionary.normalized(new PatchShape(12, 1, 1, 1), 60, atoms);
		for (final double lambda : new double[] { 2, 0.5, 0.01 }) encodeOptimally(Penalty.lasso(lambda), ties, Signals.of(30, 12, values));
	}

	@Test
	void signalThatCorrelatesWithNothingHasAnEmptyCode() {
		final Dictionary plane = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 2, new float[] { 1, 1, 0, 1, -1, 0 });
		final SparseCodes codes = encode(Penalty.lasso(1e-30), plane, signals(new float[] { 0, 0, 3 }));
		assertThat(codes.nonzeros()).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.CONVERGED);
	}

	@Test
	void optionsAreChecked() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LassoLarsOptions(null)).withMessageContaining("penalty");
		assertThat(new LassoLarsOptions(Penalty.lasso(1)).mostNonzeros(20)).isEqualTo(20);
		assertThat(new LassoLarsOptions(Penalty.lasso(1)).encoder(null, Parallel.SERIAL)).isInstanceOf(LassoLars.class);
	}
}
