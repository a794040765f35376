package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What signals, images, atoms and codes refuse: they cannot exist where their sizes contradict each other. */
class ValuesTest {

	private static final PatchShape PAIR = new PatchShape(2, 1, 1, 1);

	private static void refused(final ThrowingCallable made, final String... said) {
		final var thrown = assertThatIllegalArgumentException().isThrownBy(made);
		for (final String part : said) thrown.withMessageContaining(part);
	}

	private static void outside(final ThrowingCallable read, final String said) {
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(read).withMessageContaining(said);
	}

	@Test
	void signalsHaveAllTheirValues() {
		refused(() -> Signals.of(3, 2, new float[5]), "3 signals of length 2 need 6 values, got 5");
		refused(() -> Signals.zeros(-1, 2), "number of signals", "-1");
		refused(() -> Signals.zeros(2, 0), "signal length", "0");
		refused(() -> Signals.zeros(1 << 16, 1 << 16), "65536 signals of length 65536 are too many", "at most 32767 fit");
		final Signals signals = Signals.of(2, 3, new float[] { 0, 1, 2, 3, 4, 5 });
		assertThat(signals.value(1, 2)).isEqualTo(5);
		outside(() -> signals.value(0, 3), "column 3"); // else the next signal's
		outside(() -> signals.value(1, -1), "column -1");
	}

	@Test
	void imagesHaveAllTheirPlanesAndPixels() {
		for (final int[] size : new int[][] { { 0, 3, 1, 1 }, { 2, 0, 1, 1 }, { 2, 3, 0, 1 }, { 2, 3, 1, 0 } })
			refused(() -> Volume.of(size[0], size[1], size[2], size[3], new float[0][]), "at least 1 x 1 x 1", "got " + size[0] + " x " + size[1] + " x " + size[2] + " in " + size[3]);
		refused(() -> Volume.of(1 << 16, 1 << 16, 1, 1, new float[1][]), "65536 x 65536", "too large");
		refused(() -> Volume.of(2, 3, 2, 2, new float[3][6]), "2 slices in 2 channels need as many planes, got 3");
		refused(() -> Volume.of(2, 3, 1, 2, new float[][] { new float[6], new float[5] }), "a plane of 2 x 3 needs 6 pixels, got 5");
	}

	@Test
	void aCropLiesInside() {
		final Volume image = Volume.plane(3, 2, new float[] { 0, 1, 2, 3, 4, 5 });
		assertThat(image.crop(1, 0, 2, 2).plane(0, 0)).containsExactly(1, 2, 4, 5);
		for (final int[] bad : new int[][] { { -1, 0, 1, 1 }, { 0, -1, 1, 1 }, { 0, 0, 0, 1 }, { 0, 0, 1, 0 }, { 2, 0, 2, 1 }, { 0, 1, 1, 2 } })
			refused(() -> image.crop(bad[0], bad[1], bad[2], bad[3]), bad[2] + " x " + bad[3] + " pixels at (" + bad[0] + ", " + bad[1] + ")", "3 x 2");
	}

	@Test
	void aPatchIsNeitherEmptyNorHuge() {
		for (final int[] size : new int[][] { { 0, 3, 1, 1 }, { 2, 0, 1, 1 }, { 2, 3, 0, 1 }, { 2, 3, 1, 0 } })
			refused(() -> new PatchShape(size[0], size[1], size[2], size[3]), "at least 1", size[0] + " x " + size[1] + " x " + size[2] + " x " + size[3]);
		assertThat(new PatchShape(1 << 12, 1 << 12, 1, 1).length()).isEqualTo(1 << 24);
		refused(() -> new PatchShape(1 << 12, 1 << 12, 1, 2), "more than 16777216 values");
		refused(() -> new PatchShape(1 << 16, 1 << 16, 1 << 16, 1 << 16), "more than 16777216 values"); // 2^64 is 0 in 64 bits
	}

	@Test
	void atomsHaveOneLengthAndUnitNorm() {
		refused(() -> Dictionary.ofUnitAtoms(PAIR, 0, new float[0]), "at least 1 atom, got 0");
		refused(() -> Dictionary.ofUnitAtoms(PAIR, 2, new float[3]), "2 atoms of 2 x 1 need 4 values, got 3");
		refused(() -> Dictionary.ofUnitAtoms(PAIR, new float[][] { { 1 }, { 1, 0, 0 } }), "atom 1 has 1 values, expected 2");
		refused(() -> Dictionary.ofUnitAtoms(PAIR, 2, new float[] { 1, 0, 1, 1 }), "atom 2 has l2 norm 1.41");
		refused(() -> Dictionary.ofUnitAtoms(PAIR, 1, new float[] { Float.NaN, 0 }), "atom 1 has l2 norm NaN");
		for (final float bad : new float[] { 0, Float.NaN, Float.POSITIVE_INFINITY }) refused(() -> Dictionary.normalized(PAIR, 2, new float[] { 3, 4, bad, 0 }), "atom 2 has l2 norm " + bad, "cannot be normalised");
		final Dictionary dictionary = Dictionary.normalized(PAIR, 1, new float[] { 3, 4 });
		assertThat(dictionary.atom(0)).containsExactly(0.6f, 0.8f);
		outside(() -> dictionary.atom(1), "atom 1 of 1");
		outside(() -> dictionary.atom(-1), "atom -1 of 1");
	}

