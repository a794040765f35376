package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.MaskedContract;
import io.github.sparsej.encode.MaskedEncoder;
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

	@Test
	void aTolerancePerKnownValueGrowsWithTheirNumber() {
		final double rms = 0.2;
		final MaskedEncoder perValue = new MaskedOmp(new OmpOptions(20, rms), Parallel.SERIAL).perKnownValue().prepare(dictionary);
		final SparseCodes codes = perValue.encode(signals, MASK, Progress.NONE);
		for (int row = 0; row < 40; row++) {
			final MaskedEncoder one = new MaskedOmp(new OmpOptions(20, rms * Math.sqrt(MASK.known(row))), Parallel.SERIAL).prepare(dictionary);
			assertThat(codes.dense(row)).isEqualTo(one.encode(signals, MASK, Progress.NONE).dense(row));
		}
		assertThat(codes.count(StopReason.TOLERANCE)).isGreaterThan(20);
	}

	@Test
	void gainsDecideBetweenAtomsThatLookAlike() {
		final float h = (float) Math.sqrt(0.5);
		final Dictionary alike = Dictionary.ofUnitAtoms(new PatchShape(3, 1, 1, 1), 3, new float[] { h, h, 0, h, 0, h, 0, 0, 1 });
		final MaskedOmp pursuit = new MaskedOmp(new OmpOptions(1, 0), Parallel.SERIAL);
		final float[] first = { 2, Float.NaN, Float.NaN };
		assertThat(pursuit.prepare(alike).encode(signals(first), Progress.NONE).atom(0)).isZero();
		final SparseCodes preferred = pursuit.preferring(new float[] { 0.5f, 1, 1 }).prepare(alike).encode(signals(first), Progress.NONE);
		assertThat(preferred.atom(0)).isEqualTo(1);
		assertThat(preferred.coefficient(0)).as("fitted as without").isCloseTo(2 / h, within(1e-5f));
		assertThat(pursuit.preferring(new float[] { 0, 0, 0 }).prepare(alike).encode(signals(first), Progress.NONE).nonzeros()).isZero();
	}

	@Test
	void gainsOfAllAlikeChangeNothing() {
		final float[] gains = new float[ATOMS];
		Arrays.fill(gains, 0.25f);
		assertThat(new MaskedOmp(SIX, Parallel.SERIAL).preferring(gains).prepare(dictionary).encode(signals, MASK, Progress.NONE)).isEqualTo(prepared(Parallel.SERIAL).encode(signals, MASK, Progress.NONE));
	}

	@Test
	void atomsToBeginWithAreFittedTogetherWithTheRest() {
		final float h = (float) Math.sqrt(0.25);
		// A constant and a ramp: the mean of the known values of 1, 2, 3, 4 without the last is not that of all.
		final Dictionary line = Dictionary.normalized(new PatchShape(4, 1, 1, 1), 3, new float[] { h, h, h, h, -1.5f, -0.5f, 0.5f, 1.5f, 0, 0, 0, 1 });
		final float[] centred = { -1, 0, 1, Float.NaN };
		final SparseCodes codes = new MaskedOmp(new OmpOptions(1, 0), Parallel.SERIAL).beginningWith(1).prepare(line).encode(signals(centred), Progress.NONE);
		assertThat(codes.decode(line).row(0)).containsExactly(new float[] { -1, 0, 1, 2 }, within(1e-5f));
		assertThat(codes.nonzeros()).isEqualTo(2);
	}

	@Test
	void gainsAndBeginningsThatDoNotFitAreRefused() {
		final MaskedOmp pursuit = new MaskedOmp(SIX, Parallel.SERIAL);
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.preferring(new float[] { 1, -1 })).withMessageContainingAll("atom 2", "-1");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.preferring(new float[] { Float.NaN })).withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.preferring(new float[3]).prepare(dictionary)).withMessageContainingAll("3 gains", ATOMS + " atoms");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.beginningWith(-1)).withMessageContaining("-1");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.beginningWith(ATOMS + 1).prepare(dictionary)).withMessageContaining(Integer.toString(ATOMS + 1));
	}
}
