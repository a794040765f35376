package io.github.sparsej.learn.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.greedy.MaskedOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class KnownResidualsTest {

	private static final PatchShape SHAPE = PatchShape.square(4);
	private static final int COUNT = 300, ATOMS = 24;

	private final SplittableRandom random = new SplittableRandom(5);
	private final Dictionary dictionary = InitialDictionaries.whiteNoise(SHAPE).create(ATOMS, null, random.split());
	private final Signals signals = noise();
	private final SignalMask mask = SignalMask.of(COUNT, SHAPE.length(), (row, j) -> random.nextDouble() < 0.6);

	private Signals noise() {
		final Signals noise = Signals.zeros(COUNT, SHAPE.length());
		for (int j = 0; j < noise.values().length; j++) noise.values()[j] = (float) random.nextGaussian();
		return noise;
	}

	@Test
	void theObjectiveNeverRises() {
		final SparseCodes codes = new MaskedOmp(new OmpOptions(4, 0), Parallel.SERIAL).prepare(dictionary).encode(signals, mask, Progress.NONE);
		final double[][] atoms = UnitRows.of(dictionary);
		final KnownResiduals residuals = new KnownResiduals(signals, mask, codes, atoms, Parallel.SERIAL);
		assertThat(residuals.energy()).isCloseTo(directly(codes), within(1e-4));
		final double begin = residuals.energy();
		double before = begin;
		for (int i = 0; i < ATOMS; i++) {
			assertThat(residuals.fit(i, atoms[i])).isTrue();
			assertThat(residuals.energy()).as("after atom %d", i).isLessThan(before);
			assertThat(Math.sqrt(Arrays.stream(atoms[i]).map(d -> d * d).sum())).isCloseTo(1, within(1e-12));
			before = residuals.energy();
		}
		assertThat(before).isLessThan(0.9 * begin);
	}

	private double directly(final SparseCodes codes) {
		final Signals decoded = codes.decode(dictionary);
		double sum = 0;
		for (int row = 0; row < COUNT; row++) for (int j = 0; j < SHAPE.length(); j++) if (mask.isKnown(row, j)) sum += Math.pow(signals.value(row, j) - decoded.value(row, j), 2);
		return sum;
	}

	/** Signals that are one atom times a coefficient each, of which every user knows another half: alternation finds the atom. */
	@Test
	void aSingleAtomIsFoundFromKnownValues() {
		final float[] truth = dictionary.atom(0);
		final Signals ranked = Signals.zeros(COUNT, SHAPE.length());
		final int[] starts = new int[COUNT + 1], users = new int[COUNT];
		final float[] ones = new float[COUNT];
		final StopReason[] reasons = new StopReason[COUNT];
		Arrays.fill(reasons, StopReason.CONVERGED);
		for (int row = 0; row < COUNT; row++) {
			final float a = (float) random.nextDouble(0.5, 2);
			for (int j = 0; j < truth.length; j++) ranked.values()[ranked.offset(row) + j] = a * truth[j];
			starts[row + 1] = row + 1;
			ones[row] = 1;
		}
		final double[][] atoms = { new double[truth.length] };
		for (int j = 0; j < truth.length; j++) atoms[0][j] = truth[j] + 0.1 * random.nextGaussian();
		UnitRows.normalize(atoms[0]);
		final KnownResiduals residuals = new KnownResiduals(ranked, mask, SparseCodes.of(1, starts, users, ones, reasons), atoms, Parallel.SERIAL);
		for (int i = 0; i < 20; i++) residuals.fit(0, atoms[0]);
		for (int j = 0; j < truth.length; j++) assertThat(atoms[0][j]).isCloseTo(truth[j], within(1e-4));
		assertThat(residuals.energy()).isLessThan(1e-5);
	}

	@Test
	void anAtomThatNothingUsesStays() {
		final SparseCodes none = SparseCodes.of(ATOMS, new int[COUNT + 1], new int[0], new float[0], filled());
		final double[][] atoms = UnitRows.of(dictionary);
		final double[] before = atoms[3].clone();
		assertThat(new KnownResiduals(signals, mask, none, atoms, Parallel.SERIAL).fit(3, atoms[3])).isFalse();
		assertThat(atoms[3]).isEqualTo(before);
	}

	private static StopReason[] filled() {
		final StopReason[] reasons = new StopReason[COUNT];
		Arrays.fill(reasons, StopReason.STALLED);
		return reasons;
	}
}
