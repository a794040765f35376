package io.github.sparsej.imagej.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.measure.ResultsTable;

/** One new row of ImageJ's Results table. */
public final class ResultsRow {

	/** Digits after the point that no result here needs more than. */
	private static final int DECIMALS = 4;
	/** ImageJ's way to ask for a power of ten, with six digits after the point. */
	private static final int SCIENTIFIC = -6;

	private final List<Cell> cells = new ArrayList<>();
	private boolean emptyCells;

	/** @param decimals as ImageJ counts them; of a text nothing */
	private record Cell(String column, Object value, int decimals) {}

	/** @param column name, with the unit in brackets where there is one */
	public ResultsRow add(final String column, final double value) {
		return add(new Cell(column, value, DECIMALS));
	}

	/** A value of any size, with as many digits as it takes to tell it. */
	public ResultsRow addOfAnySize(final String column, final double value) {
		return add(new Cell(column, value, SCIENTIFIC));
	}

	/** A number of things, without digits after the point. */
	public ResultsRow add(final String column, final long count) {
		return add(new Cell(column, count, 0));
	}

	public ResultsRow add(final String column, final String value) {
		return add(new Cell(column, value, 0));
	}

	/** All that another row holds. */
	public ResultsRow addAll(final ResultsRow other) {
		cells.addAll(other.cells);
		return this;
	}

	private ResultsRow add(final Cell cell) {
		cells.add(cell);
		return this;
	}

	/** Cells of other columns shall be no 0, as ImageJ has it, but nothing. */
	public ResultsRow withEmptyCells() {
		emptyCells = true;
		return this;
	}

	/** Columns and values so far, numbers in full. */
	public Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final Cell cell : cells) texts.put(cell.column, String.valueOf(cell.value));
		return texts;
	}

	/** Adds the row to the table, and shows the table where there is a screen. */
	public void show() {
		final ResultsTable table = ResultsTable.getResultsTable();
		if (emptyCells) table.setNaNEmptyCells(true);
		table.incrementCounter();
		for (final Cell cell : cells) {
			if (cell.value instanceof Number number) {
				table.addValue(cell.column, number.doubleValue());
				table.setDecimalPlaces(table.getColumnIndex(cell.column), cell.decimals);
			}
			else table.addValue(cell.column, String.valueOf(cell.value));
		}
		table.show("Results");
	}
}
