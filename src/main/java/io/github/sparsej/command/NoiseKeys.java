package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.sparsej.imagej.ResultsRow;
import io.github.sparsej.imagej.SourceSeries;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.KnownCamera;
import io.github.sparsej.restore.noise.NoiseLevel;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianEstimate;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;

/**
 * The keys that tell the noise of an image, of which 0 is to be estimated.
 *
 * @param sigma of Gaussian noise, grey values
 * @param noise Gaussian or Poisson-Gaussian
 */
record NoiseKeys(Double sigma, String noise, Double cameragain, Double offset, Double readnoise) {

	static final String GAUSSIAN = "Gaussian", POISSON_GAUSSIAN = "Poisson-Gaussian";

	/** Images of a series from which the noise of all is estimated, at most: they are in memory together. */
	private static final int SAMPLED = 5;

	NoiseKeys {
		Check.choice("noise", noise, GAUSSIAN, POISSON_GAUSSIAN);
		Check.range("sigma", sigma, 0, Double.MAX_VALUE);
		Check.range("cameragain", cameragain, 0, Double.MAX_VALUE);
		Check.range("offset", offset, -Double.MAX_VALUE, Double.MAX_VALUE);
		Check.range("readnoise", readnoise, 0, Double.MAX_VALUE);
	}

	/** All unknown. */
	static NoiseKeys unknown(final String noise) {
		return new NoiseKeys(0.0, noise, 0.0, 0.0, 0.0);
	}

	private boolean isGaussian() {
		return noise.equals(GAUSSIAN);
	}

	/** Whether there is a number to be estimated. */
	private boolean estimates() {
		return isGaussian() ? sigma == 0 : !camera().isComplete();
	}

	/** An offset of 0 is one that nobody knows: where it is not told, the estimate takes it for 0 unless the noise says otherwise. */
	private KnownCamera camera() {
		final boolean complete = cameragain > 0 && readnoise > 0;
		return new KnownCamera(known(cameragain), complete ? OptionalDouble.of(offset) : known(offset), known(readnoise));
	}

	private static OptionalDouble known(final double value) {
		return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
	}

	/**
	 * The noise of the channels that are worked on together, for each of those that take turns.
	 *
	 * @throws IllegalArgumentException naming the keys, if it cannot be estimated
	 */
	List<List<NoiseModel>> of(final SourceSeries series) {
		final List<Volume> some = estimates() ? sample(series) : List.of();
		final int turns = series.turns();
		final List<List<NoiseModel>> all = new ArrayList<>();
		for (int turn = 0; turn < turns; turn++) {
			final List<NoiseModel> ofTurn = new ArrayList<>();
			for (int c = 0; c < series.channels(); c++) ofTurn.add(estimates() ? estimated(joined(some, turn, turns), c) : given());
			all.add(ofTurn);
		}
		return all;
	}

	private NoiseModel given() {
		return isGaussian() ? new GaussianNoise(sigma) : new PoissonGaussianNoise(cameragain, offset, readnoise);
	}

	private NoiseModel estimated(final Volume image, final int channel) {
		try {
			return isGaussian() ? NoiseLevel.estimate(image, channel) : PoissonGaussianEstimate.estimate(image, channel, camera());
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException((isGaussian() ? "sigma=0: the noise cannot be estimated: " : "noise=[" + noise + "]: ") + e.getMessage(), e);
		}
	}

	/** Images from all over the series, those of all turns together. */
	private static List<Volume> sample(final SourceSeries series) {
		final int turns = series.turns(), places = series.count() / turns, taken = Math.min(places, series.depth() > 1 ? 1 : SAMPLED);
		final List<Volume> some = new ArrayList<>();
		for (int k = 0; k < taken; k++)
			for (int turn = 0; turn < turns; turn++) some.add(series.read((int) ((2L * k + 1) * places / (2L * taken)) * turns + turn));
		return some;
	}

	/** The slices of all images of one turn as one. */
	private static Volume joined(final List<Volume> some, final int turn, final int turns) {
		final List<Volume> own = IntStream.range(0, some.size()).filter(i -> i % turns == turn).mapToObj(some::get).toList();
		final Volume first = own.get(0);
		final List<float[]> planes = new ArrayList<>();
		for (int c = 0; c < first.channels(); c++)
			for (final Volume volume : own) for (int z = 0; z < volume.depth(); z++) planes.add(volume.plane(z, c));
		return Volume.of(first.width(), first.height(), planes.size() / first.channels(), first.channels(), planes.toArray(float[][]::new));
	}

	/** Adds what is known now to a row of results: of several channels in their order. */
	static void write(final ResultsRow row, final List<List<NoiseModel>> noise) {
		final List<NoiseModel> all = noise.stream().flatMap(List::stream).toList();
		if (all.get(0) instanceof GaussianNoise) {
			add(row, "Sigma", all.stream().map(model -> ((GaussianNoise) model).sigma()).toList());
			return;
		}
		add(row, "Camera gain", all.stream().map(model -> ((PoissonGaussianNoise) model).cameraGain()).toList());
		add(row, "Offset", all.stream().map(model -> ((PoissonGaussianNoise) model).offset()).toList());
		add(row, "Read noise", all.stream().map(model -> ((PoissonGaussianNoise) model).readNoise()).toList());
	}

	private static void add(final ResultsRow row, final String column, final List<Double> values) {
		if (values.size() == 1) row.add(column, values.get(0));
		else for (int c = 0; c < values.size(); c++) row.add(column + " of channel " + (c + 1), values.get(c));
	}

	/** In words, for the dialog. */
	static String words(final List<List<NoiseModel>> noise) {
		return noise.stream().flatMap(List::stream).map(model -> model instanceof final PoissonGaussianNoise camera
			? "gain " + number(camera.cameraGain()) + ", offset " + number(camera.offset()) + ", read noise " + number(camera.readNoise())
			: "sigma " + number(((GaussianNoise) model).sigma())).collect(Collectors.joining("; "));
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}
