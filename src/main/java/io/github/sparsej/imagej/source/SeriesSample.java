package io.github.sparsej.imagej.source;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.model.Volume;

/** Some images from all over a series, which stand for all of them where all would be too much. */
public final class SeriesSample {

	/** Slices, at most: they are in memory together. */
	private static final int SLICES = 5;

	private SeriesSample() {}

	/** For each of the turns of a series some of its slices as one image, or one of its z stacks. */
	public static List<Volume> of(final SourceSeries series) {
		final int turns = series.turns(), places = series.count() / turns, taken = Math.min(places, series.depth() > 1 ? 1 : SLICES);
		final List<Volume> sample = new ArrayList<>();
		for (int turn = 0; turn < turns; turn++) {
			final List<Volume> own = new ArrayList<>();
			for (int k = 0; k < taken; k++) own.add(series.read((int) ((2L * k + 1) * places / (2L * taken)) * turns + turn));
			sample.add(joined(own));
		}
		return sample;
	}

	/** The slices of all images as one. */
	private static Volume joined(final List<Volume> images) {
		final Volume first = images.get(0);
		final List<float[]> planes = new ArrayList<>();
		for (int c = 0; c < first.channels(); c++)
			for (final Volume volume : images) for (int z = 0; z < volume.depth(); z++) planes.add(volume.plane(z, c));
		return Volume.of(first.width(), first.height(), planes.size() / first.channels(), first.channels(), planes.toArray(float[][]::new));
	}
}
