package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.planted;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class OrderRecursivePursuitTest extends GreedyContract {

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		return new OrmpOptions(maxNonzeros, residualTolerance, atLeastOne).encoder(null, parallel);
	}

	/** The least norm of a residual of the signal with these atoms, by normal equations in float64. */
	private static double leastNorm(final float[] signal, final List<Integer> support, final Dictionary d) {
		final CholeskyRows cholesky = new CholeskyRows();
		final double[] right = new double[support.size()], solution = new double[support.size()];
		for (int k = 0; k < support.size(); k++) {
			final float[] atom = d.atom(support.get(k));
			final double[] products = new double[k];
			for (int j = 0; j < k; j++) products[j] = product(d.atom(support.get(j)), atom);
			right[k] = product(signal, atom);
			if (!cholesky.append(products, product(atom, atom), 1e-12)) return Double.POSITIVE_INFINITY;
		}
		cholesky.solve(right, solution);
		final double[] left = new double[signal.length];
		for (int j = 0; j < left.length; j++) {
			left[j] = signal[j];
			for (int k = 0; k < solution.length; k++) left[j] -= solution[k] * d.atom(support.get(k))[j];
		}
		return norm(left);
	}

	private static double product(final float[] a, final float[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += (double) a[j] * b[j];
		return sum;
	}

	private static List<Integer> support(final SparseCodes codes, final int row) {
		final List<Integer> support = new ArrayList<>();
		for (int k = codes.start(row); k < codes.start(row + 1); k++) support.add(codes.atom(k));
		return support;
	}

	/** The least norm that any atom added to those of the code would leave. */
	private static double leastOfAnyMore(final SparseCodes codes, final int row, final Signals x, final Dictionary d) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < d.atomCount(); i++) {
			final List<Integer> more = support(codes, row);
			if (more.contains(i)) continue;
			more.add(i);
			least = Math.min(least, leastNorm(x.row(row), more, d));
		}
		return least;
	}

	/** Every step leaves a residual as small as any atom added to those of the step before could. */
	private void assertEachStepIsTheBest(final Dictionary d, final Signals x, final int steps, final double ofResidual) {
		SparseCodes before = encode(1, 0, d, x);
		for (int step = 2; step <= steps; step++) {
			final SparseCodes codes = encode(step, 0, d, x);
			final double[] norms = Residuals.norms(x, codes, d, Parallel.SERIAL);
			for (int row = 0; row < x.count(); row++) {
				assertThat(codes.nonzeros(row)).isEqualTo(step);
				assertThat(support(codes, row)).containsAll(support(before, row));
				assertThat(norms[row]).as("signal %d with %d atoms", row, step).isLessThanOrEqualTo(leastOfAnyMore(before, row, x, d) * (1 + ofResidual));
			}
			before = codes;
		}
	}

	@Test
	void eachStepTakesTheAtomThatLowersTheResidualMost() {
		assertEachStepIsTheBest(dictionary(30, 16, 5), signals(20, 16, 6), 12, 1e-5);
	}

	@Test
	void eachStepDoesSoWithAtomsFarMoreCoherentThanFloat32CanTell() {
		assertEachStepIsTheBest(Fixtures.smoothDictionary(80, 64, 5), Signals.of(20, 64, Fixtures.smooth(20, 64, 6)), 20, 0.005);
	}

	@Test
	void orthogonalMatchingPursuitTakesTheSameFirstAtomAndThenOthers() {
		final SparseCodes first = encode(1, 0, dictionary, signals);
		assertThat(first).isEqualTo(new BatchOmp(new OmpOptions(1, 0), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE));
		final SparseCodes omp = new BatchOmp(new OmpOptions(6, 0), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE), codes = encode(6, 0, dictionary, signals);
		final double[] ompNorms = Residuals.norms(signals, omp, dictionary, Parallel.SERIAL), norms = Residuals.norms(signals, codes, dictionary, Parallel.SERIAL);
		double more = 0;
		int differ = 0;
		for (int row = 0; row < norms.length; row++) {
			more += ompNorms[row] - norms[row];
			if (!support(omp, row).equals(support(codes, row))) differ++;
		}
		assertThat(more).as("residuals are smaller in the mean").isPositive();
		assertThat(differ).isGreaterThan(50);
	}

	@Test
	void twoAtomsNeverLeaveMoreThanThoseOfOrthogonalMatchingPursuit() {
		final SparseCodes omp = new BatchOmp(new OmpOptions(2, 0), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
		final double[] ompNorms = Residuals.norms(signals, omp, dictionary, Parallel.SERIAL), norms = Residuals.norms(signals, encode(2, 0, dictionary, signals), dictionary, Parallel.SERIAL);
		for (int row = 0; row < norms.length; row++) assertThat(norms[row]).isLessThanOrEqualTo(ompNorms[row] * (1 + 1e-6));
	}

	@Test
	void residualIsOrthogonalToTheSupport() {
		final Dictionary wide = dictionary(150, 64, 5);
		final Signals x = signals(50, 64, 6);
		for (final int nonzeros : new int[] { 1, 2, 5, 15, 40 }) {
			final SparseCodes codes = encode(nonzeros, 0, wide, x);
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isEqualTo(nonzeros);
				final double[] residual = residual(x, row, codes, wide);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) assertThat(dot(residual, wide.atom(codes.atom(k)))).isCloseTo(0, within(1e-5 * norm(x.row(row))));
			}
		}
	}

	@Test
	void plantedSupportIsRecovered() {
		final Dictionary wide = dictionary(200, 100, 8);
		final int[] atoms = { 3, 77, 150 };
		final double[] coefficients = { 2, -1.5, 1 };
		final Signals x = signals(planted(wide, atoms, coefficients));
		final SparseCodes codes = encode(10, 1e-4, wide, x);
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.TOLERANCE);
		assertThat(codes.nonzeros()).isEqualTo(3);
		for (int k = 0; k < 3; k++) {
			assertThat(codes.atom(k)).isEqualTo(atoms[k]);
			assertThat((double) codes.coefficient(k)).isCloseTo(coefficients[k], within(2e-6));
		}
		final SparseCodes all = encode(10, 0, wide, x);
		assertThat(all.nonzeros()).isEqualTo(3);
		assertThat(all.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void atomInTheSpanOfThoseChosenIsPassedOverForOneOutsideIt() {
		final float h = (float) Math.sqrt(0.5);
		// The third atom is in the plane of the first two; the fourth sticks out of it a little, as the signal does.
		final Dictionary plane = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 4, new float[] { 1, 0, 0, 0, 1, 0, h, h, 0, 1, 1, 0.01f });
		final SparseCodes codes = encode(4, 0, plane, signals(new float[] { 3, -2, 0.01f }));
		assertThat(codes.nonzeros()).isEqualTo(3);
		assertThat(codes.dense(0)[1] == 0 ^ codes.dense(0)[2] == 0).as("one of the two is enough").isTrue();
		assertThat(codes.dense(0)[3]).isCloseTo((float) norm(new float[] { 1, 1, 0.01f }), within(1e-4f));
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void fiveAtomsLeaveLessOfTheReferenceSignalsThanThoseOfOrthogonalMatchingPursuit() {
		double energy = 0;
		for (final double norm : Residuals.norms(Golden.signals(), Golden.encode(encoder(5, 0, Golden.PARALLEL)), Golden.dictionary(), Parallel.SERIAL)) energy += norm * norm;
		assertThat(energy).isLessThan(46.91461517419972).isGreaterThan(40);
	}

	@Test
	void optionsOutOfRangeAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OrmpOptions(0, 0)).withMessageContaining("0");
		assertThatIllegalArgumentException().isThrownBy(() -> new OrmpOptions(1, Double.NaN)).withMessageContaining("NaN");
		assertThat(new OrmpOptions(50, 0).mostNonzeros(20)).isEqualTo(20);
		assertThat(new OrmpOptions(3, 0).name()).isEqualTo(OrmpOptions.NAME);
	}

	/** Squares of correlations leave the range of float32 long before the signals do: whatever the unit, the atoms are the same. */
	@Test
	void theUnitOfSignalsMayBeTinyOrHuge() {
		final Dictionary d = dictionary(37, 23, 1);
		final Signals x = signals(50, 23, 2);
		final SparseCodes once = new OrmpOptions(6, 0).encoder(null, Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
		for (final float scale : new float[] { 0x1p-70f, 0x1p-90f, 0x1p70f, 0x1p100f }) {
			final float[] values = x.values().clone();
			for (int j = 0; j < values.length; j++) values[j] *= scale;
			final SparseCodes scaled = new OrmpOptions(6, 0).encoder(null, Parallel.SERIAL).prepare(d).encode(Signals.of(x.count(), 23, values), Progress.NONE);
			for (int row = 0; row < x.count(); row++) assertThat(support(scaled, row)).as("%s, row %d", scale, row).isEqualTo(support(once, row));
			for (int k = 0; k < once.nonzeros(); k++) assertThat(scaled.coefficient(k) / scale).isCloseTo(once.coefficient(k), within(1e-5f));
		}
	}
}
