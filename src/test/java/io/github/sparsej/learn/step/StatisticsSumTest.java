package io.github.sparsej.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.SufficientStatistics;

class StatisticsSumTest {

	private static final int ATOMS = 11, LENGTH = 7;

	private static SufficientStatistics of(final Signals signals, final SparseCodes codes, final Parallel parallel) {
		final StatisticsSum sum = new StatisticsSum(SufficientStatistics.none(codes.atomCount(), signals.length()));
		sum.add(signals, codes, parallel);
		return sum.statistics();
	}

	private static SufficientStatistics ofRows(final Signals signals, final SparseCodes codes, final int begin, final int end) {
		return of(signals.select(IntStream.range(begin, end).toArray()), codes.rows(begin, end - begin), Parallel.SERIAL);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 1e-25, 1e25 })
	void areTheSumsOfAllProducts(final double unit) {
		final SparseCodes codes = RandomCodes.codes(300, ATOMS, 1);
		final Signals plain = RandomCodes.signals(codes, LENGTH, 2), signals = plain.copy();
		for (int k = 0; k < signals.values().length; k++) signals.values()[k] = (float) (unit * plain.values()[k]);
		final SparseCodes scaled = SparseCodes.of(ATOMS, IntStream.rangeClosed(0, 300).map(codes::start).toArray(), IntStream.range(0, codes.nonzeros()).map(codes::atom).toArray(), scaled(codes, unit),
			IntStream.range(0, 300).mapToObj(codes::stopReason).toArray(StopReason[]::new));
		final SufficientStatistics found = of(signals, scaled, Parallel.of(2));
		assertThat(found.weight()).isEqualTo(300);
		assertThat(found.batches()).isEqualTo(1);
		for (int i = 0; i < ATOMS; i++) {
			for (int k = 0; k < ATOMS; k++) {
				double sum = 0;
				for (int row = 0; row < 300; row++) sum += (double) codes.dense(row)[i] * codes.dense(row)[k];
				assertThat(found.codeProduct(i, k) / unit / unit).isCloseTo(sum, within(1e-5));
			}
			for (int j = 0; j < LENGTH; j++) {
				double sum = 0;
				for (int row = 0; row < 300; row++) sum += (double) codes.dense(row)[i] * plain.value(row, j);
				assertThat(found.signalProducts(i)[j] / unit / unit).isCloseTo(sum, within(1e-5 * 100));
			}
		}
	}

	private static float[] scaled(final SparseCodes codes, final double unit) {
		final float[] values = new float[codes.nonzeros()];
		for (int k = 0; k < values.length; k++) values[k] = (float) (unit * codes.coefficient(k));
		return values;
	}

	@Test
	void sumsOfChunksAreThoseOfTheWhole() {
		final int count = 3 * StatisticsSum.CHUNK + 100;
		final SparseCodes codes = RandomCodes.codes(count, ATOMS, 3);
		final Signals signals = RandomCodes.signals(codes, LENGTH, 4);
		final SufficientStatistics whole = of(signals, codes, Parallel.of(2));
		SufficientStatistics chunks = SufficientStatistics.none(ATOMS, LENGTH), others = SufficientStatistics.none(ATOMS, LENGTH);
		final StatisticsSum running = new StatisticsSum(SufficientStatistics.none(ATOMS, LENGTH));
		for (int begin = 0; begin < count; begin += StatisticsSum.CHUNK) {
			final int end = Math.min(count, begin + StatisticsSum.CHUNK);
			chunks = chunks.plus(ofRows(signals, codes, begin, end));
			running.add(signals.select(IntStream.range(begin, end).toArray()), codes.rows(begin, end - begin), Parallel.SERIAL);
		}
		for (int begin = 0; begin < count; begin += 1000) others = others.plus(ofRows(signals, codes, begin, Math.min(count, begin + 1000)));
		for (final SufficientStatistics same : new SufficientStatistics[] { chunks, running.statistics() }) {
			assertThat(same.codeProducts()).containsExactly(whole.codeProducts());
			assertThat(same.signalProducts()).containsExactly(whole.signalProducts());
			assertThat(same.weight()).isEqualTo(count);
		}
		assertThat(others.codeProducts()).isNotEqualTo(whole.codeProducts());
		assertThat(others.codeProducts()).containsExactly(whole.codeProducts(), within(1e-12 * count));
		assertThat(others.signalProducts()).containsExactly(whole.signalProducts(), within(1e-6 * count));
		assertThat(others.weight()).isEqualTo(count);
		assertThat(others.batches()).isEqualTo(13);
	}

	@Test
	void areTheSameOnAnyNumberOfThreads() {
		final SparseCodes codes = RandomCodes.codes(500, 40, 5);
		final Signals signals = RandomCodes.signals(codes, LENGTH, 6);
		for (final int threads : new int[] { 2, 8 }) {
			assertThat(of(signals, codes, Parallel.of(threads)).codeProducts()).isEqualTo(of(signals, codes, Parallel.SERIAL).codeProducts());
			assertThat(of(signals, codes, Parallel.of(threads)).signalProducts()).isEqualTo(of(signals, codes, Parallel.SERIAL).signalProducts());
		}
	}

	@Test
	void goOnFromStatisticsAndForget() {
		final SparseCodes codes = RandomCodes.codes(50, ATOMS, 7);
		final Signals signals = RandomCodes.signals(codes, LENGTH, 8);
		final SufficientStatistics once = of(signals, codes, Parallel.SERIAL);
		final StatisticsSum sum = new StatisticsSum(once);
		final BatchTerms batch = new BatchTerms(signals, codes, Parallel.SERIAL);
		final StatisticsSum.Room room = sum.new Room();
		for (int i = 0; i < ATOMS; i++) sum.addRow(i, batch, 0.25, room);
		sum.count(batch, 0.25);
		assertThat(sum.statistics().weight()).isEqualTo(62.5);
		assertThat(sum.statistics().batches()).isEqualTo(2);
		for (int i = 0; i < ATOMS; i++) {
			for (int k = 0; k < ATOMS; k++) assertThat(sum.statistics().codeProduct(i, k)).isCloseTo(1.25 * once.codeProduct(i, k), within(1e-12));
			for (int j = 0; j < LENGTH; j++) assertThat(sum.statistics().signalProducts(i)[j]).isCloseTo(1.25 * once.signalProducts(i)[j], within(1e-12));
		}
	}

	@Test
	void ofAnAtomAreForgottenOrRescaled() {
		final SparseCodes codes = RandomCodes.codes(50, ATOMS, 9);
		final Signals signals = RandomCodes.signals(codes, LENGTH, 10);
		final SufficientStatistics before = of(signals, codes, Parallel.SERIAL);
		final StatisticsSum sum = new StatisticsSum(before);
		sum.rescale(2, 3);
		sum.forget(4);
		final SufficientStatistics after = sum.statistics();
		for (int i = 0; i < ATOMS; i++) {
			for (int k = 0; k < ATOMS; k++)
				assertThat(after.codeProduct(i, k)).isCloseTo(i == 4 || k == 4 ? 0 : before.codeProduct(i, k) * (i == 2 ? 3 : 1) * (k == 2 ? 3 : 1), within(1e-12));
			for (int j = 0; j < LENGTH; j++) assertThat(after.signalProducts(i)[j]).isCloseTo(i == 4 ? 0 : before.signalProducts(i)[j] * (i == 2 ? 3 : 1), within(1e-12));
		}
	}

	@Test
	void theResidualIsThatOfTheSignals() {
		final SparseCodes codes = RandomCodes.codes(70, ATOMS, 11);
		final Signals signals = RandomCodes.signals(codes, LENGTH, 12);
		final float[][] atoms = new float[ATOMS][LENGTH];
		for (int i = 0; i < ATOMS; i++) for (int j = 0; j < LENGTH; j++) atoms[i][j] = (float) Math.sin(i * LENGTH + j);
		assertThat(new BatchTerms(signals, codes, Parallel.SERIAL).relativeResidual(atoms)).isCloseTo(new BatchResiduals(signals, codes, atoms, Parallel.SERIAL).relative(), within(1e-6));
		assertThat(new BatchTerms(Signals.zeros(70, LENGTH), codes.rows(0, 70), Parallel.of(2)).relativeResidual(atoms)).isZero();
		assertThatThrownBy(() -> new BatchTerms(signals, codes.rows(0, 3), Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("70").hasMessageContaining("3");
	}
}
