package io.github.sparsej.imagej.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.measure.ResultsTable;

/** ImageJ's Results table as text, where there is no window to show it. */
public final class ResultsTexts {

	private ResultsTexts() {}

	/** Forgets all rows. */
	public static void clear() {
		ResultsTable.getResultsTable().reset();
	}

	public static boolean isEmpty() {
		return ResultsTable.getResultsTable().size() == 0;
	}

	/** Comma separated values, the names of the columns first; texts with commas or quotes in quotes. */
	public static String csv() {
		final StringBuilder text = new StringBuilder();
		for (final String[] row : rows()) text.append(String.join(",", Arrays.stream(row).map(ResultsTexts::quoted).toList())).append('\n');
		return text.toString();
	}

	private static String quoted(final String cell) {
		return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	/** For reading: columns side by side, the names of the columns first. */
	public static String aligned() {
		final List<String[]> rows = rows();
		final int columns = rows.get(0).length;
		final StringBuilder text = new StringBuilder();
		final int[] widths = new int[columns];
		for (final String[] row : rows) for (int c = 0; c < columns; c++) widths[c] = Math.max(widths[c], row[c].length());
		for (final String[] row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int c = 0; c < columns; c++) line.append(row[c]).append(" ".repeat(widths[c] - row[c].length() + 2));
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	/** The names of the columns, then the values as the table shows them. */
	private static List<String[]> rows() {
		final ResultsTable table = ResultsTable.getResultsTable();
		final String[] columns = table.getHeadings();
		final List<String[]> rows = new ArrayList<>();
		rows.add(columns);
		for (int r = 0; r < table.size(); r++) {
			final String[] cells = new String[columns.length];
			for (int c = 0; c < cells.length; c++) cells[c] = table.getStringValue(columns[c], r);
			rows.add(cells);
		}
		return rows;
	}
}
