package io.github.sparsej.patch;

import java.util.SplittableRandom;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.Volume;

/**
 * A square cut from a random place of an image, all slices and channels alike. It is drawn anew while the standard deviation
 * of its pixels is below {@value #LEAST_SHARE} of the whole image's, so that no sky or wall is learned from (Perrinet 2019,
 * SLIP); after {@value #MOST_DRAWS} draws it is the one of the largest standard deviation. Pixels that are not finite do not
 * count in it. Immutable and thread-safe.
 *
 * @param size side of the square, px, at least 1
 */
public record RandomCrop(int size) {

	private static final double LEAST_SHARE = 0.2;

	/** Enough for any photograph; an image whose structure is all in one corner would be drawn from for ever. */
	private static final int MOST_DRAWS = 100;

	public RandomCrop {
		Require.atLeastOne("the side of a crop", size);
	}

	/**
	 * @param image not modified; the result where it is no larger than the crop
	 * @throws IllegalArgumentException if the image is smaller than the crop, naming both
	 */
	public Volume apply(final Volume image, final SplittableRandom random) {
		if (image.width() < size || image.height() < size) throw new IllegalArgumentException("an image of " + image.width() + " x " + image.height() + " pixels is smaller than a crop of " + size + " x " + size);
		if (image.width() == size && image.height() == size) return image;
		final double enough = LEAST_SHARE * standardDeviation(image);
		Volume best = null;
		double most = -1;
		for (int draw = 0; draw < MOST_DRAWS && most < enough; draw++) {
			final Volume crop = image.crop(random.nextInt(image.width() - size + 1), random.nextInt(image.height() - size + 1), size, size);
			final double deviation = standardDeviation(crop);
			if (deviation > most) {
				most = deviation;
				best = crop;
			}
		}
		return best;
	}

	private static double standardDeviation(final Volume image) {
		double sum = 0, squares = 0;
		long count = 0;
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++)
				for (final float value : image.plane(z, c))
					if (Float.isFinite(value)) {
						sum += value;
						squares += (double) value * value;
						count++;
					}
		return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
	}
}
