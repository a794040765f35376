package io.github.sparsej.autoencoder.sigmoid;

import java.util.Arrays;

import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.testing.Npy;

/** The tutorial's auto-encoder of 64, 25 and 64 units, computed by numpy (golden/README.md). */
final class Golden {

	static final int UNITS = 25, LENGTH = 64;

	private Golden() {}

	static Npy array(final String name) {
		return Npy.golden("sigmoid-autoencoder/" + name + ".npy");
	}

	/** The 100 normalised patches. */
	static double[][] signals() {
		return rows(array("small_X_100x64"));
	}

	static double[][] rows(final Npy array) {
		final int n = array.shape()[0], m = array.shape()[1];
		final double[][] rows = new double[n][];
		Arrays.setAll(rows, i -> Arrays.copyOfRange(array.values(), i * m, (i + 1) * m));
		return rows;
	}

	/** Weights (or their gradient) from the tutorial's order W1 (64 x 25), W2 (25 x 64), b1, b2 to ours, which has W1 transposed. */
	static double[] ours(final Npy theta) {
		final double[] ours = theta.values().clone();
		for (int j = 0; j < LENGTH; j++) for (int k = 0; k < UNITS; k++) ours[k * LENGTH + j] = theta.values()[j * UNITS + k];
		return ours;
	}

	static TwoLayerWeights weights(final Npy theta) {
		return new TwoLayerWeights(ours(theta), UNITS, LENGTH, LENGTH);
	}
}
