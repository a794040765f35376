package io.github.sparsej.command;

import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.ResultsRow;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.model.Volume;

/** Measures how far the active image lies from a reference: a Results row with PSNR, SSIM, RMSE and the largest difference. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Compare with Reference...", description = "Measures how far an image lies from a reference: PSNR, SSIM, RMSE and largest difference", initializer = SparseJCommand.PREPARE)
public final class CompareWithReference extends SparseJCommand {

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Reference", persist = false, description = "Title of an open image of the same size")
	private String reference = "";

	@Parameter(label = "Peak (grey values; 0 = automatic)", min = "0", persist = false, description = "0: 255 for an 8-bit or RGB reference, else the largest minus the smallest value of the reference")
	private Double peak = 0.0;

	@Override
	List<String> titleInputs() {
		return List.of("reference");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		Check.range("peak", peak, 0, Double.MAX_VALUE);
		final ImagePlus truth = Titles.find("reference", reference);
		final Volume seen = SourceImages.toCompare(image, truth), expected = SourceImages.toCompare(truth, image);
		final ImageComparison result = ImageComparison.of(expected, seen, peak > 0 ? peak : SourceImages.peak(truth, expected));
		new ResultsRow().add("Image", image.getTitle()).add("Reference", truth.getTitle()).add("PSNR (dB)", result.psnr()).add("SSIM", result.ssim())
			.add("RMSE", result.rmse()).add("Max difference", result.maxDifference()).show();
	}
}
