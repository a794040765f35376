package io.github.sparsej.imagej.result;

import io.github.sparsej.analyze.experiment.FinishedRun;
import io.github.sparsej.learn.record.RecordedQuantity;

/** The runs of an experiment in the Results table, one row a run. */
public final class ExperimentRows {

	private ExperimentRows() {}

	/** A new row: who, the last of every record, what became of it. */
	public static ResultsRow of(final String image, final FinishedRun run) {
		final ResultsRow row = new ResultsRow().add("Image", image).add("Method", run.run().method());
		if (!run.run().parameter().isEmpty()) row.add("Parameter", run.run().parameter()).add("Value", run.run().value());
		row.add("Seed", run.run().seed());
		for (final String quantity : RecordedQuantity.labels())
			if (run.curve(quantity).isPresent() && !quantity.equals(RecordedQuantity.SECONDS.label())) row.add(quantity, run.last(quantity));
		return row.add("Replaced atoms", run.replacedAtoms()).add("Time (s)", run.seconds()).add("From cache", run.cached() ? "yes" : "no");
	}
}
