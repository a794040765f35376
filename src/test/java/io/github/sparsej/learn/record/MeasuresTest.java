package io.github.sparsej.learn.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.DenseCodes;
import io.github.sparsej.testing.Npy;

/**
 * Each measure on codes made by hand, and on golden ones (HAP, third batch: 128 signals, 64 atoms), for which numpy 1.24 gave
 * the values from the formulas in words of the Javadoc, in float64.
 */
class MeasuresTest {

	/** Atom 0 is used by 3 of 4 signals, 1 by 2, 2 by none, 3 by 1. */
	private static final SparseCodes CODES = DenseCodes.of(4,
		1, 0, 0, 0,
		3, 2, 0, 0,
		0, 2, 0, 5,
		2, 0, 0, 0);

	private static SparseCodes golden() {
		return DenseCodes.of(64, Npy.golden("shl_small/HAP_code_iter3.npy").values());
	}

	@Test
	void useIsTheShareOfSignalsWithACoefficientOtherThanZero() {
		final AtomUse use = AtomUse.of(CODES);
		assertThat(use.counts()).containsExactly(3, 2, 0, 1);
		assertThat(use.unusedAtoms()).isEqualTo(1);
		assertThat(use.probabilities()).containsExactly(0.75, 0.5, 0, 0.25);
		assertThat(AtomUse.of(DenseCodes.of(2, -1, 0)).counts()).as("negative ones count").containsExactly(1, 0);
		assertThat(AtomUse.of(golden()).probabilities()[0]).isEqualTo(0.1484375);
	}

	@Test
	void entropyOfUse() {
		assertThat(AtomUse.of(CODES).entropy()).as("an unused atom adds nothing").isCloseTo((Math.log(2) / 2 + Math.log(3) / 3 + Math.log(6) / 6) / Math.log(4), within(1e-12));
		assertThat(AtomUse.of(golden()).entropy()).isCloseTo(0.9769044976777224, within(1e-12));
		assertThat(AtomUse.of(DenseCodes.of(3, 1, 1, 1)).entropy()).isCloseTo(1, within(1e-12));
		assertThat(AtomUse.of(DenseCodes.of(3, 0, 0, 0)).entropy()).isZero();
	}

	@Test
	void likelihoodOfEvenUse() {
		// rho = 6 / 16; n rho = 1.5, s^2 = 0.9375; squares of the counts' distances 2.25, 0.25, 2.25, 0.25
		assertThat(AtomUse.of(CODES).logLikelihood()).isCloseTo(-1.25 / (2 * 0.9375) - Math.log(Math.sqrt(2 * Math.PI * 0.9375)), within(1e-12));
		assertThat(AtomUse.of(golden()).logLikelihood()).isCloseTo(-3.3752645383183966, within(1e-9));
		assertThat(AtomUse.of(DenseCodes.of(2, 0, 0, 0, 0)).logLikelihood()).as("nothing is used, for certain").isZero();
		assertThat(AtomUse.of(DenseCodes.of(2, 1, 2, 3, 4)).logLikelihood()).as("all are always used").isZero();
		assertThat(AtomUse.of(DenseCodes.of(2)).logLikelihood()).as("no signals").isZero();
	}

	@Test
	void mutualInformationOfUses() {
		// pairs: (0,0) 3, (1,1) 2, (3,3) 1, (0,1) and (1,0) 1, (1,3) and (3,1) 1; 10 in all
		final double expected = 0.3 * Math.log(0.3 / (0.5 * 0.5)) + 0.2 * Math.log(0.2 / (1 / 9.0)) + 0.1 * Math.log(0.1 / (1 / 36.0))
			+ 2 * 0.1 * Math.log(0.1 / (0.5 / 3)) + 2 * 0.1 * Math.log(0.1 / (1 / 18.0));
		assertThat(MutualInformation.of(CODES)).isCloseTo(expected, within(1e-12));
		assertThat(MutualInformation.of(golden())).isCloseTo(0.784313062930468, within(1e-12));
		assertThat(MutualInformation.of(DenseCodes.of(2, 0, 0))).isZero();
	}

