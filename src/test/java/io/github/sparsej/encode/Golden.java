package io.github.sparsej.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntFunction;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.Npy;

/** Reference codes computed in float64 by numpy and scikit-learn (golden/README.md). */
public final class Golden {

	private static final double TOLERANCE = 1e-5;

	public static final Parallel PARALLEL = Parallel.of(2);

	private Golden() {}

	public static Dictionary dictionary() {
		return Dictionary.ofUnitAtoms(PatchShape.square(8), 128, Npy.golden("encoders/64x128_D_atoms_as_rows.npy").floats());
	}

	public static Signals signals() {
		return Signals.of(200, 64, Npy.golden("encoders/64x128_X_200x64.npy").floats());
	}

	/** The encoder's codes of the golden signals. */
	public static SparseCodes encode(final Encoder encoder) {
		return encoder.prepare(dictionary()).encode(signals(), Progress.NONE);
	}

	/** Same support, coefficients within the rounding of float32; returns the number of nonzeros compared. */
	public static int check(final SparseCodes codes, final int row, final Npy expected) {
		int nonzeros = 0;
		for (int i = 0; i < expected.shape()[1]; i++) {
			final double value = expected.at(row, i);
			assertThat(codes.dense(row)[i] != 0).as("signal %d takes atom %d", row, i).isEqualTo(value != 0);
			assertThat((double) codes.dense(row)[i]).as("signal %d, atom %d", row, i).isCloseTo(value, within(TOLERANCE));
			if (value != 0) nonzeros++;
		}
		return nonzeros;
	}

	/** The batch and the first dictionary of golden/shl_small. */
	public static SparseCodes encodeHebbianBatch(final Encoder encoder) {
		final Npy batches = Npy.golden("shl_small/batches_3x128x64_f32.npy");
		final float[] first = Arrays.copyOf(batches.floats(), 128 * 64);
		final Dictionary dictionary = Dictionary.normalized(PatchShape.square(8), 64, Npy.golden("shl_small/dictionary0_64x64_f32.npy").floats());
		return encoder.prepare(dictionary).encode(Signals.of(128, 64, first), Progress.NONE);
	}

	/** The atoms in the order in which they are taken: what one step more adds. */
	public static void checkOrder(final IntFunction<Encoder> encoderOfSteps, final Npy order) {
		final int steps = order.shape()[1];
		SparseCodes before = null;
		for (int step = 1; step <= steps; step++) {
			final SparseCodes codes = encode(encoderOfSteps.apply(step));
			for (int row = 0; row < order.shape()[0]; row++) {
				final int taken = (int) order.at(row, step - 1);
				assertThat(codes.dense(row)[taken]).as("signal %d, step %d", row, step).isNotZero();
				if (before != null) assertThat(codes.dense(row)[taken]).isNotEqualTo(before.dense(row)[taken]);
			}
			before = codes;
		}
	}
}
