package io.github.sparsej.testing;

import java.util.SplittableRandom;

/**
 * Draws noise of cameras for tests: Poisson counts by multiplying uniform numbers (Knuth, The Art of Computer Programming, vol. 2,
 * section 3.4.1), in pieces of a mean that exp() still knows, since a sum of Poisson numbers is one.
 */
public final class PoissonSampler {

	private static final double PIECE = 30;

	private final SplittableRandom random;

	public PoissonSampler(final long seed) {
		random = new SplittableRandom(seed);
	}

	/** @param mean at least 0 */
	public int next(final double mean) {
		int count = 0;
		double left = mean;
		for (; left > PIECE; left -= PIECE) count += piece(PIECE);
		return count + piece(left);
	}

	private int piece(final double mean) {
		final double limit = Math.exp(-mean);
		int count = 0;
		for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) count++;
		return count;
	}

	/** offset + gain * Poisson(photons) + readNoise * normal. */
	public double next(final double photons, final double gain, final double offset, final double readNoise) {
		return offset + gain * next(photons) + readNoise * random.nextGaussian();
	}
}
