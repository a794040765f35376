package io.github.sparsej.convolve.network;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.model.Volume;

/**
 * A labelled stack of drawn digits, 28 x 28 px: polylines of a pen 1.2 px wide, each shifted, turned and scaled by chance, with noise. Ink is
 * 1 on 0.
 *
 * @param images digit n % 10 at n
 * @param labels "0" to "9"
 */
record DrawnDigits(List<Volume> images, List<String> labels) {

	private static final int SIDE = 28;
	private static final double PEN = 1.2, NOISE = 0.15;

	/** Corners (x, y) of the lines of each digit, in a box of 1 x 2; a line begins where the one before ends. */
	private static final double[][][] STROKES = {
		{ { 0, 0 }, { 1, 0 }, { 1, 2 }, { 0, 2 }, { 0, 0 } }, // 0
		{ { 0.2, 0.4 }, { 0.6, 0 }, { 0.6, 2 } }, // 1
		{ { 0, 0.3 }, { 0.5, 0 }, { 1, 0.5 }, { 0, 2 }, { 1, 2 } }, // 2
		{ { 0, 0 }, { 1, 0 }, { 0.4, 0.9 }, { 1, 1.4 }, { 0.5, 2 }, { 0, 1.8 } }, // 3
		{ { 0.8, 2 }, { 0.8, 0 }, { 0, 1.3 }, { 1, 1.3 } }, // 4
		{ { 1, 0 }, { 0, 0 }, { 0, 0.9 }, { 0.8, 0.9 }, { 1, 1.5 }, { 0.6, 2 }, { 0, 1.9 } }, // 5
		{ { 0.8, 0 }, { 0, 1 }, { 0, 2 }, { 1, 2 }, { 1, 1.1 }, { 0, 1.1 } }, // 6
		{ { 0, 0 }, { 1, 0 }, { 0.3, 2 } }, // 7
		{ { 0.1, 0 }, { 0.9, 0 }, { 0, 2 }, { 1, 2 }, { 0.1, 0 } }, // 8
		{ { 1, 0.9 }, { 0, 0.9 }, { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0.4, 2 } }, // 9
	};

	static DrawnDigits draw(final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return new DrawnDigits(IntStream.range(0, count).mapToObj(n -> draw(STROKES[n % 10], random.split())).toList(), IntStream.range(0, count).mapToObj(n -> Integer.toString(n % 10)).toList());
	}

	private static Volume draw(final double[][] corners, final SplittableRandom random) {
		final double angle = random.nextDouble(-0.2, 0.2), scale = random.nextDouble(5.5, 8), dx = random.nextDouble(-4, 4), dy = random.nextDouble(-4, 4);
		final float[] pixels = new float[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			// Where the pixel lies in the box of the digit.
			final double u = i % SIDE - 13.5 - dx, v = i / SIDE - 13.5 - dy;
			final double x = 0.5 + (u * Math.cos(angle) + v * Math.sin(angle)) / scale, y = 1 + (v * Math.cos(angle) - u * Math.sin(angle)) / scale;
			double nearest = Double.POSITIVE_INFINITY;
			for (int k = 1; k < corners.length; k++) nearest = Math.min(nearest, scale * distance(x, y, corners[k - 1], corners[k]));
			pixels[i] = (float) (Math.exp(-0.5 * Math.pow(nearest / PEN, 2)) + NOISE * random.nextGaussian());
		}
		return Volume.plane(SIDE, SIDE, pixels);
	}

	private static double distance(final double x, final double y, final double[] from, final double[] to) {
		final double lx = to[0] - from[0], ly = to[1] - from[1];
		final double along = Math.max(0, Math.min(1, ((x - from[0]) * lx + (y - from[1]) * ly) / (lx * lx + ly * ly)));
		return Math.hypot(x - from[0] - along * lx, y - from[1] - along * ly);
	}
}
