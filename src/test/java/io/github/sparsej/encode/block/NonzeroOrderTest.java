package io.github.sparsej.encode.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class NonzeroOrderTest {

	@Test
	void atomsComeInAscendingOrderWithTheirCoefficients() {
		final SplittableRandom random = new SplittableRandom(4);
		final NonzeroOrder order = new NonzeroOrder();
		// Fewer atoms after more: nothing is left of codes before.
		for (final int atomCount : new int[] { 441, 64, 65, 1, 1024, 63 }) {
			for (int round = 0; round < 50; round++) {
				final int[] atoms = IntStream.generate(() -> random.nextInt(atomCount)).limit(random.nextInt(40)).distinct().toArray();
				final int[] toAtoms = new int[atoms.length + 3];
				final float[] coefficients = new float[atoms.length], to = new float[atoms.length + 3];
				for (int k = 0; k < atoms.length; k++) coefficients[k] = atoms[k] + 0.5f;
				order.put(atoms, coefficients, atoms.length, toAtoms, to, 3);
				assertThat(Arrays.copyOfRange(toAtoms, 3, toAtoms.length)).isEqualTo(IntStream.of(atoms).sorted().toArray());
				for (int k = 3; k < to.length; k++) assertThat(to[k]).isEqualTo(toAtoms[k] + 0.5f);
				assertThat(to).startsWith(0, 0, 0);
			}
		}
	}
}
