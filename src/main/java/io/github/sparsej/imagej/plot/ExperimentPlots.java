package io.github.sparsej.imagej.plot;

import java.util.List;
import java.util.Optional;

import ij.gui.Plot;

import io.github.sparsej.analyze.experiment.ExperimentRun;
import io.github.sparsej.analyze.experiment.FinishedRun;

/** What an experiment shows of one record of its runs. Empty where no run has that record. */
public final class ExperimentPlots {

	private ExperimentPlots() {}

	/** The record over the steps of learning: for each method (and value, where one is varied) the mean over seeds, and its spread. */
	public static Optional<Plot> overTime(final String image, final String record, final List<FinishedRun> runs) {
		final List<NamedCurve> curves = runs.stream().flatMap(run -> run.curve(record).map(curve -> new NamedCurve(run.run().group(), curve)).stream()).toList();
		return curves.isEmpty() ? Optional.empty() : Optional.of(RunPlots.meanAndSpread(title(image, record, runs) + "-over-time", record, curves));
	}

	/** The last value of the record against the parameter, which has numbers above 0: for each method the mean over seeds, and its spread. */
	public static Optional<Plot> againstParameter(final String image, final String record, final List<FinishedRun> runs) {
		final List<ScanPoint> points = runs.stream().filter(run -> Double.isFinite(run.last(record))).map(run -> new ScanPoint(run.run().method(), Double.parseDouble(run.run().value()), run.last(record))).toList();
		return points.isEmpty() ? Optional.empty() : Optional.of(RunPlots.scan(title(image, record, runs), runs.get(0).run().parameter(), record, points));
	}

	private static String title(final String image, final String record, final List<FinishedRun> runs) {
		final ExperimentRun first = runs.get(0).run();
		return image + "-" + record.replace(' ', '-') + (first.parameter().isEmpty() ? "" : "-" + first.parameter());
	}
}
