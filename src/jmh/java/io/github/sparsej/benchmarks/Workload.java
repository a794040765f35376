package io.github.sparsej.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescent;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.whiten.OlshausenField;

/**
 * Patches of an image with the spectrum of natural ones (amplitude falls as 1 / frequency), less their means, and a
 * dictionary of normalised patches of other places; all from a seed. The image is whitened before or not: the atoms of one
 * that is not are coherent, which makes the lasso hard, and makes no difference to pursuits.
 */
public enum Workload {

	/** Sparse Hebbian learning's. */
	W1(18, 441, 8192, 15),
	/** Denoising's. */
	W2(8, 256, 32768, 5),
	/** A wide dictionary, whose Gram matrix is larger than the second level of cache. */
	W3(12, 1024, 8192, 15);

	private static final int IMAGE_SIZE = 512;
	private static final int LAMBDA_SIGNALS = 1024, LAMBDA_HALVINGS = 20;

	final int patchSize;
	final int atoms;
	final int signals;
	final int nonzeros;

	Workload(final int patchSize, final int atoms, final int signals, final int nonzeros) {
		this.patchSize = patchSize;
		this.atoms = atoms;
		this.signals = signals;
		this.nonzeros = nonzeros;
	}

	int length() {
		return patchSize * patchSize;
	}

	Dictionary dictionary(final boolean whitened) {
		return Dictionary.normalized(PatchShape.square(patchSize), atoms, patches(atoms, whitened, new SplittableRandom(1)));
	}

	Signals signals(final boolean whitened) {
		return Signals.of(signals, length(), patches(signals, whitened, new SplittableRandom(2)));
	}

	/** The lambda with which codes have as many nonzeros on average as asked for, found by bisection on some of the signals. */
	double lambda(final boolean whitened, final double nonzeros) {
		final Dictionary dictionary = dictionary(whitened);
		final Signals some = Signals.of(LAMBDA_SIGNALS, length(), Arrays.copyOf(signals(whitened).values(), LAMBDA_SIGNALS * length()));
		double low = 1e-6, high = 10;
		for (int i = 0; i < LAMBDA_HALVINGS; i++) {
			final double lambda = Math.sqrt(low * high);
			final CoordinateDescentOptions options = new CoordinateDescentOptions(Penalty.lasso(lambda), Convergence.DEFAULT);
			if ((double) new CoordinateDescent(options, Parallel.SERIAL).prepare(dictionary).encode(some, Progress.NONE).nonzeros() / LAMBDA_SIGNALS > nonzeros) low = lambda;
			else high = lambda;
		}
		return Math.sqrt(low * high);
	}

	private float[] patches(final int count, final boolean whitened, final SplittableRandom random) {
		final float[] octaves = octaves(new SplittableRandom(3));
		final float[] image = whitened ? OlshausenField.STANDARD.filter(octaves, IMAGE_SIZE, IMAGE_SIZE) : octaves;
		final float[] patches = new float[count * length()];
		for (int i = 0; i < count; i++) {
			final int corner = random.nextInt(IMAGE_SIZE - patchSize) * IMAGE_SIZE + random.nextInt(IMAGE_SIZE - patchSize);
			double sum = 0;
			for (int j = 0; j < length(); j++) sum += patches[i * length() + j] = image[corner + j / patchSize * IMAGE_SIZE + j % patchSize];
			for (int j = 0; j < length(); j++) patches[i * length() + j] -= (float) (sum / length());
		}
		return patches;
	}

	/** Noise on grids of 2, 4, 8, ... cells per side, interpolated, each octave at half the amplitude of the one before. */
	private static float[] octaves(final SplittableRandom random) {
		final float[] image = new float[IMAGE_SIZE * IMAGE_SIZE];
		for (int cells = 2; cells <= IMAGE_SIZE; cells *= 2) {
			final double[][] grid = new double[cells + 1][cells + 1];
			for (final double[] row : grid) for (int i = 0; i <= cells; i++) row[i] = random.nextDouble(-1, 1);
			for (int p = 0; p < image.length; p++) image[p] += (float) (interpolate(grid, (double) (p % IMAGE_SIZE) * cells / IMAGE_SIZE, (double) (p / IMAGE_SIZE) * cells / IMAGE_SIZE) / cells);
		}
		return image;
	}

	private static double interpolate(final double[][] grid, final double x, final double y) {
		final int i = (int) x, j = (int) y;
		final double u = x - i, v = y - j;
		return (grid[j][i] * (1 - u) + grid[j][i + 1] * u) * (1 - v) + (grid[j + 1][i] * (1 - u) + grid[j + 1][i + 1] * u) * v;
	}
}
