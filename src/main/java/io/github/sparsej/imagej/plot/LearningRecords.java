package io.github.sparsej.imagej.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.gui.Plot;

import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.learn.record.RecordedQuantity;
import io.github.sparsej.model.LearningCurve;

/** What is shown of the records of one learning. */
public final class LearningRecords {

	private LearningRecords() {}

	/** The names of all records, those of every atom last. */
	public static List<String> names() {
		return Stream.concat(RecordedQuantity.labels().stream(), Stream.of(AtomRecord.KURTOSIS, AtomRecord.VARIANCE, AtomRecord.PROBABILITY)).toList();
	}

	/**
	 * Plots over the steps of learning, titled by the image and the record; a record of every atom has a line an atom.
	 *
	 * @param names of the records; one that was not taken has no plot
	 */
	public static List<Plot> plots(final String image, final LearnResult result, final List<String> names) {
		final List<Plot> plots = new ArrayList<>();
		for (final LearningCurve curve : result.curves()) if (names.contains(curve.quantity())) plots.add(Plots.learningCurve(title(image, curve.quantity()), curve));
		for (final AtomRecord record : result.atomRecords()) if (names.contains(record.quantity())) plots.add(AtomCurves.record(title(image, record.quantity()), record));
		return plots;
	}

	private static String title(final String image, final String record) {
		return image + "-" + record.replace(' ', '-');
	}

	/** The last of every record, in one row. */
	public static ResultsRow last(final String dictionary, final LearnResult result) {
		final ResultsRow row = new ResultsRow().add("Dictionary", dictionary).add("Method", result.homeostasis().method());
		for (final LearningCurve curve : result.curves())
			if (RecordedQuantity.labels().contains(curve.quantity())) row.add(curve.quantity().equals(RecordedQuantity.SECONDS.label()) ? "Time (s)" : curve.quantity(), curve.values().get(curve.values().size() - 1));
		return row.add("Replaced atoms", result.replaced().total());
	}
}
