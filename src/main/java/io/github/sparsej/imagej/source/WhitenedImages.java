package io.github.sparsej.imagej.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

import ij.ImagePlus;
import ij.util.Tools;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.InvertibleImageFilter;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.store.ModelFormatException;
import io.github.sparsej.store.ModelJson;

/**
 * Filtered images that remember by which filter, and the mean grey value it took away, in properties of the image; so
 * that the filter can be undone later, also after the image was saved as TIFF and opened again.
 */
public final class WhitenedImages {

	private static final String FILTER = "sparsej.filter.", MEAN = "sparsej.mean.", PLANES = "sparsej.planes";

	private WhitenedImages() {}

	/**
	 * Filters planes.
	 *
	 * @param fit the filter for a plane
	 * @return the filtered image, where the progress asked to stop with the planes done so far alone; null if there are none
	 */
	public static ImagePlus filter(final String title, final SourceSeries planes, final Function<Volume, ImageFilter> fit, final Progress progress) {
		final List<ImageFilter> filters = new ArrayList<>();
		final List<Volume> filtered = new ArrayList<>();
		final List<Double> means = planes.asList().stream().map(WhitenedImages::mean).toList();
		for (final Volume plane : planes.asList()) {
			final Optional<Filtered> next = step(() -> {
				final ImageFilter filter = fit.apply(plane);
				return new Filtered(filter, plane.filter(filter));
			}, filtered.size(), planes, progress, "Whitening");
			if (next.isEmpty()) break;
			filters.add(next.get().filter);
			filtered.add(next.get().plane);
		}
		tellStopped(title, filtered.size(), planes.count());
		if (filtered.isEmpty()) return null;
		final ImagePlus result = planes.resultAroundZero(title, filtered);
		result.setProp(PLANES, filters.size());
		for (int i = 0; i < filters.size(); i++) {
			result.setProp(FILTER + (i + 1), ModelJson.writeFilter(filters.get(i)));
			result.setProp(MEAN + (i + 1), String.valueOf(means.get(i)));
		}
		return result;
	}

	private record Filtered(ImageFilter filter, Volume plane) {}

	/** One plane, which can be a large one: empty if stopped. */
	private static <T> Optional<T> step(final Supplier<T> work, final int done, final SourceSeries planes, final Progress progress, final String what) {
		final double fraction = (double) done / planes.count();
		if (!progress.report(fraction, what)) return Optional.empty();
		try {
			return Optional.of(Unstoppable.call(work, progress, fraction, what));
		}
		catch (final CancellationException stopped) {
			return Optional.empty();
		}
	}

	private static void tellStopped(final String title, final int done, final int all) {
		if (done < all) Notes.say(done == 0 ? "stopped before anything was done" : "stopped: " + title + " has " + done + " of " + all + " planes, those that were done by then");
	}

	/** Whether the image remembers how it was filtered. */
	public static boolean remembers(final ImagePlus image) {
		return image.getProp(FILTER + 1) != null;
	}

	/**
	 * Undoes the filter that an image remembers, or else the given one.
	 *
	 * @param otherwise filter of an image that remembers none; its mean is then taken to be 0
	 * @return the image before the filter, where the progress asked to stop with the planes done so far alone; null if there are none
	 * @throws IllegalArgumentException if the filter has no inverse, or what the image remembers is damaged
	 */
	public static ImagePlus invert(final String title, final ImagePlus image, final SourceSeries planes, final Supplier<ImageFilter> otherwise, final Progress progress) {
		if (remembers(image) && !String.valueOf(image.getStackSize()).equals(image.getProp(PLANES)))
			throw new IllegalArgumentException("inverse=true: " + image.getTitle() + " has " + image.getStackSize() + " slices, but remembers how " + image.getProp(PLANES) + " were whitened: slices were added or taken away");
		final List<Volume> inverted = new ArrayList<>();
		for (final Volume plane : planes.asList()) {
			final int slice = planes.stackIndex(inverted.size());
			final ImageFilter filter = remembers(image) ? remembered(image, slice) : otherwise.get();
			if (!(filter instanceof InvertibleImageFilter invertible))
				throw new IllegalArgumentException("inverse=true: " + image.getTitle() + " was filtered by " + filter.name() + ", which has no inverse");
			final double mean = remembers(image) ? rememberedMean(image, slice) : 0;
			final Optional<Volume> next = step(() -> Volume.plane(plane.width(), plane.height(), invertible.unfilter(plane.plane(0, 0), mean, plane.width(), plane.height())), inverted.size(), planes, progress, "Unwhitening");
			if (next.isEmpty()) break;
			inverted.add(next.get());
		}
		tellStopped(title, inverted.size(), planes.count());
		if (inverted.isEmpty()) return null;
		return planes.result(title, inverted);
	}

	private static ImageFilter remembered(final ImagePlus image, final int slice) {
		try {
			return ModelJson.readFilter(String.valueOf(image.getProp(FILTER + slice)));
		}
		catch (final ModelFormatException e) {
			throw new IllegalArgumentException("inverse=true: how slice " + slice + " of " + image.getTitle() + " was filtered cannot be read: " + e.getMessage(), e);
		}
	}

	private static double rememberedMean(final ImagePlus image, final int slice) {
		final double mean = Tools.parseDouble(String.valueOf(image.getProp(MEAN + slice))); // NaN for what is no number
		if (!Double.isFinite(mean)) throw new IllegalArgumentException("inverse=true: the mean of slice " + slice + " of " + image.getTitle() + " is '" + image.getProp(MEAN + slice) + "', a number is needed");
		return mean;
	}

	/** Of the finite pixels; there must be one. */
	private static double mean(final Volume plane) {
		double sum = 0;
		long count = 0;
		for (final float value : plane.plane(0, 0))
			if (Float.isFinite(value)) {
				sum += value;
				count++;
			}
		if (count == 0) throw new IllegalArgumentException("no pixel is finite: there is nothing to whiten");
		return sum / count;
	}
}
