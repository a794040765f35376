package io.github.sparsej.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.sparsej.analyze.experiment.ExperimentRun;
import io.github.sparsej.analyze.experiment.ParameterRange;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.plot.ExperimentPlots;

/** Learns dictionaries with several values of one key of Learn Dictionary, and shows what they come to. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Scan Parameter...", description = "Learns with several values of one key of Learn Dictionary, and shows what they come to", initializer = SparseJCommand.PREPARE)
public final class ScanParameter extends ExperimentCommand {

	private static final int SEEDS = 1, MOST_POINTS = 100;
	private static final double LEAST_RANGE = 1.001, LARGEST_RANGE = 1e6;
	private static final MathContext DIGITS = new MathContext(6);
	/** Shares that are kept: their distance from 1 is what is varied. */
	private static final Set<String> SHARES = Set.of("betaone", "betatwo");
	/** A factor that is at most 1. */
	private static final String FACTOR = "alphamp";

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Scan"), label = "Parameter", choices = { "eta", "etahomeo", "alphahomeo", "nonzeros", "lambda", "atoms", "patchsize", "patches", "batch", "iterations", "betaone", "betatwo", "quantiles", "scale", "alphamp", "seed", "encoder", "initial", "selection", "whitening" }, persist = false, description = "The key that is varied")
	private String parameter = "eta";

	@Parameter(label = "Range", min = "1", persist = false, description = "4: from a quarter to four times the value of the key")
	private Double range = 4.0;

	@Parameter(label = "Points", min = "1", persist = false, description = "How many values of the key are tried")
	private Integer points = 9;

	@Parameter(label = "Values (empty = range)", persist = false, description = "With commas between them, in place of range and points; needed for a choice")
	private String values = "";

	public ScanParameter() {
		super(SEEDS);
	}

	@Override
	List<String> firstInputs() {
		return withFolder(List.of("preset", "patchsize", "atoms", "iterations", "methods", "parameter", "range", "points", "values"));
	}

	@Override
	boolean varies(final String key) {
		return super.varies(key) || key.equals(parameter);
	}

	@Override
	void execute(final ProgressBar progress) throws IOException {
		final String record = record();
		Check.choice("parameter", parameter, getInfo().getInput("parameter").getChoices().toArray(String[]::new));
		final List<Object> scanned = values();
		final List<ExperimentRun> runs = new ArrayList<>();
		for (final Object value : scanned) runs.addAll(runsWith(value));
		final Outcome outcome = perform(runs, progress);
		final boolean onAnAxis = scanned.stream().allMatch(value -> value instanceof Number number && number.doubleValue() > 0);
		outcome.folder().show(onAnAxis ? ExperimentPlots.againstParameter(outcome.title(), record, outcome.runs()) : ExperimentPlots.overTime(outcome.title(), record, outcome.runs()));
	}

	private List<ExperimentRun> runsWith(final Object value) {
		try {
			return runs(parameter, value);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(e.getMessage() + " (in the scan of " + parameter + ", at " + value + ")", e);
		}
	}

	private List<Object> values() {
		final Class<?> type = getInfo().getInput(parameter).getType();
		if (values != null && !values.isBlank()) {
			final List<Object> given = Arrays.stream(values.split(",")).map(text -> value(text.strip(), type)).distinct().toList();
			if (given.isEmpty()) throw new IllegalArgumentException("values=[" + values + "]: there is no value between the commas");
			return given;
		}
		if (type == String.class) throw new IllegalArgumentException("'values' is missing: of " + parameter + " they are " + getInfo().getInput(parameter).getChoices());
		settings(); // says what is wrong with the value in the middle
		Check.range("range", range, LEAST_RANGE, LARGEST_RANGE);
		Check.range("points", points, 1, MOST_POINTS);
		if (parameter.equals("seed") && (long) (Integer) getInput(parameter) + points - 1 > Integer.MAX_VALUE) throw new IllegalArgumentException("seed=" + getInput(parameter) + ": a smaller one is needed for a scan of " + points + " points");
		if (parameter.equals("seed")) return IntStream.range(0, points).<Object>mapToObj(i -> (Integer) getInput(parameter) + i).toList();
		if (type == Integer.class) return List.copyOf(ParameterRange.aroundInteger((Integer) getInput(parameter), range, points));
		final double middle = (Double) getInput(parameter);
		if (SHARES.contains(parameter)) return readable(ParameterRange.aroundShare(middle, range, points));
		if (parameter.equals(FACTOR)) return readable(ParameterRange.upTo(middle, range, points));
		if (middle == 0) throw new IllegalArgumentException(parameter + "=0: there is no range around 0; give its values in key values");
		return readable(ParameterRange.around(middle, range, points));
	}

	/** Rounded to so many digits that tables can be read, and a value can be typed in again. */
	private static List<Object> readable(final List<Double> values) {
		return values.stream().<Object>map(value -> new BigDecimal(value).round(DIGITS).doubleValue()).distinct().toList();
	}

	private static Object value(final String text, final Class<?> type) {
		try {
			return type == Integer.class ? (Object) Integer.valueOf(text) : type == Double.class ? (Object) Double.valueOf(text) : text;
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("values=[" + text + "]: a " + (type == Integer.class ? "whole number" : "number with a decimal point") + " is needed", e);
		}
	}
}
