package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.PatchMosaic;
import io.github.sparsej.imagej.atoms.PatchStacks;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchSample;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.whiten.PatchCentering;

/** Cuts patches at random places of an image, inside its selection if it has one. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Sample Patches...", description = "Cuts patches at random places of an image, inside its selection if it has one", initializer = SparseJCommand.PREPARE)
public final class SamplePatches extends SparseJCommand {

	private static final String STACK = "Stack", ROW = "Row";

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Patch size (px)", min = "1", persist = false, description = "Width and height of the patches, and of the atoms")
	private Integer patchsize = 12;

	@Parameter(label = "Patches", min = "1", persist = false, description = "How many patches are drawn at random places")
	private Integer patches = 1000;

	@Parameter(label = "Selection", choices = { Keys.UNIFORM, Keys.HIGH_CONTRAST }, persist = false, description = "High contrast: eight times as many are drawn, those of largest standard deviation are kept")
	private String selection = Keys.UNIFORM;

	@Parameter(label = "Remove the mean of each patch", persist = false, description = "Patches then differ in structure alone; their means are kept apart")
	private Boolean removemean = true;

	@Parameter(label = "Disc mask", persist = false, description = "Pixels outside the disc that fits into the patch are set to 0")
	private Boolean disk = false;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "The slice that is seen, or every slice by itself")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance of a color image or its current channel; or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Parameter(label = "Show as", choices = { STACK, ROW }, persist = false, description = "Row: side by side in one picture, with one grey scale in which grey is 0")
	private String show = STACK;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus sampled;

	@Override
	List<String> firstInputs() {
		return List.of("patchsize", "patches", "selection", "removemean", "scope", "show");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		Check.range("patchsize", patchsize, 1, Keys.LARGEST_PATCH);
		Check.range("patches", patches, 1, Integer.MAX_VALUE);
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final boolean stack = Check.choice("show", show, STACK, ROW).equals(STACK);
		final boolean withoutMean = Check.flag("removemean", removemean), masked = Check.flag("disk", disk);
		final PatchShape shape = new PatchShape(patchsize, patchsize, 1, Keys.channels(image, color));
		Memory.require(Float.BYTES * ((stack ? 3L : 5L) * patches * shape.length() + Keys.planes(image, scope, color) * image.getWidth() * image.getHeight() * shape.channels()), "use fewer patches or slices");
		final List<Volume> volumes = Keys.volumes(image, scope, color);
		final PatchSelection chosen = Keys.selection(selection);
		final PatchSample sample = new PatchSampler(shape, new PatchSamplerOptions(patches, chosen, PatchSamplerOptions.DEFAULT_OVERSAMPLING, seed))
			.sample(volumes, SourceImages.regions(image, volumes.size()), progress);
		LearningNotes.tellRefused(sample.refusedPlaces());
		Signals signals = sample.patches();
		if (withoutMean) signals = PatchCentering.INSTANCE.apply(signals);
		if (masked) signals = new DiskMask(shape).apply(signals);
		final String title = Titles.base(image) + "-patches";
		sampled = stack ? PatchStacks.toImage(title, shape, signals, sample, image.getCalibration()) : PatchMosaic.rows(title, shape, signals, image.getCalibration());
		if (stack && withoutMean) ResultImages.centreDisplayRange(sampled);
	}
}
