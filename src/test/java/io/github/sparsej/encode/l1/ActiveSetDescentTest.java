package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.gaussian;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** The descent alone, without a path before it. */
class ActiveSetDescentTest {

	private static final int LENGTH = 20, ATOMS = 50;
	private static final double LAMBDA = 0.05;

	private final Signals x = signals(1, LENGTH, 2);

	@Test
	void reachesTheMinimumFromNothing() {
		for (final boolean nonnegative : new boolean[] { false, true }) requireMinimum(dictionary(ATOMS, LENGTH, 1), nonnegative);
	}

	@Test
	void reachesTheMinimumFromAtomsAndSignsThatAreWrong() {
		for (final boolean nonnegative : new boolean[] { false, true }) requireMinimum(dictionary(ATOMS, LENGTH, 1), nonnegative, 3, 7, 11, 30, 31, 32, 33, 34);
	}

	@Test
	void endsWithPairsOfEqualAndOfOppositeAtoms() {
		final float[] twice = Arrays.copyOf(gaussian(ATOMS / 2 * LENGTH, 5), ATOMS * LENGTH);
		for (int i = 0; i < ATOMS / 2 * LENGTH; i++) twice[ATOMS / 2 * LENGTH + i] = (i / LENGTH % 2 == 0 ? 1 : -1) * twice[i];
		requireMinimum(Dictionary.normalized(new PatchShape(LENGTH, 1, 1, 1), ATOMS, twice), false, 1, 2, 30);
	}

	private void requireMinimum(final Dictionary d, final boolean nonnegative, final int... start) {
		final PreparedAtoms atoms = new PreparedAtoms(d, Parallel.SERIAL);
		final double[] ones = new double[ATOMS];
		Arrays.fill(ones, 1);
		final PathAtoms active = new PathAtoms(atoms, 0);
		final ActiveSetDescent descent = new ActiveSetDescent(atoms, active, new VectorCorrelations(atoms), nonnegative, ones);
		final float[] correlations = new float[ATOMS];
		for (int i = 0; i < ATOMS; i++) correlations[i] = 0.25f * (float) Energy.product(x.values(), 0, atoms.rows, i * LENGTH, LENGTH);
		active.begin(x.values(), 0, 0.25f, correlations);
		for (final int atom : start) active.join(atom, nonnegative || atom % 2 == 0 ? 1 : -1);
		descent.begin(x.values(), 0, 0.25f, correlations);
		assertThat(descent.descend(LAMBDA / 4, LAMBDA / 4)).isEqualTo(StopReason.CONVERGED);
		final float[] code = new float[ATOMS];
		for (int k = 0; k < active.size(); k++) code[active.atom(k)] = (float) (4 * descent.coefficient(k));
		final double violation = Optimality.violations(x, codes(code), d, Penalty.lasso(LAMBDA).nonnegative(nonnegative), Parallel.SERIAL)[0];
		assertThat(violation).isLessThan(5e-6 * norm(x.row(0)));
	}

	private static SparseCodes codes(final float[] code) {
		final int[] atoms = new int[ATOMS];
		final float[] coefficients = new float[ATOMS];
		int size = 0;
		for (int i = 0; i < ATOMS; i++)
			if (code[i] != 0) {
				atoms[size] = i;
				coefficients[size++] = code[i];
			}
		return SparseCodes.of(ATOMS, new int[] { 0, size }, atoms, coefficients, new StopReason[] { StopReason.CONVERGED });
	}
}
