package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.planted;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

/** What every encoder must do that finds the minimum of 1/2 |x - D a|^2 + {@link Penalty}, however it does. */
public abstract class L1Contract extends EncoderContract {

	/** Share of a signal's norm by which its code may violate the optimality conditions. */
	private static final double VIOLATION = 1e-5;
	/** Leaves about ten atoms of the contract's signals. */
	private static final double LAMBDA = 0.5;

	/** The encoder as accurate as it is by default. */
	protected abstract Encoder encoder(Penalty penalty, Parallel parallel);

	@Override
	protected final Encoder encoder(final double scale, final Parallel parallel) {
		return encoder(Penalty.lasso(scale * LAMBDA), parallel);
	}

	protected final SparseCodes encode(final Penalty penalty, final Dictionary d, final Signals x) {
		return encoder(penalty, Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
	}

	/** The codes, after a check of their optimality and of their stop reasons. */
	protected final SparseCodes encodeOptimally(final Penalty penalty, final Dictionary d, final Signals x) {
		final SparseCodes codes = encode(penalty, d, x);
		requireOptimal(codes, penalty, d, x);
		return codes;
	}

	protected static void requireOptimal(final SparseCodes codes, final Penalty penalty, final Dictionary d, final Signals x) {
		final double[] violations = Optimality.violations(x, codes, d, penalty, Parallel.SERIAL);
		for (int row = 0; row < violations.length; row++) {
			assertThat(violations[row]).as("violation by signal %d of norm %s, %s", row, norm(x.row(row)), penalty).isLessThanOrEqualTo(VIOLATION * norm(x.row(row)));
			assertThat(codes.stopReason(row)).isEqualTo(StopReason.CONVERGED);
		}
	}

	private double[] weights() {
		final double[] weights = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) weights[i] = 0.5 + i % 7 / 3.0;
		return weights;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 2, 0.5, 0.1, 0.02 })
	void codesAreOptimalWhateverThePenalty(final double lambda) {
		for (final Penalty penalty : new Penalty[] { Penalty.lasso(lambda), Penalty.elasticNet(lambda, 0.6) })
			for (final boolean nonnegative : new boolean[] { false, true })
				for (final double[] weights : new double[][] { {}, weights() }) {
					final SparseCodes codes = encodeOptimally(penalty.nonnegative(nonnegative).weighted(weights), dictionary, signals);
					assertThat(codes.nonzeros()).isPositive();
				}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.02", "0.1", "0.3" })
	void lassoIsThatOfTheReference(final String lambda) {
		final Penalty penalty = Penalty.lasso(Double.parseDouble(lambda));
		final SparseCodes codes = checkGolden("lasso", lambda, penalty);
		final double[] objectives = objectives(codes, penalty), expected = Npy.golden("encoders/64x128_lasso_lam" + lambda + "_objective.npy").values();
		for (int row = 0; row < 200; row++) assertThat(objectives[row]).as("objective of signal %d", row).isCloseTo(expected[row], within(1e-5 * expected[row]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.02", "0.1", "0.3" })
	void nonnegativeLassoIsThatOfTheReference(final String lambda) {
		checkGolden("nnlasso", lambda, Penalty.lasso(Double.parseDouble(lambda)).nonnegative(true));
	}

	/** Support, coefficients and objectives of the reference codes (whose smallest coefficients may be missing, or be too many). */
	private SparseCodes checkGolden(final String name, final String lambda, final Penalty penalty) {
		final Npy reference = Npy.golden("encoders/64x128_" + name + "_lam" + lambda + "_codes.npy");
		final SparseCodes codes = Golden.encode(encoder(penalty, Golden.PARALLEL));
		requireOptimal(codes, penalty, Golden.dictionary(), Golden.signals());
		final SparseCodes expected = codes(reference);
		for (int row = 0; row < 200; row++) {
			final float[] code = codes.dense(row), other = expected.dense(row);
			for (int i = 0; i < code.length; i++) {
				if (Math.max(Math.abs(code[i]), Math.abs(other[i])) > 1e-4) assertThat(code[i] != 0).as("signal %d takes atom %d", row, i).isEqualTo(other[i] != 0);
				assertThat(code[i]).as("signal %d, atom %d", row, i).isCloseTo(other[i], within(1e-4f));
			}
		}
		final double[] objectives = objectives(codes, penalty), least = objectives(expected, penalty);
		for (int row = 0; row < 200; row++) assertThat(objectives[row]).as("objective of signal %d", row).isCloseTo(least[row], within(1e-5 * least[row]));
		return codes;
	}

	private static double[] objectives(final SparseCodes codes, final Penalty penalty) {
		return Optimality.objectives(Golden.signals(), codes, Golden.dictionary(), penalty, Parallel.SERIAL);
	}

	private static SparseCodes codes(final Npy dense) {
		final int rows = dense.shape()[0], atomCount = dense.shape()[1];
		final int[] starts = new int[rows + 1], atoms = new int[rows * atomCount];
		final float[] coefficients = new float[rows * atomCount];
		final StopReason[] reasons = new StopReason[rows];
		Arrays.fill(reasons, StopReason.CONVERGED);
		int size = 0;
		for (int row = 0; row < rows; row++) {
			for (int i = 0; i < atomCount; i++)
				if (dense.at(row, i) != 0) {
					atoms[size] = i;
					coefficients[size++] = (float) dense.at(row, i);
				}
			starts[row + 1] = size;
		}
		return SparseCodes.of(atomCount, starts, atoms, coefficients, reasons);
	}

	@Test
	void orthogonalAtomsHaveTheirCorrelationsShrunk() {
		final int length = 6;
		final float[] unit = new float[length * length];
		for (int i = 0; i < length; i++) unit[i * (length + 1)] = 1;
		final Dictionary identity = Dictionary.ofUnitAtoms(new PatchShape(length, 1, 1, 1), length, unit);
		final float[] signal = { 3, -2, 0.5f, -0.5f, 1, 8 };
		final double[] weights = { 1, 1, 1, 1, 2, 0.25 };
		final Penalty penalty = Penalty.elasticNet(1, 0.75).weighted(weights);
		final float[] signed = encode(penalty, identity, signals(signal)).dense(0), nonnegative = encode(penalty.nonnegative(true), identity, signals(signal)).dense(0);
		for (int i = 0; i < length; i++) {
			final double expected = Math.signum(signal[i]) * Math.max(Math.abs(signal[i]) - 0.75 * weights[i], 0) / 1.25;
			assertThat((double) signed[i]).isCloseTo(expected, within(1e-6));
			assertThat((double) nonnegative[i]).isCloseTo(Math.max(expected, 0), within(1e-6));
		}
	}

	@Test
	void elasticNetIsTheLassoOfSignalsAndAtomsMadeLonger() {
		final double lambda = 0.5, mixing = 0.7, ridge = lambda * (1 - mixing), norm = Math.sqrt(1 + ridge);
		final float[] longer = new float[ATOMS * (LENGTH + ATOMS)], padded = new float[signals.count() * (LENGTH + ATOMS)];
		for (int i = 0; i < ATOMS; i++) {
			System.arraycopy(dictionary.atom(i), 0, longer, i * (LENGTH + ATOMS), LENGTH);
			longer[i * (LENGTH + ATOMS) + LENGTH + i] = (float) Math.sqrt(ridge);
		}
		for (int row = 0; row < signals.count(); row++) System.arraycopy(signals.row(row), 0, padded, row * (LENGTH + ATOMS), LENGTH);
		final Dictionary augmented = Dictionary.normalized(new PatchShape(LENGTH + ATOMS, 1, 1, 1), ATOMS, longer);
		final SparseCodes net = encode(Penalty.elasticNet(lambda, mixing), dictionary, signals);
		final SparseCodes lasso = encode(Penalty.lasso(lambda * mixing / norm), augmented, Signals.of(signals.count(), LENGTH + ATOMS, padded));
		for (int row = 0; row < signals.count(); row++) requireClose(lasso.dense(row), net.dense(row), norm);
	}

	@Test
	void elasticNetOfMixingOneIsTheLasso() {
		assertThat(encode(Penalty.elasticNet(LAMBDA, 1), dictionary, signals)).isEqualTo(encode(Penalty.lasso(LAMBDA), dictionary, signals));
	}

	@Test
	void elasticNetSharesBetweenEqualAtoms() {
		final float[] twice = Arrays.copyOf(dictionary.toArray(), 2 * ATOMS * LENGTH);
		System.arraycopy(twice, 0, twice, ATOMS * LENGTH, ATOMS * LENGTH);
		final SparseCodes codes = encodeOptimally(Penalty.elasticNet(LAMBDA, 0.5), Dictionary.ofUnitAtoms(dictionary.shape(), 2 * ATOMS, twice), signals);
		for (int row = 0; row < codes.count(); row++) {
			final float[] code = codes.dense(row);
			for (int i = 0; i < ATOMS; i++) assertThat(code[ATOMS + i]).isCloseTo(code[i], within(1e-4f));
		}
	}

	@Test
	void weightsOfOneAreNone() {
		final double[] ones = new double[ATOMS];
		Arrays.fill(ones, 1);
		assertThat(encode(Penalty.lasso(LAMBDA).weighted(ones), dictionary, signals)).isEqualTo(encode(Penalty.lasso(LAMBDA), dictionary, signals));
	}

	@Test
	void weightsOfTwoDoubleLambda() {
		final double[] twos = new double[ATOMS];
		Arrays.fill(twos, 2);
		assertThat(encode(Penalty.lasso(LAMBDA).weighted(twos), dictionary, signals)).isEqualTo(encode(Penalty.lasso(2 * LAMBDA), dictionary, signals));
	}

	@Test
	void atomOfGreatWeightIsLeftOut() {
		final double[] weights = new double[ATOMS];
		Arrays.fill(weights, 1);
		weights[5] = 100;
		final SparseCodes free = encode(Penalty.lasso(LAMBDA), dictionary, signals), codes = encodeOptimally(Penalty.lasso(LAMBDA).weighted(weights), dictionary, signals);
		int before = 0;
		for (int row = 0; row < codes.count(); row++) {
			if (free.dense(row)[5] != 0) before++;
			assertThat(codes.dense(row)[5]).isZero();
		}
		assertThat(before).isPositive();
	}

	@Test
	void weightsMustBeAsManyAsAtoms() {
		final Encoder encoder = encoder(Penalty.lasso(1).weighted(1, 2, 3), Parallel.SERIAL);
		assertThatIllegalArgumentException().isThrownBy(() -> encoder.prepare(dictionary)).withMessageContainingAll("3 weights", ATOMS + " atoms");
	}

	@Test
	void lambdaAboveAllCorrelationsLeavesNothing() {
		for (final Penalty penalty : new Penalty[] { Penalty.lasso(1e3), Penalty.elasticNet(1e3, 0.5), Penalty.lasso(1e3).nonnegative(true) }) {
			final SparseCodes codes = encode(penalty, dictionary, signals);
			assertThat(codes.nonzeros()).isZero();
			assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
		}
	}

	@Test
	void nonnegativeCodesAreNotNegativeWhereSignedOnesAre() {
		assertThat(least(encode(Penalty.lasso(LAMBDA), dictionary, signals))).isNegative();
		assertThat(least(encode(Penalty.lasso(LAMBDA).nonnegative(true), dictionary, signals))).isPositive();
	}

	private static float least(final SparseCodes codes) {
		float least = Float.POSITIVE_INFINITY;
		for (int k = 0; k < codes.nonzeros(); k++) least = Math.min(least, codes.coefficient(k));
		return least;
	}

	@Test
	void plantedSupportIsRecovered() {
		final Dictionary wide = dictionary(200, 100, 8);
		final int[] atoms = { 3, 77, 150 };
		final double[] coefficients = { 2, -1.5, 1 };
		final SparseCodes codes = encodeOptimally(Penalty.lasso(1e-3), wide, signals(planted(wide, atoms, coefficients)));
		assertThat(codes.nonzeros()).isEqualTo(3);
		for (int k = 0; k < 3; k++) {
			assertThat(codes.atom(k)).isEqualTo(atoms[k]);
			assertThat((double) codes.coefficient(k)).isCloseTo(coefficients[k], within(2e-3));
		}
	}

	@Test
	void moreAtomsThanPixelsConverge() {
		encodeOptimally(Penalty.lasso(0.05), dictionary(300, 12, 4), signals(40, 12, 5));
	}

	@Test
	void coherentAtomsConverge() {
		final Dictionary coherent = Fixtures.smoothDictionary(80, 40, 3);
		final Signals smooth = Signals.of(60, 40, Fixtures.smooth(60, 40, 4));
		for (final double lambda : new double[] { 30, 3, 0.3 })
			for (final Penalty penalty : new Penalty[] { Penalty.lasso(lambda), Penalty.lasso(lambda).nonnegative(true), Penalty.elasticNet(lambda, 0.99) }) encodeOptimally(penalty, coherent, smooth);
	}

	@Test
	void verySmallAndVeryLargeSignalsAreEncodedAlike() {
		for (final float scale : new float[] { 0x1p-36f, 0x1p98f }) {
			final float[] scaled = signals.values().clone();
			for (int i = 0; i < scaled.length; i++) scaled[i] *= scale;
			final SparseCodes lasso = encode(Penalty.lasso(LAMBDA), dictionary, signals), more = encode(Penalty.lasso(LAMBDA * scale), dictionary, Signals.of(signals.count(), LENGTH, scaled));
			assertThat(more.nonzeros()).isEqualTo(lasso.nonzeros());
			for (int k = 0; k < lasso.nonzeros(); k++) assertThat(more.coefficient(k)).isEqualTo(scale * lasso.coefficient(k));
		}
	}

	private static void requireClose(final float[] actual, final float[] expected, final double factor) {
		for (int i = 0; i < actual.length; i++) assertThat((double) actual[i]).isCloseTo(expected[i] * factor, within(1e-4));
	}
}
