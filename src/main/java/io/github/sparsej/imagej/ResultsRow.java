package io.github.sparsej.imagej;

import ij.measure.ResultsTable;

/** One new row of ImageJ's Results table. */
public final class ResultsRow {

	/** Digits after the point that no result here needs more than. */
	private static final int DECIMALS = 4;

	private final ResultsTable table = ResultsTable.getResultsTable();

	/** Begins the row. */
	public ResultsRow() {
		table.incrementCounter();
	}

	/** @param column name, with the unit in brackets where there is one */
	public ResultsRow add(final String column, final double value) {
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), DECIMALS);
		return this;
	}

	/** A number of things, without digits after the point. */
	public ResultsRow add(final String column, final long count) {
		table.addValue(column, count);
		table.setDecimalPlaces(table.getColumnIndex(column), 0);
		return this;
	}

	public ResultsRow add(final String column, final String value) {
		table.addValue(column, value);
		return this;
	}

	/** Shows the table where there is a screen. */
	public void show() {
		table.show("Results");
	}
}
