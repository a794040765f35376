package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static io.github.sparsej.encode.Fixtures.smooth;
import static io.github.sparsej.encode.Fixtures.smoothDictionary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.Signals;

class PathAtomsTest {

	private static final int LENGTH = 30, ATOMS = 40;
	private static final double RIDGE = 0.2, LIMIT = 0.3;

	private PreparedAtoms atoms;
	private Signals signal;
	private PathAtoms active;

	private void begin(final Dictionary dictionary, final Signals x, final double ridge, final float scale) {
		atoms = new PreparedAtoms(dictionary, Parallel.SERIAL);
		signal = x;
		final float[] correlations = new float[dictionary.atomCount()];
		for (int i = 0; i < correlations.length; i++) correlations[i] = scale * (float) Energy.product(x.values(), 0, atoms.rows, i * atoms.length, atoms.length);
		active = new PathAtoms(atoms, ridge);
		active.begin(x.values(), 0, scale, correlations);
	}

	private void join(final int... chosen) {
		for (final int atom : chosen) assertThat(active.join(atom, pull(atom))).isTrue();
	}

	private static double pull(final int atom) {
		return (atom % 2 == 0 ? 1 : -1) * (1 + atom % 3);
	}

	/** D_A'(scale x - D_A a) - ridge a = limit times pulls. */
	private void requireSolution(final double ridge, final float scale, final double tolerance) {
		final double[] coefficients = new double[active.size()], residual = new double[atoms.length];
		active.coefficients(LIMIT, coefficients);
		for (int j = 0; j < atoms.length; j++) residual[j] = scale * signal.value(0, j);
		for (int k = 0; k < active.size(); k++) for (int j = 0; j < atoms.length; j++) residual[j] -= coefficients[k] * atoms.rows[active.atom(k) * atoms.length + j];
		for (int k = 0; k < active.size(); k++) {
			double correlation = -ridge * coefficients[k];
			for (int j = 0; j < atoms.length; j++) correlation += residual[j] * atoms.rows[active.atom(k) * atoms.length + j];
			assertThat(active.pull(k)).isEqualTo(pull(active.atom(k)));
			assertThat(correlation).isCloseTo(LIMIT * active.pull(k), within(tolerance));
		}
	}

	@Test
	void coefficientsLeaveEachCorrelationAtItsLimitWhoeverComesAndGoes() {
		begin(dictionary(ATOMS, LENGTH, 1), signals(1, LENGTH, 2), RIDGE, 0.25f);
		join(3, 14, 15, 9, 26, 5, 35);
		requireSolution(RIDGE, 0.25f, 1e-6);
		active.leave(6);
		active.leave(0);
		active.leave(2);
		assertThat(active.size()).isEqualTo(4);
		requireSolution(RIDGE, 0.25f, 1e-6);
		join(3, 11);
		requireSolution(RIDGE, 0.25f, 1e-6);
		assertThat(active.isExact()).isFalse();
	}

	@Test
	void coherentAtomsAreExact() {
		begin(smoothDictionary(ATOMS, LENGTH, 3), Signals.of(1, LENGTH, smooth(1, LENGTH, 4)), 0, 0x1p-9f);
		join(3, 14, 15, 9, 26, 5, 35, 7, 8, 10, 20, 21, 22, 23, 24, 25);
		assertThat(active.isExact()).isTrue();
		requireSolution(0, 0x1p-9f, 1e-10);
		for (final int place : new int[] { 15, 0, 6, 3 }) active.leave(place);
		requireSolution(0, 0x1p-9f, 1e-10);
		join(3, 30);
		requireSolution(0, 0x1p-9f, 1e-10);
		assertThat(active.join(30, 1)).isFalse();
		requireSolution(0, 0x1p-9f, 1e-10);
	}

	@Test
	void dependentAtomIsACombination() {
		final float[] values = dictionary(3, LENGTH, 1).toArray();
		for (int j = 0; j < LENGTH; j++) values[2 * LENGTH + j] = 3 * values[j] - 4 * values[LENGTH + j];
		begin(Dictionary.normalized(dictionary(3, LENGTH, 1).shape(), 3, values), signals(1, LENGTH, 2), 0, 1);
		join(0, 1);
		assertThat(active.join(2, 1)).isFalse();
		final double[] combination = new double[2];
		active.combination(combination);
		assertThat(combination[1] / combination[0]).isCloseTo(-4.0 / 3, within(1e-6));
		assertThat(active.size()).isEqualTo(2);
		active.leave(0);
		join(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void firstToVanishIsTheFirstWhoseSignWouldTurn(final int seed) {
		begin(dictionary(ATOMS, LENGTH, seed), signals(1, LENGTH, 2), 0, 1);
		for (int i = 0; i < 12; i++) active.join(i, signal.value(0, i) < 0 ? -1 : 1);
		final double limit = 0.8, end = -0.2;
		final int first = active.firstToVanish(limit, end);
		final double zero = first < 0 ? end : active.zero(first, limit);
		if (first >= 0) assertThat(active.coefficient(first, active.zero(first, 1e9))).isCloseTo(0, within(1e-9));
		for (int k = 0; k < 12; k++) {
			if (k == first || zero == limit || active.pull(k) * active.slope()[k] >= 0) continue;
			for (double at = limit; at > zero; at -= 0.01) assertThat(active.pull(k) * active.coefficient(k, Math.max(at, zero))).isGreaterThan(-1e-9);
		}
		if (first >= 0) assertThat(active.firstToVanish(limit, zero + 1e-9)).isEqualTo(-1);
	}
}
