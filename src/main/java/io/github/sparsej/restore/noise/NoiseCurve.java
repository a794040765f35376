package io.github.sparsej.restore.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.sparsej.model.Volume;

/**
 * How the variance of the noise depends on the mean, measured at some means (Colom &amp; Buades, IPOL 3, 2013: the patches
 * in classes of as many patches each, by brightness).
 * <p>
 * The classes are made by the brightness around the patches. Made by the mean of the patches themselves, dark classes would collect patches
 * that noise made dark, bright ones those that noise made bright, and a curve over means that noise has spread is too
 * flat. (Grouping by another quantity that knows nothing of the noise: Wald, Ann. Math. Stat. 11, 1940.)
 */
final class NoiseCurve {

	private static final int CLASSES = 20, LEAST_PATCHES = 100, LEAST_FLAT = 50;

	/**
	 * @param mean        grey values
	 * @param variance    grey values squared
	 * @param independent from how many patches, where such that overlap count by the pixels each adds
	 */
	record Point(double mean, double variance, double independent) {}

	private NoiseCurve() {}

	/**
	 * At most {@value #CLASSES} points in order of rising surroundings, of at least {@value #LEAST_PATCHES} patches, or one of fewer.
	 *
	 * @throws IllegalArgumentException if no patch shows noise
	 */
	static List<Point> of(final Volume image, final int channel) {
		final List<NoisePatch> all = NoisePatches.of(image, channel), varying = all.stream().filter(patch -> !patch.isConstant()).toList();
		if (varying.isEmpty()) throw new IllegalArgumentException("the camera's noise cannot be estimated: the image is constant");
		final float white = NoisePatches.white(image, channel, all);
		// Not where black begins: where photons are few, 0 is a count like any other.
		final List<NoisePatch> sorted = NoisePatches.those(varying, LEAST_PATCHES, patch -> patch.max() < white).stream().sorted(Comparator.comparingDouble(NoisePatch::surrounding)).toList();
		final int classes = Math.max(1, Math.min(CLASSES, sorted.size() / LEAST_PATCHES));
		final double pixelsEach = Math.min(1, (double) square(NoisePatches.stride(image)) / square(PatchSpectrum.SIDE));
		final List<Point> points = new ArrayList<>();
		for (int i = 0; i < classes; i++)
			points.add(point(NoisePatches.flattest(sorted.subList((int) ((long) i * sorted.size() / classes), (int) ((i + 1L) * sorted.size() / classes)), LEAST_FLAT), pixelsEach));
		return points;
	}

	private static Point point(final List<NoisePatch> patches, final double pixelsEach) {
		double mean = 0, variance = 0;
		for (final NoisePatch patch : patches) {
			mean += patch.mean() / patches.size();
			variance += patch.high() / patches.size();
		}
		return new Point(mean, variance, pixelsEach * patches.size());
	}

	private static int square(final int value) {
		return value * value;
	}
}
