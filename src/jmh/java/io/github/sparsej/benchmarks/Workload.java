package io.github.sparsej.benchmarks;

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

/** Patches of natural images, whitened or mean-removed, and a dictionary of normalised patches of other places; all from a seed. */
public enum Workload {

	/** Sparse Hebbian learning's. */
	W1(18, 441, 8192, 15),
	/** Denoising's. */
	W2(8, 256, 32768, 5),
	/** A wide dictionary, whose Gram matrix is larger than the second level of cache. */
	W3(12, 1024, 8192, 15);

	/** Nonzeros of a lasso code on average. */
	private static final double LASSO_NONZEROS = 15;
	/** How near to that number is near enough, and on how many signals. */
	private static final double NEAR = 0.05;
	private static final int LASSO_SIGNALS = 1024;

	final int patchSize;
	final int atoms;
	final int signals;
	/** Nonzeros of a greedy code. */
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

	Dictionary dictionary(final Patches patches) {
		return Dictionary.normalized(PatchShape.square(patchSize), atoms, patches.cut(atoms, patchSize, new SplittableRandom(1)));
	}

	Signals signals(final Patches patches) {
		return signals(patches, signals);
	}

	/** The first of the signals. */
	Signals signals(final Patches patches, final int count) {
		return Signals.of(count, length(), patches.cut(count, patchSize, new SplittableRandom(2)));
	}

	/** The lambda with which lasso codes have {@value #LASSO_NONZEROS} nonzeros on average; found by bisection of its exponent on a part of the signals. */
	double lassoLambda(final Patches patches) {
		final Dictionary dictionary = dictionary(patches);
		final Signals part = signals(patches, LASSO_SIGNALS);
		double low = 1e-6, high = 1e3;
		while (true) {
			final double lambda = Math.sqrt(low * high);
			final double nonzeros = (double) new CoordinateDescent(new CoordinateDescentOptions(Penalty.lasso(lambda), Convergence.DEFAULT), Parallel.SERIAL).prepare(dictionary).encode(part, Progress.NONE).nonzeros() / LASSO_SIGNALS;
			if (Math.abs(nonzeros - LASSO_NONZEROS) < NEAR || high / low < 1 + 1e-6) return lambda;
			if (nonzeros > LASSO_NONZEROS) low = lambda;
			else high = lambda;
		}
	}
}
