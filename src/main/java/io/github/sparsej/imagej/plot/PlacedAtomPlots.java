package io.github.sparsej.imagej.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.measure.Calibration;

import io.github.sparsej.convolve.AtomPlaces;
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.imagej.code.PlacedCalibration;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;

/** What is shown of learning atoms that are placed anywhere in images. */
public final class PlacedAtomPlots {

	private PlacedAtomPlots() {}

	/**
	 * The residual and the energy left over the epochs, and how often each atom was placed in the last one; none if no epoch was completed.
	 *
	 * @param title of the image learned from, with what tells layers apart
	 */
	public static List<Plot> of(final String title, final ConvolutionalResult learned) {
		final List<Plot> plots = new ArrayList<>();
		if (learned.codes().isEmpty()) return plots;
		for (final LearningCurve curve : learned.curves()) plots.add(Plots.learningCurve(title + "-" + curve.quantity().replace(' ', '-'), "Epoch", curve));
		plots.add(AtomPlots.placed(title + "-use", lastUses(learned)));
		return plots;
	}

	/** How often each atom was placed in the last epoch that was completed; there must be one. */
	public static double[] lastUses(final ConvolutionalResult learned) {
		final List<List<Double>> uses = learned.uses().values();
		return uses.get(uses.size() - 1).stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** Standard deviation of these over their mean: 0 where all atoms are placed as often. */
	public static double spreadOfUse(final ConvolutionalResult learned) {
		final double[] uses = lastUses(learned);
		final double mean = Arrays.stream(uses).average().orElseThrow();
		return Math.sqrt(Arrays.stream(uses).map(use -> (use - mean) * (use - mean)).sum() / uses.length) / mean;
	}

	/**
	 * Where each atom was placed in the last epoch: a slice an atom, a pixel for each place, as high as how often it was there, in all images together.
	 *
	 * @param width  of what the layer sees, px
	 * @param height of it, px
	 * @param source calibration of the images
	 */
	public static ImagePlus where(final String title, final ConvolutionalResult learned, final int width, final int height, final Calibration source) {
		final PatchShape shape = learned.dictionary().shape();
		final int columns = width - shape.width() + 1, rows = height - shape.height() + 1;
		final double[] uses = lastUses(learned);
		final ImageStack stack = new ImageStack(columns, rows);
		for (int k = 0; k < uses.length; k++) stack.addSlice("atom " + (k + 1) + " placed=" + (long) uses[k], AtomPlaces.map(learned.codes(), k, columns, rows));
		return ResultImages.stack(title, stack, 1, uses.length, 1, PlacedCalibration.ofPlaces(source, shape));
	}
}
