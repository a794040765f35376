package io.github.sparsej.imagej.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ByteProcessor;

import io.github.sparsej.autoencoder.energy.EnergyCurves;
import io.github.sparsej.autoencoder.energy.EnergyIteration;
import io.github.sparsej.autoencoder.energy.EnergyResult;
import io.github.sparsej.autoencoder.energy.UnitMeasures;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.SparseCodes;

/** What is shown of the learning of an energy auto-encoder beside its weights. */
public final class EnergyPlots {

	private static final String OUTER = "Outer iterations";
	private static final String CODES = "Codes Z", DECODER = "Dictionary D", ENCODER = "Encoder E";
	/** Codes that are shown in the picture of them: more would be wider than any screen, and need memory. */
	private static final int MOST_CODES = 4096;

	private EnergyPlots() {}

	/**
	 * All of them: the steps' own objectives, the whole one after each step, nonzeros, norms, and encoder against atoms.
	 *
	 * @param image title of the image learned from; where learning was stopped before anything was recorded, the first ones are missing
	 */
	public static List<Plot> all(final String image, final EnergyResult result) {
		final UnitMeasures units = new UnitMeasures(result.autoencoder().network());
		return Stream.concat(Stream.of(steps(image + "-steps", result), convergence(image + "-convergence", result), nonzeros(image + "-nonzeros", result)).flatMap(Optional::stream),
			Stream.of(norms(image + "-norms", units), agreement(image + "-encoder-and-atoms", units))).toList();
	}

	/** The objective of each of the three sub-problems over the iterations that were spent on it, of all outer iterations in turn. */
	public static Optional<Plot> steps(final String title, final EnergyResult result) {
		final LogSeries series = new LogSeries(new Plot(title, "Iterations of this step, all in turn", "Objective of the step"), List.of(CODES, DECODER, ENCODER));
		addStep(series, CODES, EnergyCurves.CODE_STEP, result);
		addStep(series, DECODER, EnergyCurves.DECODER_STEP, result);
		addStep(series, ENCODER, EnergyCurves.ENCODER_STEP, result);
		return series.plot();
	}

	private static void addStep(final LogSeries series, final String label, final String quantity, final EnergyResult result) {
		final double[] values = curve(quantity, result).values().stream().mapToDouble(Double::doubleValue).toArray();
		series.add(label, 1, Plot.LINE, numbers(values.length), values);
	}

	/** J after each step, in thirds of outer iterations. */
	public static Optional<Plot> convergence(final String title, final EnergyResult result) {
		if (result.iterations().isEmpty()) return Optional.empty();
		final Series series = new Series(new Plot(title, OUTER, "J after the step of"), List.of(CODES, DECODER, ENCODER));
		addAfter(series, CODES, -2 / 3.0, result, EnergyIteration::afterCodes);
		addAfter(series, DECODER, -1 / 3.0, result, EnergyIteration::afterDecoder);
		addAfter(series, ENCODER, 0, result, EnergyIteration::afterEncoder);
		return Optional.of(series.withLegendOnLogarithmicHeight());
	}

	private static void addAfter(final Series series, final String label, final double shift, final EnergyResult result, final ToDoubleFunction<EnergyIteration> objective) {
		final double[] values = result.iterations().stream().mapToDouble(objective).toArray();
		series.add(label, series.color(label), 1, Plot.CONNECTED_CIRCLES, Arrays.stream(numbers(values.length)).map(number -> number + shift).toArray(), values, null);
	}

	/** The share of coefficients that are not 0 over the outer iterations. */
	public static Optional<Plot> nonzeros(final String title, final EnergyResult result) {
		if (result.iterations().isEmpty()) return Optional.empty();
		final Plot plot = Plots.learningCurve(title, curve(EnergyCurves.NONZEROS, result));
		plot.setXYLabels(OUTER, EnergyCurves.NONZEROS);
		return Optional.of(plot);
	}

	private static LearningCurve curve(final String quantity, final EnergyResult result) {
		return result.autoencoder().curves().stream().filter(curve -> curve.quantity().equals(quantity)).findFirst().orElseThrow();
	}

	/** The norms of the columns of D and E, which are bounded by 1, and of the rows of E, each by rising norm. */
	public static Plot norms(final String title, final UnitMeasures units) {
		final String atoms = "Columns of D (atoms)", columns = "Columns of E (pixels)", rows = "Rows of E (units)";
		final Series series = new Series(new Plot(title, "Share of all, by rising norm (%)", "l2 norm"), List.of(atoms, columns, rows));
		addRising(series, rows, units.encoderRowNorms());
		addRising(series, columns, units.encoderColumnNorms());
		addRising(series, atoms, units.atomNorms());
		return series.withLegend();
	}

	private static void addRising(final Series series, final String label, final double[] values) {
		Arrays.sort(values);
		series.add(label, series.color(label), 2, Plot.LINE, Arrays.stream(numbers(values.length)).map(number -> 100 * number / values.length).toArray(), values, null);
	}

	/** E against D': of every unit the cosine between what it looks for and its atom, rising, with a dashed line at that of E and D' as a whole. */
	public static Plot agreement(final String title, final UnitMeasures units) {
		final double[] rising = units.cosines();
		Arrays.sort(rising);
		final Plot plot = new Plot(title, "Units by rising cosine", "Cosine between row of E and atom");
		plot.setColor(PlotColors.BLUE, PlotColors.BLUE);
		plot.addPoints(numbers(rising.length), rising, Plot.CIRCLE);
		plot.setLimits(0, rising.length + 1, Math.min(0, rising[0]), 1);
		Plots.addDashedLine(plot, 0, rising.length + 1, units.cosine());
		return plot;
	}

	/** 1 to {@code count}. */
	private static double[] numbers(final int count) {
		final double[] numbers = new double[count];
		Arrays.setAll(numbers, i -> i + 1);
		return numbers;
	}

	/** Which coefficients are not 0: white, one column a patch (the first {@value #MOST_CODES} at most), one row an atom. */
	public static ImagePlus sparsity(final String title, final SparseCodes codes) {
		final ByteProcessor picture = new ByteProcessor(Math.min(MOST_CODES, codes.count()), codes.atomCount());
		for (int x = 0; x < picture.getWidth(); x++) for (int k = codes.start(x); k < codes.start(x + 1); k++) picture.set(x, codes.atom(k), 255);
		return new ImagePlus(title, picture);
	}
}
