package io.github.sparsej.encode;

import java.util.SplittableRandom;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** Random dictionaries and signals for tests of encoders, from seeds. */
public final class Fixtures {

	private Fixtures() {}

	public static Dictionary dictionary(final int atoms, final int length, final long seed) {
		return Dictionary.normalized(new PatchShape(length, 1, 1, 1), atoms, gaussian(atoms * length, seed));
	}

	/** Coherent signals, as patches of a smooth image with their means: falling waves, a little noise and a large offset. */
	public static float[] smooth(final int count, final int length, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[count * length];
		for (int i = 0; i < count; i++) {
			final double offset = random.nextDouble(50, 150);
			for (int j = 0; j < length; j++) values[i * length + j] = (float) (offset + 0.3 * random.nextGaussian());
			for (int wave = 1; wave < 12; wave++) {
				final double amplitude = 40 * random.nextGaussian() / (wave * wave), phase = random.nextDouble(2 * Math.PI);
				for (int j = 0; j < length; j++) values[i * length + j] += (float) (amplitude * Math.cos(Math.PI * wave * j / length + phase));
			}
		}
		return values;
	}

	public static Dictionary smoothDictionary(final int atoms, final int length, final long seed) {
		return Dictionary.normalized(new PatchShape(length, 1, 1, 1), atoms, smooth(atoms, length, seed));
	}

	public static Signals signals(final int count, final int length, final long seed) {
		return Signals.of(count, length, gaussian(count * length, seed));
	}

	public static Signals signals(final float[]... rows) {
		final float[] values = new float[rows.length * rows[0].length];
		for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
		return Signals.of(rows.length, rows[0].length, values);
	}

	/** The sum of coefficients times atoms, rounded to float32. */
	public static float[] planted(final Dictionary dictionary, final int[] atoms, final double[] coefficients) {
		final double[] sum = new double[dictionary.signalLength()];
		for (int k = 0; k < atoms.length; k++) for (int j = 0; j < sum.length; j++) sum[j] += coefficients[k] * dictionary.atom(atoms[k])[j];
		return floats(sum);
	}

	public static double[] residual(final Signals signals, final int row, final SparseCodes codes, final Dictionary dictionary) {
		final double[] residual = new double[signals.length()];
		for (int j = 0; j < residual.length; j++) residual[j] = signals.value(row, j);
		for (int k = codes.start(row); k < codes.start(row + 1); k++) for (int j = 0; j < residual.length; j++) residual[j] -= (double) codes.coefficient(k) * dictionary.atom(codes.atom(k))[j];
		return residual;
	}

	public static double dot(final double[] a, final float[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}

	public static double norm(final double[] a) {
		double sum = 0;
		for (final double v : a) sum += v * v;
		return Math.sqrt(sum);
	}

	public static double norm(final float[] a) {
		double sum = 0;
		for (final float v : a) sum += (double) v * v;
		return Math.sqrt(sum);
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int j = 0; j < values.length; j++) floats[j] = (float) values[j];
		return floats;
	}

	public static float[] gaussian(final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			// Box-Muller, since SplittableRandom's own gaussians may change between JDKs.
			final double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
			values[i] = (float) (radius * Math.cos(2 * Math.PI * random.nextDouble()));
		}
		return values;
	}
}
