package io.github.sparsej.imagej.result;

import java.awt.GraphicsEnvironment;

import ij.measure.ResultsTable;

/** Tables in windows of their own. */
public final class Tables {

	private Tables() {}

	/** Shows a table where there is a screen. */
	public static void show(final ResultsTable table, final String title) {
		if (!GraphicsEnvironment.isHeadless()) table.show(title);
	}
}
