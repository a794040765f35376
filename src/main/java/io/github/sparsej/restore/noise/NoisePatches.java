package io.github.sparsej.restore.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.github.sparsej.model.Volume;

/** The patches of one channel that estimates of noise look at: at most {@value #MOST}, at places of a regular grid. */
final class NoisePatches {

	private static final int MOST = 100_000, SIDE = PatchSpectrum.SIDE;
	/** Width of what counts as the surroundings of a patch, px. */
	private static final int MARGIN = 4;
	/** A largest or smallest value that more than this share of the pixels have is that where the camera clips. */
	private static final double CLIPPED_SHARE = 0.01;
	/** The share of all patches that is always used, however textured: Colom &amp; Buades 2013. */
	private static final double LEAST_SHARE = 0.005;

	private NoisePatches() {}

	/**
	 * All patches of the grid without pixels that are NaN or infinite.
	 *
	 * @throws IllegalArgumentException if the slices are smaller than a patch or there is no such patch
	 */
	static List<NoisePatch> of(final Volume image, final int channel) {
		if (image.width() < SIDE || image.height() < SIDE)
			throw new IllegalArgumentException("estimating the noise needs slices of at least " + SIDE + " x " + SIDE + " px, got " + image.width() + " x " + image.height() + ": give its strength");
		final int stride = stride(image);
		final PatchSpectrum spectrum = new PatchSpectrum();
		final List<NoisePatch> patches = new ArrayList<>();
		for (int z = 0; z < image.depth(); z += sliceStride(stride))
			for (int y = 0; y <= image.height() - SIDE; y += stride)
				for (int x = 0; x <= image.width() - SIDE; x += stride) add(patches, image, channel, x, y, z, spectrum);
		if (patches.isEmpty()) throw new IllegalArgumentException("every patch of " + SIDE + " x " + SIDE + " px holds NaN or infinite pixels");
		return patches;
	}

	/** Distance of neighbouring patches, px: the least that gives no more than {@value #MOST}. */
	static int stride(final Volume image) {
		int stride = 1;
		while (places(image.width(), stride) * places(image.height(), stride) * slices(image, stride) > MOST) stride++;
		return stride;
	}

	private static long places(final int size, final int stride) {
		return (size - SIDE) / stride + 1;
	}

	private static long slices(final Volume image, final int stride) {
		return (image.depth() - 1) / sliceStride(stride) + 1;
	}

	/** Slices are passed over only where patches of a slice are far apart. */
	private static int sliceStride(final int stride) {
		return Math.max(1, stride / SIDE);
	}

	private static void add(final List<NoisePatch> patches, final Volume image, final int channel, final int x, final int y, final int z, final PatchSpectrum spectrum) {
		final float[] plane = image.plane(z, channel);
		final int width = image.width();
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		double sum = 0;
		for (int row = y; row < y + SIDE; row++)
			for (int i = row * width + x; i < row * width + x + SIDE; i++) {
				sum += plane[i];
				min = Math.min(min, plane[i]);
				max = Math.max(max, plane[i]);
			}
		if (!Double.isFinite(sum)) return;
		spectrum.transform(plane, width, x, y);
		final double mean = sum / (SIDE * SIDE);
		patches.add(new NoisePatch(x, y, z, mean, surrounding(plane, image, x, y, mean), spectrum.low(), spectrum.high(), min, max));
	}

	/** The mean of the finite pixels around a patch; that of the patch if there is none. */
	private static double surrounding(final float[] plane, final Volume image, final int x, final int y, final double mean) {
		double sum = 0;
		int count = 0;
		for (int row = Math.max(0, y - MARGIN); row < Math.min(image.height(), y + SIDE + MARGIN); row++) {
			final boolean beside = row < y || row >= y + SIDE;
			for (int column = Math.max(0, x - MARGIN); column < Math.min(image.width(), x + SIDE + MARGIN); column++) {
				final float pixel = plane[row * image.width() + column];
				if ((beside || column < x || column >= x + SIDE) && Float.isFinite(pixel)) {
					sum += pixel;
					count++;
				}
			}
		}
		return count == 0 ? mean : sum / count;
	}

	/** The largest value, if so many pixels have it that it must be where the camera clips; else infinity. */
	static float white(final Volume image, final int channel, final List<NoisePatch> patches) {
		float max = Float.NEGATIVE_INFINITY;
		for (final NoisePatch patch : patches) max = Math.max(max, patch.max());
		return isFrequent(image, channel, patches, max) ? max : Float.POSITIVE_INFINITY;
	}

	/** The smallest value, if so many pixels have it that it must be where the camera clips; else -infinity. */
	static float black(final Volume image, final int channel, final List<NoisePatch> patches) {
		float min = Float.POSITIVE_INFINITY;
		for (final NoisePatch patch : patches) min = Math.min(min, patch.min());
		return isFrequent(image, channel, patches, min) ? min : Float.NEGATIVE_INFINITY;
	}

	private static boolean isFrequent(final Volume image, final int channel, final List<NoisePatch> patches, final float value) {
		long count = 0;
		for (final NoisePatch patch : patches)
			if (patch.min() <= value && value <= patch.max()) {
				final float[] plane = image.plane(patch.z(), channel);
				for (int row = patch.y(); row < patch.y() + SIDE; row++)
					for (int i = row * image.width() + patch.x(); i < row * image.width() + patch.x() + SIDE; i++) if (plane[i] == value) count++;
			}
		return count > CLIPPED_SHARE * SIDE * SIDE * patches.size();
	}

	/** Those that pass, or all if fewer than {@code least} do. */
	static List<NoisePatch> those(final List<NoisePatch> patches, final int least, final Predicate<NoisePatch> pass) {
		final List<NoisePatch> passed = patches.stream().filter(pass).toList();
		return passed.size() < least ? patches : passed;
	}

	/**
	 * The patches with the least variance at low frequencies: of all, a half, a quarter ... the most for which that variance is not
	 * above the variance at high frequencies, so that there is no more structure in them than the choice takes away of the noise.
	 * Which patches these are does not depend on the noise at high frequencies, so that estimates from that are not biased by the choice.
	 *
	 * @param least as many are taken, whatever is in them
	 */
	static List<NoisePatch> flattest(final List<NoisePatch> patches, final int least) {
		final List<NoisePatch> sorted = patches.stream().sorted(Comparator.comparingDouble(NoisePatch::low)).toList();
		final int fewest = Math.min(sorted.size(), Math.max(least, (int) (LEAST_SHARE * sorted.size())));
		int count = sorted.size();
		while (count > fewest && excess(sorted.subList(0, count)) > 0) count = Math.max(fewest, count / 2);
		return sorted.subList(0, count);
	}

	private static double excess(final List<NoisePatch> patches) {
		double excess = 0;
		for (final NoisePatch patch : patches) excess += patch.low() - patch.high();
		return excess;
	}
}
