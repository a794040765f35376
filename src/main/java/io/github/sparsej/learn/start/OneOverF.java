package io.github.sparsej.learn.start;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;

/**
 * Atoms cut from a random-phase image whose amplitudes fall with frequency as 1/f, as those of natural images do (Field
 * 1987): Gaussian white noise, each frequency divided by its length, then filtered, cut at random and whitened as the
 * signals were; the one mean of all cut values is subtracted, and every atom divided by its l2 norm.
 * <p>
 * Where patches have more than one slice or channel, the white noises of planes d apart correlate by
 * {@value #PLANE_CORRELATION}^d along either axis.
 */
public final class OneOverF {

	/** Side of the planes, px, where patches are not larger. */
	private static final int SIDE = 256;

	private static final double PLANE_CORRELATION = 0.9;

	private OneOverF() {}

	static Dictionary atoms(final PatchShape shape, final ImageFilter filter, final Whitening whitening, final int atomCount, final SplittableRandom random) {
		final Volume noise = noise(shape, random).filter(filter);
		final Signals patches = new PatchSampler(shape, PatchSamplerOptions.uniform(atomCount, random.nextLong())).sample(List.of(noise)).patches();
		final float[] atoms = whitening.apply(patches).values().clone();
		final int kept = atomCount * (int) IntStream.range(0, shape.length()).filter(whitening::keeps).count();
		double mean = 0; // values that are not kept are 0
		for (final float value : atoms) mean += value / kept;
		for (int j = 0; j < atoms.length; j++) atoms[j] -= (float) mean;
		return Dictionary.normalized(shape, atomCount, atoms);
	}

	/** As deep as a patch, and several patches wide. */
	public static Volume noise(final PatchShape shape, final SplittableRandom random) {
		final int width = Math.max(SIDE, 4 * shape.width());
		final int height = Math.max(SIDE, 4 * shape.height());
		final float[][] white = whitePlanes(shape.depth(), shape.channels(), width * height, random);
		final RealFft2d transform = RealFft2d.of(width, height);
		final FrequencyResponse fall = FrequencyResponse.radial(width, height, f -> f == 0 ? 0 : 1 / f);
		for (int i = 0; i < white.length; i++) white[i] = transform.inverse(transform.forward(white[i]).multiply(fall));
		return Volume.of(width, height, shape.depth(), shape.channels(), white);
	}

	/** Plane (z, c) at c * depth + z: first-order autoregressive along z, of innovations that are so along c. */
	private static float[][] whitePlanes(final int depth, final int channels, final int pixels, final SplittableRandom random) {
		final double fresh = Math.sqrt(1 - PLANE_CORRELATION * PLANE_CORRELATION);
		final float[][] planes = new float[depth * channels][pixels];
		for (int i = 0; i < pixels; i++)
			for (int z = 0; z < depth; z++) {
				double innovation = 0;
				for (int c = 0; c < channels; c++) {
					innovation = c == 0 ? random.nextGaussian() : PLANE_CORRELATION * innovation + fresh * random.nextGaussian();
					planes[c * depth + z][i] = (float) (z == 0 ? innovation : PLANE_CORRELATION * planes[c * depth + z - 1][i] + fresh * innovation);
				}
			}
		return planes;
	}
}
