package io.github.sparsej.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Roi;

import io.github.sparsej.convolve.learn.ConvolutionalHomeostasis;
import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ImageTiles;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.NetworkCoder;
import io.github.sparsej.convolve.network.NetworkLearner;
import io.github.sparsej.convolve.network.NetworkResult;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.source.SelectedPart;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Volume;

/** Learns atoms that are placed anywhere in the slices of a stack, in one layer or several. (As long as it is, because a key takes three lines.) */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Learn Convolutional Dictionary...", description = "Learns atoms that are placed anywhere in the slices of a stack, in one layer or several", initializer = SparseJCommand.PREPARE)
public final class LearnConvolutional extends SparseJCommand {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;

	/** With more images an epoch takes hours. */
	private static final int MOST_IMAGES = 1 << 24;

	@Parameter(label = "Image", required = false, description = "A slice of it is a sample to learn from; the active image unless named")
	private ImagePlus image;

	@Parameter(label = "Preset", choices = { Keys.NONE, Keys.LOW, Keys.HIGH, Keys.DIGITS, Keys.MICROGRAPH }, callback = "takePreset", persist = false, description = "Sets all values below: Low, High and Digits as published with CHAMP, Micrograph for few large images; then change what you like")
	private String preset = Keys.NONE;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Each slice is an image")
	private String scope = Keys.ALL_SLICES;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance, or atoms of all channels jointly, or every channel an image by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Local mean removal (px, 0 = none)", min = "0", persist = false, description = "Width of the square, odd, whose mean is taken away from each pixel, before all else")
	private Integer localmean = 0;

	@Parameter(label = "Local contrast normalization", persist = false, description = "Of each slice, with sigma 2 px")
	private Boolean normalize = true;

	@Parameter(label = "Taper at the borders", persist = false, description = "Slices fade out in their outer 15 px, so that atoms, which lie inside, have less to explain there")
	private Boolean taper = true;

	@Parameter(label = "Window of the taper", choices = { ConvolutionalKeys.SYMMETRIC, ConvolutionalKeys.AS_PUBLISHED }, persist = false, description = "The same for sides of 65 px. The published one grows with the side, and is not symmetric below 30 px")
	private String window = ConvolutionalKeys.SYMMETRIC;

	@Parameter(label = "Tiles (px, 0 = whole slices)", min = "0", persist = false, description = "Slices are cut into tiles of this side, each an image to place atoms in and to make batches of: for few large slices, such as micrographs")
	private Integer tile = 0;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Dictionary and coding"), label = "Atoms", min = "1", persist = false, description = "How many atoms the dictionary has")
	private Integer atoms = 20;

	@Parameter(label = "Atom size (px)", min = "2", persist = false, description = "Width and height of the atoms")
	private Integer atomsize = 9;

	@Parameter(label = "Nonzeros per image", min = "1", persist = false, description = "Atoms placed in a slice, or in a tile")
	private Integer nonzeros = 20;

	@Parameter(label = "Threshold (grey values)", min = "0", persist = false, description = "No more atoms are placed where the next coefficient would be smaller; 0 = never")
	private Double threshold = 0.0;

	@Parameter(label = "Signed coefficients", persist = false, description = "Atoms may be placed with a negative sign")
	private Boolean signed = true;

	@Parameter(label = "Nonnegative atoms", persist = false, description = "Atoms, and coefficients, of values of 0 and more only")
	private Boolean nonnegative = false;

	@Parameter(label = "Zero-mean atoms", persist = false, description = "Atoms whose values add up to 0")
	private Boolean zeromean = false;

	@Parameter(label = "Mask of atoms", choices = { ConvolutionalKeys.GAUSSIAN, ConvolutionalKeys.DISK, ConvolutionalKeys.POLYNOMIAL, Keys.NONE }, persist = false, description = "Weights of an atom's pixels, which make it fade out")
	private String mask = ConvolutionalKeys.GAUSSIAN;

	@Parameter(label = "Treatment of the mask", choices = { ConvolutionalKeys.AS_PUBLISHED, ConvolutionalKeys.TAPERED_ATOMS }, persist = false, description = "As published: where atoms are compared with images, and in their gradient. Tapered atoms: they are a multiple of it, and coding is exact")
	private String treatment = ConvolutionalKeys.AS_PUBLISHED;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Learning"), label = "Homeostasis", persist = false, description = "Makes rarely placed atoms easier to select")
	private Boolean homeostasis = true;

	@Parameter(label = "Homeostasis rate", min = "0", max = "1", persist = false, description = "Weight of an epoch in the logarithm of gains")
	private Double etahomeo = ConvolutionalHomeostasis.STANDARD.rate();

	@Parameter(label = "Step size eta", persist = false, description = "Length of the step of a unit atom; 0.05 is about 3 degrees")
	private Double eta = 0.05;

	@Parameter(label = "Epochs", min = "0", persist = false, description = "Times that all slices are coded")
	private Integer epochs = 100;

	@Parameter(label = "Batch (slices, 0 = all)", min = "0", persist = false, description = "Slices, or tiles, per step")
	private Integer batch = 0;

	@Parameter(label = "Start (stack of atoms)", required = false, persist = false, description = "Title of an open stack: a convolutional dictionary to go on from, or any one to begin with its slices as atoms")
	private String start = "";

	@Parameter(label = "Seed", persist = false, description = "Of the first atoms and the order of slices in batches")
	private Integer seed = 42;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Layers"), label = "Layers", min = "1", persist = false, description = "Above 1: layers after the first learn of the coefficient maps of the one before")
	private Integer layers = 1;

	@Parameter(label = "Coefficients become", choices = { LayerKeys.BOTH, LayerKeys.MODULUS, LayerKeys.POSITIVE }, persist = false, description = "Both: maps of positive and maps of negative ones. Modulus: their size. Positive: negative ones do not count")
	private String rectify = LayerKeys.BOTH;

