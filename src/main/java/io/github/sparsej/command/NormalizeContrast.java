package io.github.sparsej.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.source.WhitenedImages;
import io.github.sparsej.whiten.LocalContrastNormalization;

/** Takes local mean and local contrast out of an image, slice by slice. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Local Contrast Normalization...", description = "Takes local mean and local contrast out of an image, slice by slice", initializer = SparseJCommand.PREPARE)
public final class NormalizeContrast extends SparseJCommand {

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Sigma (px)", min = "0", persist = false, description = "Of the Gaussian window")
	private Double sigma = LocalContrastNormalization.STANDARD.sigma();

	@Parameter(label = "Taps (px, odd)", min = "1", persist = false, description = "Width of the window; twice two sigma and one is as wide as Whiten Image makes it")
	private Integer taps = LocalContrastNormalization.STANDARD.taps();

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "The slice that is seen, or every slice by itself")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.SEPARATE }, persist = false, description = "Luminance of a color image or its current channel; or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus normalized;

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final LocalContrastNormalization filter = new LocalContrastNormalization(Check.range("sigma", sigma, 0.1, Keys.WIDEST_SIGMA), Check.window("taps", taps, 1));
		normalized = WhitenedImages.filter(Titles.base(image) + "-normalized", FilterSource.planes(image, scope, color), plane -> filter, progress);
	}
}
