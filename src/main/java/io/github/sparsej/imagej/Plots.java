package io.github.sparsej.imagej;

import java.awt.GraphicsEnvironment;

import ij.gui.Plot;
import ij.macro.Interpreter;

import io.github.sparsej.model.LearningCurve;

/** Plots of results, made of ImageJ's own {@link Plot} so that they can be edited and saved as everybody's. */
public final class Plots {

	private Plots() {}

	/** The curve of one record over the steps of learning. */
	public static Plot learningCurve(final String title, final LearningCurve curve) {
		final double[] steps = curve.steps().stream().mapToDouble(Integer::doubleValue).toArray();
		final double[] values = curve.values().stream().mapToDouble(Double::doubleValue).toArray();
		final Plot plot = new Plot(title, "Step", capitalised(curve.quantity()));
		plot.setColor("blue");
		plot.add("line", steps, values);
		plot.setColor("black");
		plot.setLimitsToFit(false);
		return plot;
	}

	private static String capitalised(final String text) {
		return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/** A histogram of use: one bar an atom, as high as the share of patches that use it. */
	public static Plot useOfAtoms(final String title, final int[] useCounts, final int patches) {
		final double[] atoms = new double[useCounts.length];
		final double[] percent = new double[useCounts.length];
		for (int i = 0; i < atoms.length; i++) {
			atoms[i] = i + 1;
			percent[i] = 100.0 * useCounts[i] / Math.max(1, patches);
		}
		final Plot plot = new Plot(title, "Atom", "Patches that use it (%)");
		plot.setColor("gray", "gray");
		plot.add("bar", atoms, percent);
		plot.setColor("black");
		plot.setLimits(0.5, atoms.length + 0.5, 0, Double.NaN);
		return plot;
	}

	/** Opens the plot; headless or in batch mode it becomes an image of that title, and nothing pops up. */
	public static void show(final Plot plot) {
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) plot.getImagePlus().show();
		else plot.show();
	}
}
