package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.awt.GraphicsEnvironment;

import ij.gui.Plot;
import ij.macro.Interpreter;

import io.github.sparsej.learn.record.RecordedQuantity;
import io.github.sparsej.model.LearningCurve;

/** Plots of results, made of ImageJ's own {@link Plot} so that they can be edited and saved as everybody's. */
public final class Plots {

	/** Distance of the dots that ImageJ makes a dashed line of, screen px. */
	private static final int DASH = 4;

	private Plots() {}

	/** The curve of one record, by its name, over the steps of learning. */
	public static Plot learningCurve(final String title, final LearningCurve curve) {
		return learningCurve(title, "Step", curve);
	}

	/** The same, of steps that have another name. */
	static Plot learningCurve(final String title, final String step, final LearningCurve curve) {
		final double[] steps = curve.steps().stream().mapToDouble(Integer::doubleValue).toArray();
		final double[] values = curve.values().stream().mapToDouble(Double::doubleValue).toArray();
		final Plot plot = new Plot(title, step, RecordedQuantity.labels().contains(curve.quantity()) ? curve.quantity() : capitalised(curve.quantity()));
		plot.setColor("blue");
		plot.add("line", steps, values);
		plot.setColor("black");
		plot.setLimitsToFit(false);
		return plot;
	}

	/** A text that begins with a capital. */
	public static String capitalised(final String text) {
		return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/**
	 * Adds a dashed horizontal line.
	 *
	 * @param plot whose limits have been set
	 */
	static void addDashedLine(final Plot plot, final double fromX, final double toX, final double y) {
		plot.setColor(Color.BLACK);
		plot.drawDottedLine(fromX, y, toX, y, DASH);
	}

	/** Opens the plot; headless or in batch mode it becomes an image of that title, and nothing pops up. */
	public static void show(final Plot plot) {
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) plot.getImagePlus().show();
		else plot.show();
	}
}
