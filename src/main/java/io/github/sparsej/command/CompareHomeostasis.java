package io.github.sparsej.command;

import java.io.IOException;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import io.github.sparsej.analyze.experiment.ExperimentRun;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.plot.ExperimentPlots;

/** Learns dictionaries with several kinds of homeostasis and several seeds from the same patches, and shows how they compare over time. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Compare Homeostasis...", description = "Learns with several kinds of homeostasis and several seeds, and compares them over time", initializer = SparseJCommand.PREPARE)
public final class CompareHomeostasis extends ExperimentCommand {

	private static final int SEEDS = 10;

	public CompareHomeostasis() {
		super(SEEDS);
	}

	@Override
	List<String> firstInputs() {
		return withFolder(List.of("preset", "patchsize", "atoms", "patches", "whitening", "nonzeros", "iterations", "methods", "seeds"));
	}

	@Override
	void execute(final ProgressBar progress) throws IOException {
		final String record = record();
		final List<ExperimentRun> runs = runs("", null);
		final Outcome outcome = perform(runs, progress);
		outcome.folder().show(ExperimentPlots.overTime(outcome.title(), record, outcome.runs()));
	}
}
