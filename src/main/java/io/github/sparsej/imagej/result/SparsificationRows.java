package io.github.sparsej.imagej.result;

import io.github.sparsej.analyze.sparsification.SparsificationHistory;
import io.github.sparsej.analyze.sparsification.SparsificationRecord;
import io.github.sparsej.analyze.sparsification.SparsificationTheory;

/** The dynamics of sparsification in the Results table, one row a record. */
public final class SparsificationRows {

	private SparsificationRows() {}

	/** Adds the rows and shows them. Nothing in them has a unit; time is in that of the e-fold growth of a single small weight. */
	public static void show(final SparsificationHistory history) {
		history.records().forEach(record -> row(history, record).show());
	}

	private static ResultsRow row(final SparsificationHistory history, final SparsificationRecord record) {
		return new ResultsRow().add("Weights", history.weights()).addOfAnySize("Lambda", history.lambda()).add("Step", record.step()).add("Time", record.time()).add("Weights left", record.weightsLeft())
			.addOfAnySize("One-norm", record.oneNorm()).addOfAnySize("Feature benefit", record.featureBenefit()).addOfAnySize("Total squared deviation", record.totalSquaredDeviation())
			.addOfAnySize("Relative variance", record.relativeVariance()).addOfAnySize("Gamma", record.gamma()).addOfAnySize("Largest weight", record.largest())
			.addOfAnySize("Median weight", record.median()).addOfAnySize("Smallest weight", record.smallest())
			.addOfAnySize("Weights left (theory)", SparsificationTheory.weightsLeft(history.weights(), history.lambda(), record.time()))
			.addOfAnySize("One-norm (theory)", SparsificationTheory.oneNorm(history.weights(), history.lambda(), record.time()));
	}
}
