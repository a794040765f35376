package io.github.sparsej.imagej;

import ij.measure.ResultsTable;

/** One new row of ImageJ's Results table. */
public final class ResultsRow {

	/** Digits after the point that no result here needs more than. */
	private static final int DECIMALS = 4;
	/** ImageJ's way to ask for a power of ten, with six digits after the point. */
	private static final int SCIENTIFIC = -6;

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

	/** A value of any size, with as many digits as it takes to tell it. */
	public ResultsRow addOfAnySize(final String column, final double value) {
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), SCIENTIFIC);
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