	@Test
	void codesDoNotContradictThemselves() {
		final StopReason[] one = { StopReason.TOLERANCE };
		refused(() -> SparseCodes.of(4, new int[0], new int[0], new float[0], new StopReason[0]), "begin with 0");
		refused(() -> SparseCodes.of(4, new int[] { 1, 1 }, new int[1], new float[1], one), "begin with 0");
		refused(() -> SparseCodes.of(4, new int[] { 0, 0, 0 }, new int[0], new float[0], one), "2 rows need as many stop reasons, got 1");
		refused(() -> SparseCodes.of(4, new int[] { 0, 1 }, new int[1], new float[2], one), "got 1 and 2");
		refused(() -> SparseCodes.of(4, new int[] { 0, 2 }, new int[1], new float[1], one), "2 nonzeros need as many");
		refused(() -> SparseCodes.of(4, new int[] { 0, 2, 1, 2 }, new int[] { 0, 1 }, new float[2], new StopReason[] { one[0], one[0], one[0] }), "fall at row 1");
		for (final int[] atoms : new int[][] { { 2, 2 }, { 2, 1 }, { 2, 4 }, { -1, 0 } }) {
			refused(() -> SparseCodes.of(4, new int[] { 0, 2 }, atoms, new float[2], one), "row 0 has atom", "below 4");
			refused(() -> new SparseCodesBuilder(4, 1).append(atoms, new float[2], 0, 2, one[0]), "row 0 has atom", "below 4");
		}
		final SparseCodes codes = SparseCodes.of(4, new int[] { 0, 1 }, new int[] { 3 }, new float[] { 2 }, one);
		refused(() -> codes.decode(Dictionary.normalized(PAIR, 1, new float[] { 3, 4 })), "codes in 4 atoms", "got 1");
		refused(() -> new SparseCodesBuilder(5, 1).append(codes), "codes in 4 atoms cannot follow codes in 5");
		refused(() -> new SparseCodesBuilder(4, 1).append(new int[0], new float[0], -8, Integer.MAX_VALUE - 8, one[0]), "too many");
	}

	/** Codes are the same where they are so in every part. */
	@Test
	void codesAreToldApartByEveryPart() {
		final int[] rows = { 0, 1, 2 }, atoms = { 3, 1 };
		final float[] values = { 2, -0f };
		final StopReason[] reasons = { StopReason.TOLERANCE, StopReason.STALLED };
		final SparseCodes codes = SparseCodes.of(4, rows, atoms, values, reasons);
		assertThat(codes).isEqualTo(SparseCodes.of(4, rows.clone(), atoms.clone(), values.clone(), reasons.clone()))
			.isNotEqualTo(SparseCodes.of(5, rows, atoms, values, reasons)).isNotEqualTo(SparseCodes.of(4, new int[] { 0, 2, 2 }, new int[] { 1, 3 }, values, reasons))
			.isNotEqualTo(SparseCodes.of(4, rows, new int[] { 3, 2 }, values, reasons)).isNotEqualTo(SparseCodes.of(4, rows, atoms, new float[] { 2, 0f }, reasons))
			.isNotEqualTo(SparseCodes.of(4, rows, atoms, values, new StopReason[] { StopReason.TOLERANCE, StopReason.TOLERANCE })).isNotEqualTo("codes");
	}

	@Test
	void statisticsAreOfAtomsThatThereAre() {
		refused(() -> SufficientStatistics.none(0, 2), "got 0 of 2");
		refused(() -> SufficientStatistics.none(2, 0), "got 2 of 0");
		final SufficientStatistics two = SufficientStatistics.of(2, 1, 1, 1, new double[] { 4, 2, 3 }, new double[] { 5, 6 });
		assertThat(two.codeProduct(0, 1)).isEqualTo(2).isEqualTo(two.codeProduct(1, 0));
		for (final int[] bad : new int[][] { { -1, 0 }, { 0, -1 }, { 2, 0 }, { 0, 2 } }) outside(() -> two.codeProduct(bad[0], bad[1]), "of 2");
		outside(() -> two.signalProducts(-1), "atom -1 of 2");
		outside(() -> two.signalProducts(2), "atom 2 of 2");
		refused(() -> two.plus(SufficientStatistics.none(3, 1)), "2 atoms of 1 values", "3 of 1");
		refused(() -> two.plus(SufficientStatistics.none(2, 3)), "2 atoms of 1 values", "2 of 3");
	}

	@Test
	void aCurveHasAValueAtEveryStep() {
		refused(() -> new LearningCurve("residual", List.of(1, 2), List.of(0.5)), "2 steps need as many values, got 1");
	}

	/** The parts of sums are added side by side: none is left out, wherever an array begins and however long it is. */
	@Test
	void sumsOfSquaresAreOfAllValues() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int length = 0; length < 12; length++) {
			final float[] values = new float[length + 5], others = new float[length + 7];
			for (int j = 0; j < values.length; j++) values[j] = random.nextInt(-9, 10);
			for (int j = 0; j < others.length; j++) others[j] = random.nextInt(-9, 10);
			final double[] exact = new double[length];
			double square = 0, product = 0;
			for (int j = 0; j < length; j++) {
				exact[j] = values[3 + j];
				square += exact[j] * exact[j];
				product += exact[j] * others[4 + j];
			}
			assertThat(Energy.of(values, 3, length)).isEqualTo(square).isEqualTo(Energy.of(exact));
			assertThat(Energy.product(values, 3, others, 4, length)).isEqualTo(product);
		}
	}
}
