package io.github.sparsej.patch;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.Places.Place;

/**
 * Draws patches at random places of one or more images, from inside a region where one is given. Patches that touch a NaN
 * or infinite pixel are never taken.
 * <p>
 * Every image gives the same share of the patches (the first ones one more where the number cannot be divided). No place
 * of an image is taken twice before every place was taken once. The patches are in the order of their images; those of an
 * image are in random order with {@link PatchSelection#UNIFORM}, and by falling standard deviation with
 * {@link PatchSelection#HIGH_CONTRAST}. The same seed gives the same patches. Immutable and thread-safe.
 */
public final class PatchSampler {

	private static final int DRAWS_PER_REPORT = 1024;

	private final PatchShape shape;
	private final PatchSamplerOptions options;

	public PatchSampler(final PatchShape shape, final PatchSamplerOptions options) {
		this.shape = shape;
		this.options = options;
	}

	/** Patches from anywhere in one image. */
	public PatchSample sample(final Volume image) {
		return sample(List.of(image));
	}

	/** Patches from anywhere in several images, which may differ in size. */
	public PatchSample sample(final List<Volume> images) {
		return sample(images, Collections.nCopies(images.size(), null));
	}

	/** Patches from one image that lie wholly inside a region. */
	public PatchSample sample(final Volume image, final RegionMask region) {
		return sample(List.of(image), List.of(region));
	}

	/**
	 * Patches that lie wholly inside the region of their image.
	 *
	 * @param regions one per image; null for the whole image
	 * @throws IllegalArgumentException naming the image, if it is smaller than the patch, has other channels, or no
	 *                                  patch can be drawn from it
	 */
	public PatchSample sample(final List<Volume> images, final List<RegionMask> regions) {
		return sample(images, regions, Progress.NONE);
	}

	/**
	 * The same, with progress.
	 *
	 * @throws CancellationException if the progress asks to stop
	 */
	public PatchSample sample(final List<Volume> images, final List<RegionMask> regions, final Progress progress) {
		if (images.isEmpty()) throw new IllegalArgumentException("there is no image to draw patches from");
		if (regions.size() != images.size()) throw new IllegalArgumentException(images.size() + " images need as many regions, got " + regions.size());
		final int n = options.count();
		final Signals patches = Signals.zeros(n, shape.length());
		final int[] image = new int[n];
		final Place[] place = new Place[n];
		final double[] deviation = new double[n];
		final SplittableRandom root = new SplittableRandom(options.seed());
		long possible = 0;
		long refused = 0;
		for (int i = 0, row = 0; i < images.size(); i++) {
			final Volume volume = images.get(i);
			final Places places = places(volume, regions.get(i), images.size() > 1 ? "image " + (i + 1) + ": " : "");
			possible += places.count();
			refused += places.inRegion() - places.count();
			final int share = n / images.size() + (i < n % images.size() ? 1 : 0);
			final Progress ofImage = progress.part((double) i / images.size(), (i + 1.0) / images.size());
			for (final Candidate chosen : choose(volume, places, share, root.split(), ofImage)) {
				PatchReader.read(volume, shape, chosen.place.x(), chosen.place.y(), chosen.place.z(), patches.values(), patches.offset(row));
				image[row] = i;
				place[row] = chosen.place;
				deviation[row++] = chosen.deviation;
			}
		}
		return new PatchSample(patches, image, place, deviation, possible, refused);
	}

	/**
	 * How many places there are in an image to draw different patches from: 0 where none fits into the region without touching
	 * a pixel that is NaN or infinite.
	 *
	 * @param region null for the whole image
	 * @throws IllegalArgumentException naming both, if the image is smaller than the patch, or has other channels
	 */
	public long possiblePlaces(final Volume image, final RegionMask region) {
		return allPlaces(image, region, "").count();
	}

	private Places places(final Volume image, final RegionMask region, final String which) {
		final Places places = allPlaces(image, region, which);
		if (places.inRegion() == 0) throw new IllegalArgumentException(which + "no patch of " + shape + " fits inside the region of interest");
		if (places.count() == 0) throw new IllegalArgumentException(which + "every patch of " + shape + " touches a pixel that is NaN or infinite");
		return places;
	}

	private Places allPlaces(final Volume image, final RegionMask region, final String which) {
		PatchReader.checkFits(which, image.width(), image.height(), image.depth(), shape);
		PatchReader.checkChannels(which, image, shape);
		if (region != null && (region.width() != image.width() || region.height() != image.height()))
			throw new IllegalArgumentException(which + "a region in " + region.width() + " x " + region.height() + " pixels does not fit an image of " + image.width() + " x " + image.height());
		return new Places(image, shape, region);
	}

	private record Candidate(Place place, double deviation) {}

	private List<Candidate> choose(final Volume image, final Places places, final int share, final SplittableRandom random, final Progress progress) {
		final boolean best = options.selection() == PatchSelection.HIGH_CONTRAST;
		// Drawing more than there are places would only repeat them.
		final int draws = best ? (int) Math.max(share, Math.min((long) share * options.oversampling(), Math.min(places.count(), Integer.MAX_VALUE - 8))) : share;
		final float[] patch = new float[shape.length()];
		final Candidate[] drawn = new Candidate[draws];
		final long[] numbers = draw(places.count(), draws, random, progress);
		for (int i = 0; i < draws; i++) {
			if (i % DRAWS_PER_REPORT == 0) report(progress, (double) i / draws);
			final Place place = places.at(numbers[i]);
			PatchReader.read(image, shape, place.x(), place.y(), place.z(), patch, 0);
			drawn[i] = new Candidate(place, standardDeviation(patch));
		}
		if (best) Arrays.sort(drawn, Comparator.comparingDouble(Candidate::deviation).reversed());
		return Arrays.asList(drawn).subList(0, share);
	}

	private static void report(final Progress progress, final double fraction) {
		if (!progress.report(fraction, "Drawing patches")) throw new CancellationException("stopped while patches were drawn");
	}

	/** Numbers below {@code count} in random order, each as often as any other, or once more. */
	private static long[] draw(final long count, final int draws, final SplittableRandom random, final Progress progress) {
		final long[] numbers = new long[draws];
		for (int filled = 0; filled < draws;) {
			// Floyd's sampling without replacement (Bentley, Floyd 1987): its time does not depend on the number of places.
			final Set<Long> taken = new HashSet<>();
			for (long top = count - Math.min(draws - filled, count); top < count; top++) {
				if (filled % DRAWS_PER_REPORT == 0) report(progress, 0);
				final long number = random.nextLong(top + 1);
				final long fresh = taken.add(number) ? number : top;
				taken.add(fresh);
				numbers[filled++] = fresh;
			}
		}
		for (int i = draws - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final long swapped = numbers[i];
			numbers[i] = numbers[j];
			numbers[j] = swapped;
		}
		return numbers;
	}

	private static double standardDeviation(final float[] patch) {
		double mean = 0;
		for (final float value : patch) mean += value;
		mean /= patch.length;
		double sum = 0;
		for (final float value : patch) sum += (value - mean) * (value - mean);
		return Math.sqrt(sum / patch.length);
	}
}
