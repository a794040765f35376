package io.github.sparsej.command;

import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.MissingPixelsOf;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.inpaint.InpaintOptions;
import io.github.sparsej.restore.inpaint.Inpainter;
import io.github.sparsej.restore.inpaint.Inpainting;
import io.github.sparsej.restore.inpaint.Inpainting.Inpainted;
import io.github.sparsej.restore.inpaint.Inpainting.Learning;
import io.github.sparsej.restore.inpaint.MissingPixels;

/** Tells missing pixels of an image by sparse codes of the known ones around them (Mairal, Elad &amp; Sapiro 2008). */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Inpaint Image...", description = "Fills in missing pixels of an image from the known ones around them", initializer = SparseJCommand.PREPARE)
public final class InpaintImage extends SparseJCommand {

	/** Of every pixel: the image, the same with what is missing marked, the result, and sums of what patches tell of it. */
	private static final long BYTES_PER_PIXEL = 28;
	/** What learning needs for a value of a patch: drawn, known or not, its residual and codes. */
	private static final long BYTES_PER_VALUE = 20;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Mask (empty: NaN is missing)", required = false, persist = false, description = "Title of an open image that is not 0 where pixels are missing; a selection of the image tells of missing pixels, too")
	private String mask = "";

	@Parameter(label = "Dictionary (empty: learned)", required = false, persist = false, description = "Title of an open stack of atoms; empty: atoms are learned from the known pixels")
	private String dictionary = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "All slices have one dictionary")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel; patches of all channels jointly; or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Patches and dictionary"), label = "Patch size (px)", min = "2", persist = false, description = "Width and height of the patches, and of the atoms")
	private Integer patchsize = 8;

	@Parameter(label = "Patch depth (slices)", min = "1", persist = false, description = "Above 1: patches of the z stack")
	private Integer depth = 1;

	@Parameter(label = "Atoms", min = "1", persist = false, description = "How many atoms the dictionary has")
	private Integer atoms = 256;

	@Parameter(label = "Patches to learn from", min = "1", persist = false, description = "Of all slices together")
	private Integer patches = 40000;

	@Parameter(label = "Iterations", min = "0", persist = false, description = "Sweeps over the patches; 0: cosines, nothing is learned")
	private Integer iterations = 10;

	@Parameter(label = "Tolerance (grey values, 0 = auto)", min = "0", persist = false, description = "Root mean square of what is not described of a patch's known pixels: the level of the noise; 0: 0.04 of the standard deviation of the known pixels")
	private Double tolerance = 0.0;

	@Parameter(label = "Stride (px)", min = "1", persist = false, description = "Distance of neighbouring patches; 1 is best and slowest")
	private Integer stride = 1;

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus inpainted;

	@Override
	List<String> firstInputs() {
		return List.of("mask", "dictionary", "scope", "color", "patchsize", "tolerance");
	}

	@Override
	List<String> titleInputs() {
		return List.of("mask", "dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final boolean all = Keys.isAll(scope);
		final SourceImages.Color colors = Keys.color(color);
		final Optional<SparseModel> given = dictionary == null || dictionary.isBlank() ? Optional.empty() : Optional.of(AtomStacks.read(AtomStacks.find("dictionary", dictionary)));
		final int side = Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		final PatchShape asked = new PatchShape(side, side, Check.range("depth", depth, 1, Keys.LARGEST_PATCH), colors == SourceImages.Color.JOINT ? SourceImages.channels(image) : 1);
		final PatchShape shape = given.map(SparseModel::shape).orElse(asked);
		ModelFit.require(dictionary, shape, asked, image);
		final Learning learning = new Learning(shape, Check.range("atoms", atoms, 1, 1 << 16), Check.range("patches", patches, 1, 1 << 28), Check.range("iterations", iterations, 0, 1 << 24), Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE));
		final InpaintOptions options = new InpaintOptions(Check.range("stride", stride, 1, Math.max(shape.width(), shape.height())), InpaintOptions.DEFAULT.maxNonzeros(), Check.range("tolerance", tolerance, 0, Double.MAX_VALUE));
		final SourceSeries series = new SourceSeries(image, all, colors, shape.depth() > 1);
		final long places = (long) series.count() * PatchGrid.covering(series.width(), series.height(), series.depth(), shape, 1).count(); // refuses an image smaller than a patch
		final long learned = given.isPresent() ? 0 : BYTES_PER_VALUE * Math.min(learning.patches(), places) * shape.length();
		final long count = given.map(model -> model.dictionary().atomCount()).orElse(learning.atoms()); // their products with each other are kept
		Memory.require(BYTES_PER_PIXEL * series.count() * series.width() * series.height() * series.depth() * series.channels() + learned + Float.BYTES * count * count, "inpaint fewer slices, or use fewer patches to learn from or fewer atoms");
		cite(Inpainter.CITATION);
		inpaint(series, MissingPixelsOf.mark(series, image, "mask", mask), given, learning, new Inpainting(options, parallel()), progress);
	}

	private void inpaint(final SourceSeries series, final List<Volume> marked, final Optional<SparseModel> given, final Learning learning, final Inpainting inpainting, final ProgressBar progress) {
		final long begin = System.nanoTime(), missing = marked.stream().mapToLong(MissingPixels::count).sum();
		if (missing == 0) Notes.say("no pixel of " + image.getTitle() + " is missing: it stays as it is");
		final Inpainted result = (given.isPresent() ? inpainting.inpaint(marked, given.get().dictionary(), progress) : inpainting.inpaint(marked, learning, progress)).orElse(null);
		if (result == null) return;
		if (result.images().size() < series.count()) Notes.say("stopped: " + result.images().size() + " of " + series.count() + " images of " + image.getTitle() + " are inpainted, and kept");
		result.learned().ifPresent(learned -> LearningNotes.tell(learned.replaced()));
		inpainted = series.resultLikeSource(Titles.base(image) + "-inpainted", result.images());
		new ResultsRow().add("Image", image.getTitle()).add("Missing pixels", missing).add("Time (s)", (System.nanoTime() - begin) * 1e-9).show();
	}
}
