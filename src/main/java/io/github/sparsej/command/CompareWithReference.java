package io.github.sparsej.command;

import java.util.List;
import java.util.stream.Stream;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.model.Volume;

/** Measures how far the active image lies from a reference: a Results row with PSNR, SSIM, RMSE and the largest difference. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Compare with Reference...", description = "Measures how far an image lies from a reference: PSNR, SSIM, RMSE and largest difference", initializer = SparseJCommand.PREPARE)
public final class CompareWithReference extends SparseJCommand {

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Reference", persist = false, description = "Title of an open image of the same size")
	private String reference = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "All slices and frames where both images have as many, else the current ones")
	private String scope = Keys.ALL_SLICES;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel; all channels together; or a row of the results for every channel")
	private String color = Keys.JOINT;

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
		final boolean all = Keys.isAll(scope);
		final SourceImages.Color colors = Keys.color(color);
		final long slices = all ? (long) truth.getNSlices() * truth.getNFrames() : 1;
		Memory.require(2L * Float.BYTES * slices * truth.getWidth() * truth.getHeight() * SourceImages.channels(truth), "compare fewer slices");
		final List<Volume> seen = SourceImages.toCompare(image, truth, all, colors), expected = SourceImages.toCompare(truth, image, all, colors);
		tell(truth, all, seen, expected);
		for (int i = 0; i < seen.size(); i++) {
			final ImageComparison result = ImageComparison.of(expected.get(i), seen.get(i), peak > 0 ? peak : SourceImages.peak(truth, expected.get(i)));
			final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Reference", truth.getTitle());
			if (seen.size() > 1) row.add("Channel", i + 1L);
			row.add("PSNR (dB)", result.psnr()).add("SSIM", result.ssim()).add("RMSE", result.rmse()).add("Max difference", result.maxDifference()).show();
		}
	}

	private void tell(final ImagePlus truth, final boolean all, final List<Volume> seen, final List<Volume> expected) {
		if (all && !SourceImages.sameSlices(image, truth))
			Notes.say("the current slices are compared: " + slices(image) + ", " + slices(truth));
		for (final ImagePlus each : List.of(image, truth)) if (SourceImages.hasRegion(each)) Notes.say("the selection of " + each.getTitle() + " is not used: whole slices are compared");
		final long broken = Stream.of(seen, expected).flatMap(List::stream).mapToLong(CompareWithReference::notFinite).sum();
		if (broken > 0) Notes.say(broken + " pixels of " + image.getTitle() + " and " + truth.getTitle() + " are NaN or infinite: no figure that they are part of is finite");
	}

	private static String slices(final ImagePlus image) {
		return image.getTitle() + " has " + image.getNSlices() + " slices in " + image.getNFrames() + " frames";
	}

	private static long notFinite(final Volume volume) {
		long count = 0;
		for (int c = 0; c < volume.channels(); c++) for (int z = 0; z < volume.depth(); z++) for (final float pixel : volume.plane(z, c)) if (!Float.isFinite(pixel)) count++;
		return count;
	}
}