	@Parameter(label = "Pool by", choices = { LayerKeys.SUM, LayerKeys.MAX }, persist = false, description = "What becomes of the coefficients of a cell: their sum, or the largest")
	private String pool = LayerKeys.SUM;

	@Parameter(label = "Pooling (px)", min = "1", persist = false, description = "Side of the cells of a map whose coefficients are pooled; 1 = none")
	private Integer pooling = 2;

	@Parameter(label = "Atoms of further layers (0 = as many)", min = "0", persist = false, description = "How many atoms each layer after the first has; 0: as many as the first")
	private Integer nextatoms = 0;

	@Parameter(label = "Their size (cells, 0 = half)", min = "0", persist = false, description = "Cells of the maps")
	private Integer nextsize = 0;

	@Parameter(label = "Their nonzeros (0 = as many)", min = "0", persist = false, description = "Atoms placed by each layer after the first; 0: as many as by the first")
	private Integer nextnonzeros = 0;

	@Parameter(label = "Show curves and maps", persist = false, description = "Residual and energy left per epoch, use per atom, and where each is used")
	private Boolean curves = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Override
	List<String> firstInputs() {
		return List.of("preset", "normalize", "atoms", "atomsize", "nonzeros", "mask", "homeostasis", "epochs", "layers");
	}

	@Override
	List<String> titleInputs() {
		return List.of("start");
	}

	/** A preset sets what a macro does not name. */
	@Override
	void completeInputs() {
		ConvolutionalPresetKeys.named(preset).keys().forEach((key, value) -> {
			if (!isInputResolved(key)) setInput(key, value);
		});
	}

	/** Called by a dialog when a preset is chosen, whose values are then seen, and can be changed. */
	protected void takePreset() {
		take(ConvolutionalPresetKeys.named(preset).keys());
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		Check.choice("preset", preset, Keys.NONE, Keys.LOW, Keys.HIGH, Keys.DIGITS, Keys.MICROGRAPH);
		final boolean show = Check.flag("curves", curves);
		final SourceSeries series = new SourceSeries(image, Keys.isAll(scope), Keys.color(color), false);
		final ConvolutionalStart begin = ConvolutionalStart.of(start);
		final List<LayerOptions> options = layerOptions(begin, series.channels());
		final List<ImageFilter> filters = begin.filters(ConvolutionalKeys.filters(localmean, Check.flag("normalize", normalize), Check.flag("taper", taper), window));
		final SelectedPart part = SelectedPart.of(image, 0);
		final int side = Check.range("tile", tile, 0, 1 << 15), width = side == 0 ? part.width() : Math.min(side, part.width()), height = side == 0 ? part.height() : Math.min(side, part.height());
		final long tiles = series.count() * (side == 0 ? 1 : ImageTiles.count(part.width(), part.height(), side));
		if (tiles > MOST_IMAGES) throw new IllegalArgumentException("tile=" + side + ": there would be " + tiles + " tiles to learn from, at most " + MOST_IMAGES + " can be: use larger ones");
		Memory.require(new NetworkLearner(options, parallel()).bytesNeeded((int) tiles, width, height) + Float.BYTES * (long) series.count() * series.channels() * part.width() * part.height(), "use fewer slices, atoms or nonzeros, or key tile");
		tell(begin, part);
		FiniteSlices.require(image, part.cut(series.asList()));
		cite(ConvolutionalLearner.CITATION);
		final List<Volume> slices = NetworkCoder.filtered(part.cut(series.asList()), filters, progress.part(0, PREPARATION)).orElse(null);
		if (slices == null) return;
		final List<Volume> images = side == 0 ? slices : new ImageTiles(slices, side);
		final NetworkResult result = begin.learn(options, images, progress.part(PREPARATION, 1));
		final String title = Titles.base(image);
		LearningNotes.tellStopped(title, result.complete());
		final LearnedLayers found = new LearnedLayers(image, images.size(), width, height, options, result);
		found.tell();
		found.row().show();
		final ConvolutionalNetwork network = new ConvolutionalNetwork(filters, result.layers(), Optional.empty(), found.provenance(filters, seed));
		if (show) found.show(network);
		learned = AtomStacks.toImage(title + "-atoms", ConvolutionalSettings.model(network), image.getCalibration());
	}

	private List<LayerOptions> layerOptions(final ConvolutionalStart begin, final int channels) {
		final ConvolutionalKeys keys = new ConvolutionalKeys(atoms, atomsize, nonzeros, threshold, signed, nonnegative, zeromean, mask, treatment, homeostasis, etahomeo, eta, epochs, batch, seed);
		final List<LayerOptions> options = new LayerKeys(layers, rectify, pool, pooling, nextatoms, nextsize, nextnonzeros).options(begin.options(keys.options(channels)));
		begin.tell(layers);
		ModelFit.require(start, options.get(0).learning().shape(), keys.options(channels).shape(), image);
		return options;
	}

	private void tell(final ConvolutionalStart begin, final SelectedPart part) {
		final String others = ConvolutionalPresetKeys.named(preset).keys().entrySet().stream().filter(entry -> !entry.getValue().equals(getInput(entry.getKey())))
			.map(entry -> entry.getKey() + "=" + getInput(entry.getKey()) + " (" + entry.getValue() + ")").collect(Collectors.joining(", "));
		if (!others.isEmpty()) Notes.say("other values than those of preset " + preset + " (in brackets) are used: " + others);
		if (part.isPart() && image.getRoi().getType() != Roi.RECTANGLE) Notes.say("the rectangle around the selection of " + image.getTitle() + " is learned from");
	}
}
