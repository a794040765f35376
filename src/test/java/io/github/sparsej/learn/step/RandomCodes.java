package io.github.sparsej.learn.step;

import java.util.SplittableRandom;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.DenseCodes;

/** Signals and sparse codes from a seed, that have nothing to do with each other but a share of a dictionary. */
public final class RandomCodes {

	private RandomCodes() {}

	/** About every fourth coefficient is not zero. */
	public static SparseCodes codes(final int count, final int atoms, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] values = new double[count * atoms];
		for (int k = 0; k < values.length; k++) if (random.nextInt(4) == 0) values[k] = random.nextDouble(-1, 2);
		return DenseCodes.of(atoms, values);
	}

	/** Uniform values, and the codes' part in a dictionary of uniform values. */
	public static Signals signals(final SparseCodes codes, final int length, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] dictionary = new double[codes.atomCount()][length];
		for (final double[] atom : dictionary) for (int j = 0; j < length; j++) atom[j] = random.nextDouble(-1, 1);
		final Signals signals = Signals.zeros(codes.count(), length);
		for (int row = 0; row < codes.count(); row++)
			for (int j = 0; j < length; j++) {
				double value = random.nextDouble(-0.3, 0.3);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) value += codes.coefficient(k) * dictionary[codes.atom(k)][j];
				signals.values()[signals.offset(row) + j] = (float) value;
			}
		return signals;
	}
}
