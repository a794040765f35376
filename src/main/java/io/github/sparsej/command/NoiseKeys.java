package io.github.sparsej.command;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.SeriesSample;
import io.github.sparsej.imagej.source.SourceSeries;
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
		if (!estimates()) return Collections.nCopies(series.turns(), Collections.nCopies(series.channels(), given()));
		return SeriesSample.of(series).stream().map(sample -> IntStream.range(0, series.channels()).mapToObj(channel -> estimated(sample, channel)).toList()).toList();
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
