package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SparseCodesTest {

	private final SparseCodes two = SparseCodes.of(4, new int[] { 0, 2, 3 }, new int[] { 1, 3, 0 }, new float[] { 2, -1, 5 }, new StopReason[] { StopReason.TOLERANCE, StopReason.STALLED });

	@Test
	void rowsAreReadBack() {
		assertThat(two.dense(0)).containsExactly(0, 2, 0, -1);
		assertThat(two.dense(1)).containsExactly(5, 0, 0, 0);
		assertThat(two.stopReason(1)).isEqualTo(StopReason.STALLED);
		assertThat(two.count(StopReason.TOLERANCE)).isEqualTo(1);
	}

	@Test
	void decodingAddsAtomsTimesCoefficients() {
		final Dictionary dictionary = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 4, new float[] { 1, 0, 0, 1, -1, 0, 0, -1 });
		assertThat(two.decode(dictionary).values()).containsExactly(0, 3, 5, 0);
	}

	@Test
	void someRowsAreCopied() {
		final SparseCodes six = SparseCodes.concat(4, two, two, two);
		assertThat(six.rows(2, 2)).isEqualTo(two);
		assertThat(six.rows(1, 4)).isEqualTo(SparseCodes.concat(4, two.rows(1, 1), two, two.rows(0, 1)));
		assertThat(six.rows(6, 0).count()).isZero();
	}

	@Test
	void rowsBuiltOneByOneAreTheSameAcrossSegments() {
		final int rows = 9000, perRow = 9;
		final int[] start = new int[rows + 1], atom = new int[rows * perRow];
		final float[] coefficient = new float[rows * perRow];
		final StopReason[] reasons = new StopReason[rows];
		final SparseCodesBuilder builder = new SparseCodesBuilder(20, rows);
		for (int row = 0; row < rows; row++) {
			start[row + 1] = (row + 1) * perRow;
			for (int k = row * perRow; k < start[row + 1]; k++) {
				atom[k] = row % 5 + k - row * perRow;
				coefficient[k] = k + 0.5f;
			}
			reasons[row] = StopReason.values()[row % 3];
			builder.append(atom, coefficient, start[row], start[row + 1], reasons[row]);
		}
		final SparseCodes expected = SparseCodes.of(20, start, atom, coefficient, reasons), built = builder.build();
		assertThat(built).isEqualTo(expected).hasSameHashCodeAs(expected);
		assertThat(SparseCodes.concat(20, built, two(20), built)).isEqualTo(SparseCodes.concat(20, expected, two(20), expected));
	}

	@Test
	void rowsNotBuiltAreCancelledAndEmpty() {
		final SparseCodesBuilder builder = new SparseCodesBuilder(4, 3);
		builder.append(new int[] { 2 }, new float[] { 1 }, 0, 1, StopReason.TOLERANCE);
		final SparseCodes codes = builder.build();
		assertThat(codes.nonzeros()).isEqualTo(1);
		assertThat(codes.nonzeros(2)).isZero();
		assertThat(codes.count(StopReason.CANCELLED)).isEqualTo(2);
	}

	@Test
	void contradictionsAreRefusedNamingTheRow() {
		assertThatIllegalArgumentException().isThrownBy(() -> SparseCodes.of(4, new int[] { 0, 2 }, new int[] { 3, 1 }, new float[2], new StopReason[1])).withMessageContaining("row 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new SparseCodesBuilder(4, 1).append(new int[] { 4 }, new float[1], 0, 1, StopReason.STALLED)).withMessageContaining("atom 4");
	}

	@Test
	void differentCoefficientsAreDifferentCodes() {
		assertThat(two).isNotEqualTo(SparseCodes.of(4, new int[] { 0, 2, 3 }, new int[] { 1, 3, 0 }, new float[] { 2, -1, 6 }, new StopReason[] { StopReason.TOLERANCE, StopReason.STALLED }));
	}

	private static SparseCodes two(final int atomCount) {
		return SparseCodes.of(atomCount, new int[] { 0, 2, 3 }, new int[] { 1, 3, 0 }, new float[] { 2, -1, 5 }, new StopReason[] { StopReason.TOLERANCE, StopReason.STALLED });
	}
}
