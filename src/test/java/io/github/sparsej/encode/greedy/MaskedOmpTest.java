package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.MaskedContract;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class MaskedOmpTest extends MaskedContract {

	private static final OmpOptions SIX = new OmpOptions(6, 1.5);

	@Override
	protected Encoder encoder(final double scale, final Parallel parallel) {
		return new MaskedOmp(new OmpOptions(SIX.maxNonzeros(), scale * SIX.residualTolerance()), parallel);
	}

	@Override
	protected Encoder unmasked(final double scale, final Parallel parallel) {
		return new BatchOmp(new OmpOptions(SIX.maxNonzeros(), scale * SIX.residualTolerance()), parallel);
	}

	@Test
	void codesAreThoseInTheDictionaryOfWhatIsSeen() {
		final SparseCodes codes = prepared(Parallel.SERIAL).encode(signals, MASK, Progress.NONE);
		for (int row = 0; row < signals.count(); row++) {
			final int known = MASK.known(row);
			final float[] seen = new float[ATOMS * known], signal = new float[known];
			for (int i = 0; i < ATOMS; i++) crop(row, dictionary.atom(i), seen, i * known);
			crop(row, signals.row(row), signal, 0);
			final SparseCodes expected = new BatchOmp(SIX, Parallel.SERIAL).prepare(Dictionary.normalized(new PatchShape(known, 1, 1, 1), ATOMS, seen)).encode(signals(signal), Progress.NONE);
			assertThat(codes.stopReason(row)).isEqualTo(expected.stopReason(0));
			for (int i = 0; i < ATOMS; i++) {
				final float[] part = new float[known];
				System.arraycopy(seen, i * known, part, 0, known);
				assertThat(codes.dense(row)[i] * Fixtures.norm(part)).as("signal %d, atom %d", row, i).isCloseTo(expected.dense(0)[i], within(1e-4));
			}
		}
	}

	private static void crop(final int row, final float[] from, final float[] to, final int offset) {
		for (int j = 0, at = offset; j < LENGTH; j++) if (MASK.isKnown(row, j)) to[at++] = from[j];
	}

	@Test
	void anAtomThatIsNotSeenIsNotTaken() {
		final Dictionary unit = Dictionary.ofUnitAtoms(new PatchShape(3, 1, 1, 1), 3, new float[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });
		final SparseCodes codes = new MaskedOmp(new OmpOptions(3, 0), Parallel.SERIAL).prepare(unit).encode(signals(new float[] { 1, Float.NaN, 2 }), Progress.NONE);
		assertThat(codes.dense(0)).containsExactly(1, 0, 2);
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void nonnegativeCoefficientsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedOmp(new OmpOptions(3, 0, false, true), Parallel.SERIAL)).withMessageContaining("signed");
	}

	@Test
	void toleranceIsTheNormOverKnownValues() {
		final SparseCodes codes = prepared(Parallel.SERIAL).encode(signals, MASK, Progress.NONE);
		int reached = 0;
		for (int row = 0; row < codes.count(); row++) {
			if (codes.stopReason(row) != StopReason.TOLERANCE) continue;
			reached++;
			final double[] residual = Fixtures.residual(signals, row, codes, dictionary);
			double sum = 0;
			for (int j = 0; j < LENGTH; j++) if (MASK.isKnown(row, j)) sum += residual[j] * residual[j];
			assertThat(Math.sqrt(sum)).isLessThanOrEqualTo(SIX.residualTolerance() * 1.000001);
		}
		assertThat(reached).isGreaterThan(20);
	}
}