	@Test
	void momentsIncludeTheSignalsThatDoNotUseAnAtom() {
		final CoefficientMoments moments = CoefficientMoments.of(CODES);
		assertThat(moments.meanSquares()).containsExactly(new double[] { 3.5, 2, 0, 6.25 }, within(1e-12));
		// atom 0: 1, 3, 0, 2: m2 = 1.25, m4 = (0.5^4 * 2 + 1.5^4 * 2) / 4; atom 3: 0, 0, 5, 0: m4 / m2^2 = 7 / 3
		assertThat(moments.kurtosis()).containsExactly(new double[] { 2.5625 / 1.5625 - 3, 1 - 3, -3, 7 / 3.0 - 3 }, within(1e-12));
		final CoefficientMoments golden = CoefficientMoments.of(golden());
		assertThat(golden.kurtosis()[0]).isCloseTo(14.19381591511587, within(1e-4));
		assertThat(golden.kurtosis()[63]).isCloseTo(57.3592803533802, within(1e-4));
		assertThat(Arrays.stream(golden.kurtosis()).sum()).isCloseTo(2235.4704137574754, within(1e-3));
		assertThat(golden.meanSquares()[0]).isCloseTo(0.03961841876411857, within(1e-8));
		assertThat(Arrays.stream(golden.meanSquares()).sum()).isCloseTo(1.6255371889251748, within(1e-7));
		assertThat(CoefficientMoments.excessKurtosis(golden.meanSquares())).isCloseTo(0.07503940451672664, within(1e-5));
	}

