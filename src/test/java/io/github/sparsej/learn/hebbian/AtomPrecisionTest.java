package io.github.sparsej.learn.hebbian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;
import io.github.sparsej.testing.DenseCodes;

class AtomPrecisionTest {

	private final double[][] atoms = { { 0.6, 0.8, 0 }, { 0, 0, 1 } };

	/** Two signals; variances of the pixels 2.5, 0.5 and 8.5, of which atom 0 describes what its coefficient 1 of the first signal says. */
	private AtomPrecision learned() {
		final AtomPrecision precision = new AtomPrecision(0.5, 2, 3);
		precision.update(Signals.of(2, 3, new float[] { 1, 0, 1, 2, 1, 4 }), new AtomUses(DenseCodes.of(2, 1, 0, 0, 0)), atoms, Parallel.SERIAL);
		return precision;
	}

	@Test
	void weightsAreInverseVariancesOfWhatAnAtomLeaves() {
		final double reference = 11.5 / 3;
		final double[] left = { (0.16 + 4) / 2, (0.64 + 1) / 2, 8.5, 2.5, 0.5, 8.5 };
		final double[] weights = learned().weights();
		for (int k = 0; k < 6; k++) assertThat(weights[k]).isCloseTo(reference / (reference / 2 + left[k] / 2), within(1e-12));
	}

	/** A signal that took the place of a dead atom was not seen through its weights. */
	@Test
	void aReplacedAtomBeginsAnew() {
		final AtomPrecision precision = learned();
		precision.normalize(0, atoms[0]);
		precision.normalize(1, atoms[1]);
		final double[] before = precision.weights();
		final double otherLength = precision.length(1);
		assertThat(precision.length(0)).isNotEqualTo(1);
		precision.reset(0);
		assertThat(precision.length(0)).isEqualTo(1);
		assertThat(Arrays.copyOf(precision.weights(), 3)).containsExactly(new double[] { 1, 1, 1 }, within(1e-12));
		assertThat(Arrays.copyOfRange(precision.weights(), 3, 6)).containsExactly(Arrays.copyOfRange(before, 3, 6));
		assertThat(precision.length(1)).isEqualTo(otherLength).isNotEqualTo(1);
	}
}
