package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.CodingStatistics;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.atoms.PatchMosaic;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.restore.ReconstructedPatches;

/** Patches of an image as the encoder gets them, their reconstructions and their residuals, side by side. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Show Residuals...", description = "Shows patches of an image, their reconstructions and what is left, side by side", initializer = SparseJCommand.PREPARE)
public final class ShowResiduals extends SparseJCommand {

	/** A longer row is no picture to look at. */
	private static final int MOST_PATCHES = 1000;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open stack of atoms")
	private String dictionary = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Which slices patches are drawn from")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Patches", min = "1", persist = false, description = "How many patches are shown")
	private Integer patches = 12;

	@Parameter(label = "Selection", choices = { Keys.UNIFORM, Keys.HIGH_CONTRAST }, persist = false, description = "High contrast: eight times as many are drawn, those of largest standard deviation are kept")
	private String selection = Keys.UNIFORM;

	@Parameter(label = "Disc mask", persist = false, description = "Pixels outside the disc that fits into the patch are set to 0 before encoding")
	private Boolean disk = false;

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus residuals;

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		Check.range("patches", patches, 1, MOST_PATCHES);
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final PatchSelection chosen = Keys.selection(selection);
		final boolean masked = Check.flag("disk", disk);
		final SparseModel model = AtomStacks.read(AtomStacks.find("dictionary", dictionary));
		if (model.encoder() instanceof ConvolutionalSettings)
			throw new IllegalArgumentException("dictionary=[" + dictionary + "]: it is convolutional: Encode Convolutional shows what is left of a whole image with rest=true");
		final Signals drawn = ModelPatches.ofSelection(image, ModelSource.of(image, scope, color, model.shape()), model, new PatchSamplerOptions(patches, chosen, PatchSamplerOptions.DEFAULT_OVERSAMPLING, seed), progress);
		final Signals seen = masked ? new DiskMask(model.shape()).apply(drawn) : drawn;
		final ReconstructedPatches reconstructed = ReconstructedPatches.of(model, seen, parallel(), progress);
		row(CodingStatistics.of(reconstructed)).show();
		residuals = PatchMosaic.residuals(Titles.base(image) + "-residuals", model.shape(), reconstructed, image.getCalibration());
	}

	private ResultsRow row(final CodingStatistics statistics) {
		return new ResultsRow().add("Image", image.getTitle()).add("Dictionary", dictionary).add("Patches", patches)
			.add("Patch RMS (median)", statistics.signalSize().median()).add("Residual RMS (median)", statistics.residualSize().median())
			.add("Residual (share of l2 norm)", statistics.relativeResidual()).add("Gain of coding", statistics.codingGain()).add("Nonzeros (share of coefficients)", statistics.density());
	}
}