	@Test
	void equalValuesHaveNoKurtosis() {
		assertThat(CoefficientMoments.of(DenseCodes.of(1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).kurtosis()).containsExactly(-3);
		assertThat(CoefficientMoments.excessKurtosis(new double[] { 0.7, 0.7, 0.7 })).isEqualTo(-3);
	}

	@Test
	void coherenceIsSignedOrNot() {
		final Dictionary dictionary = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 3, new float[] { 1, 0, 0.6f, 0.8f, -1, 0.1f });
		final float[] before = dictionary.toArray();
		assertThat(Coherence.signed(dictionary, Parallel.SERIAL)).isCloseTo(0.6, within(1e-6));
		assertThat(Coherence.absolute(dictionary, Parallel.SERIAL)).isCloseTo(1 / Math.sqrt(1.01), within(1e-6));
		assertThat(dictionary.toArray()).isEqualTo(before);
		final Dictionary opposite = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 0, -3, 4 });
		assertThat(Coherence.signed(opposite, Parallel.SERIAL)).as("not below itself").isCloseTo(-0.6, within(1e-6));
		assertThat(Coherence.signed(Dictionary.normalized(PatchShape.square(1), 1, new float[] { 2 }), Parallel.SERIAL)).isZero();
		final float[] atoms = Npy.golden("shl_small/HAP_dictionary_iter3.npy").floats();
		final Dictionary golden = Dictionary.normalized(PatchShape.square(8), 64, atoms);
		assertThat(Coherence.signed(golden, Parallel.of(2))).isCloseTo(0.3510707423145865, within(1e-6));
		assertThat(Coherence.absolute(golden, Parallel.of(2))).isCloseTo(0.39418363215326696, within(1e-6));
	}

	@Test
	void spreadOfQuantileFunctionsIsTheSumOfTheirDistancesToTheMean() {
		final QuantileFunctions quantiles = new QuantileFunctions(2, 3, 1, new double[] { 0, 0.5, 1, 0, 0.9, 1 });
		assertThat(QuantileSpread.of(quantiles)).isCloseTo(0.4, within(1e-12));
		assertThat(QuantileSpread.ofAtoms(quantiles)).containsExactly(new double[] { 0.2, 0.2 }, within(1e-12));
		assertThat(QuantileSpread.of(QuantileFunctions.identity(5, 7, 3))).isCloseTo(0, within(1e-12));
	}

	@Test
	void spreadOfTheReferencesQuantileFunctions() {
		final QuantileFunctions reference = new QuantileFunctions(64, 64, 3, Npy.reference("shl_small/HEH_quantiles_iter3.npy").values());
		assertThat(QuantileSpread.of(reference)).isCloseTo(2.4543593139660143, within(1e-9));
	}

	@Test
	void costWeighsErrorAndSpread() {
		assertThat(Cost.of(0.6080, 56.5)).as("None at the notebook's settings: 0.6363").isCloseTo(0.6080 + 0.02825, within(1e-12));
		assertThat(Cost.of2018(0.6080, 56.5)).as("43.23 there").isCloseTo(43.23, within(0.005));
	}

	@Test
	void predictionErrorIsTheShareOfUsesThatChange() {
		final SparseCodes again = DenseCodes.of(4,
			9, 0, 0, 0,
			0, 1, 1, 0,
			0, 0, 0, 5,
			0, 0, 0, 7);
		assertThat(PredictionError.of(CODES, again)).isEqualTo((2 + 1 + 2) / 16.0);
		assertThat(PredictionError.of(again, CODES)).isEqualTo(5 / 16.0);
		assertThat(PredictionError.of(CODES, CODES)).isZero();
		assertThat(PredictionError.of(DenseCodes.of(2, 1, 1), DenseCodes.of(2, 0, 0))).isEqualTo(1);
		assertThatThrownBy(() -> PredictionError.of(CODES, DenseCodes.of(4, 1, 0, 0, 0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4 codes").hasMessageContaining("1 in 4");
	}

	/** Codes may hold coefficients of 0: they are no use of an atom, wherever uses are counted. */
	@Test
	void aCoefficientOfZeroIsNone() {
		final int[] starts = { 0, 3, 5, 8, 10 }, atoms = { 0, 1, 2, 0, 1, 0, 1, 3, 0, 3 };
		final float[] coefficients = { 1, 0, -0f, 3, 2, 0, 2, 5, 2, 0 };
		final SparseCodes stored = SparseCodes.of(4, starts, atoms, coefficients, new StopReason[] { StopReason.TOLERANCE, StopReason.TOLERANCE, StopReason.TOLERANCE, StopReason.TOLERANCE });
		assertThat(AtomUse.of(stored).counts()).containsExactly(AtomUse.of(CODES).counts());
		assertThat(MutualInformation.of(stored)).isEqualTo(MutualInformation.of(CODES));
		assertThat(PredictionError.of(stored, CODES)).isZero();
		assertThat(PredictionError.of(CODES, stored)).isZero();
		assertThat(CoefficientMoments.of(stored).kurtosis()).containsExactly(CoefficientMoments.of(CODES).kurtosis(), within(1e-12));
	}

	@Test
	void ofNoSignalsThereIsNothing() {
		final SparseCodes none = DenseCodes.of(3);
		assertThat(AtomUse.of(none).probabilities()).containsExactly(0, 0, 0);
		assertThat(PredictionError.of(none, none)).isZero();
		assertThat(CoefficientMoments.of(none).kurtosis()).containsExactly(-3, -3, -3);
	}

	@Test
	void whatIsComparedFits() {
		assertThatThrownBy(() -> PredictionError.of(CODES, CODES.rows(0, 3))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4 codes in 4 atoms").hasMessageContaining("3 in 4");
		assertThatThrownBy(() -> PredictionError.of(CODES, DenseCodes.of(1, 1, 1, 1, 1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4 in 1");
		assertThatThrownBy(() -> new AtomRecord("use", List.of(1), List.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 steps need as many values, got 0");
	}
}
