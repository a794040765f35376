package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.norm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class CoordinateDescentTest extends L1Contract {

	private static final Penalty LASSO = Penalty.lasso(0.5);

	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return encoder(penalty, Convergence.DEFAULT, parallel);
	}

	private static CoordinateDescent encoder(final Penalty penalty, final Convergence stop, final Parallel parallel) {
		return new CoordinateDescent(new CoordinateDescentOptions(penalty, stop), parallel);
	}

	private SparseCodes encode(final Penalty penalty, final Convergence stop) {
		return encoder(penalty, stop, Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
	}

	private double[] objectives(final SparseCodes codes, final Penalty penalty) {
		return Optimality.objectives(signals, codes, dictionary, penalty, Parallel.SERIAL);
	}

	@Test
	void anyStartLeadsToTheMinimum() {
		final Penalty[] penalties = { LASSO, LASSO.nonnegative(true), Penalty.elasticNet(0.5, 0.8) };
		for (final Penalty penalty : penalties) {
			final SparseCodes cold = encode(penalty, dictionary, signals);
			for (final Penalty other : new Penalty[] { Penalty.lasso(0.05), Penalty.lasso(2), LASSO, Penalty.elasticNet(1e-3, 0.1) }) {
				final SparseCodes start = encode(other, dictionary, signals);
				final SparseCodes warm = encoder(penalty, Convergence.DEFAULT, Parallel.of(4)).prepare(dictionary).encode(signals, start, Progress.NONE);
				requireOptimal(warm, penalty, dictionary, signals);
				for (int row = 0; row < cold.count(); row++)
					for (int i = 0; i < ATOMS; i++) assertThat(warm.dense(row)[i]).isCloseTo(cold.dense(row)[i], within(1e-4f));
			}
		}
	}

	@Test
	void startAtTheMinimumNeedsNoStep() {
		final Convergence oneStep = new Convergence(Criterion.OPTIMALITY, 1e-5, 1);
		final WarmStartEncoder encoder = encoder(LASSO, oneStep, Parallel.SERIAL).prepare(dictionary);
		assertThat(encoder.encode(signals, Progress.NONE).count(StopReason.CONVERGED)).isLessThan(20);
		assertThat(encoder.encode(signals, encode(LASSO, dictionary, signals), Progress.NONE).count(StopReason.CONVERGED)).isEqualTo(signals.count());
	}

	@Test
	void startOfZerosMayHaveSignals() {
		final WarmStartEncoder encoder = encoder(LASSO, Convergence.DEFAULT, Parallel.SERIAL).prepare(dictionary);
		final SparseCodes start = encode(LASSO, dictionary, signals);
		final Signals zeros = Signals.zeros(signals.count(), LENGTH);
		assertThat(encoder.encode(zeros, start, Progress.NONE).nonzeros()).isZero();
		assertThat(encoder.encode(signals, encoder.encode(zeros, Progress.NONE), Progress.NONE)).isEqualTo(start);
	}

	@Test
	void everyStepLowersTheObjective() {
		double[] before = null;
		for (int steps = 1; steps < 20; steps++) {
			final SparseCodes codes = encode(LASSO, new Convergence(Criterion.OPTIMALITY, 1e-6, steps));
			final double[] objectives = objectives(codes, LASSO);
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isLessThanOrEqualTo(steps);
				if (before != null) assertThat(objectives[row]).isLessThanOrEqualTo(before[row] * (1 + 1e-6));
			}
			if (steps == 3) assertThat(codes.count(StopReason.MAX_ITERATIONS)).isGreaterThan(200);
			before = objectives;
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-1, 1e-2, 1e-3 })
	void gapBoundsTheObjective(final double tolerance) {
		final double[] weights = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) weights[i] = 1 + i % 3;
		for (final Penalty penalty : new Penalty[] { LASSO, Penalty.lasso(0.05), LASSO.nonnegative(true), Penalty.elasticNet(0.5, 0.6), Penalty.elasticNet(0.5, 0.6).weighted(weights), LASSO.weighted(weights) }) {
			final SparseCodes exact = encode(penalty, dictionary, signals);
			final double[] least = objectives(exact, penalty);
			final SparseCodes codes = encode(penalty, new Convergence(Criterion.DUALITY_GAP, tolerance, 1000));
			final double[] objectives = objectives(codes, penalty);
			assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
			assertThat(codes).isNotEqualTo(exact);
			for (int row = 0; row < codes.count(); row++) assertThat(objectives[row] - least[row]).isLessThanOrEqualTo((tolerance + 1e-6) * Math.pow(norm(signals.row(row)), 2) / 2);
		}
	}

	@Test
	void codeWithinTheGapIsNotLookedAtFurther() {
		final SparseCodes none = encode(Penalty.lasso(1.5), new Convergence(Criterion.DUALITY_GAP, 0.99, 1000));
		final SparseCodes exact = encode(Penalty.lasso(1.5), new Convergence(Criterion.DUALITY_GAP, 0, 1000));
		assertThat(exact.nonzeros()).isPositive();
		assertThat(none.nonzeros()).isZero();
		assertThat(none.count(StopReason.CONVERGED)).isEqualTo(signals.count());
	}

	@Test
	void toleranceOfNothingMeansAsNearAsFloatsCome() {
		for (final Criterion criterion : Criterion.values()) requireOptimal(encode(LASSO, new Convergence(criterion, 0, 10000)), LASSO, dictionary, signals);
	}

	@Test
	void optionsNameTheMethod() {
		assertThat(new CoordinateDescentOptions(LASSO, Convergence.DEFAULT).name()).isEqualTo("Lasso coordinate descent");
		assertThat(new CoordinateDescentOptions(Penalty.elasticNet(1, 0.5), Convergence.DEFAULT).name()).isEqualTo("Elastic net");
		assertThat(new CoordinateDescentOptions(LASSO, Convergence.DEFAULT).mostNonzeros(77)).isEqualTo(77);
		assertThat(new CoordinateDescentOptions(LASSO, Convergence.DEFAULT)).isEqualTo(new CoordinateDescentOptions(Penalty.lasso(0.5), Convergence.DEFAULT));
		assertThatIllegalArgumentException().isThrownBy(() -> new CoordinateDescentOptions(null, Convergence.DEFAULT)).withMessageContaining("penalty");
		assertThatIllegalArgumentException().isThrownBy(() -> new CoordinateDescentOptions(LASSO, null)).withMessageContaining("stop");
	}

	@Test
	void combinationOfActiveAtomsTakesTheirPlace() {
		// The last atom is the sum of the first two: where both are wanted, it alone is cheaper.
		final float[] atoms = Arrays.copyOf(dictionary.toArray(), 3 * LENGTH);
		double square = 0;
		for (int j = 0; j < LENGTH; j++) square += Math.pow(atoms[2 * LENGTH + j] = atoms[j] + atoms[LENGTH + j], 2);
		for (int j = 0; j < LENGTH; j++) atoms[2 * LENGTH + j] /= (float) Math.sqrt(square);
		final float[] signal = new float[LENGTH];
		for (int j = 0; j < LENGTH; j++) signal[j] = 5 * atoms[j] + 4 * atoms[LENGTH + j];
		final Dictionary three = Dictionary.ofUnitAtoms(dictionary.shape(), 3, atoms);
		final Signals one = Signals.of(1, LENGTH, signal);
		final SparseCodes start = SparseCodes.of(3, new int[] { 0, 2 }, new int[] { 0, 1 }, new float[] { 5, 4 }, new StopReason[] { StopReason.CONVERGED });
		final SparseCodes codes = encoder(Penalty.lasso(0.01), Convergence.DEFAULT, Parallel.SERIAL).prepare(three).encode(one, start, Progress.NONE);
		requireOptimal(codes, Penalty.lasso(0.01), three, one);
		assertThat(codes.dense(0)[1]).isZero();
		assertThat(codes.dense(0)[2]).isGreaterThan(3);
	}
}
