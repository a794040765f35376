package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.NetworkCoder;
import io.github.sparsej.convolve.network.NetworkLearner;
import io.github.sparsej.convolve.network.NetworkResult;
import io.github.sparsej.convolve.network.PooledMaps;
import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.PlacedAtomPlots;
import io.github.sparsej.imagej.Plots;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.ResultsRow;
import io.github.sparsej.imagej.SelectedPart;
import io.github.sparsej.imagej.SourceSeries;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Volume;

/** Learns atoms that are placed anywhere in the slices of a stack, in one layer or several. (As long as it is, because a key takes three lines.) */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Learn Convolutional Dictionary...", description = "Learns atoms that are placed anywhere in the slices of a stack, in one layer or several", initializer = SparseJCommand.PREPARE)
public final class LearnConvolutional extends SparseJCommand {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;

	@Parameter(label = "Image", required = false, description = "A slice of it is a sample to learn from; the active image unless named")
	private ImagePlus image;

	@Parameter(label = "Preset", choices = { Keys.NONE, Keys.LOW, Keys.HIGH, Keys.DIGITS }, callback = "takePreset", persist = false, description = "Sets all values below that were published with CHAMP; then change what you like")
	private String preset = Keys.NONE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance, or atoms of all channels jointly, or every channel an image by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Local mean removal (px, 0 = none)", min = "0", persist = false, description = "Width of the square, odd, whose mean is taken away from each pixel, before all else")
	private Integer localmean = 0;

	@Parameter(label = "Local contrast normalization", persist = false, description = "Of each slice, with sigma 2 px")
	private Boolean normalize = true;

	@Parameter(label = "Taper at the borders", persist = false, description = "Slices fade out in their outer 15 px, so that atoms, which lie inside, have less to explain there")
	private Boolean taper = true;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Dictionary and coding"), label = "Atoms", min = "1", persist = false, description = "How many atoms the dictionary has")
	private Integer atoms = 20;

	@Parameter(label = "Atom size (px)", min = "2", persist = false, description = "Width and height of the atoms")
	private Integer atomsize = 9;

	@Parameter(label = "Nonzeros per image", min = "1", persist = false, description = "Atoms placed in a slice")
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

	@Parameter(label = "Batch (slices, 0 = all)", min = "0", persist = false, description = "Slices per step")
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
		Check.choice("preset", preset, Keys.NONE, Keys.LOW, Keys.HIGH, Keys.DIGITS);
		final boolean show = Check.flag("curves", curves);
		final SourceSeries series = new SourceSeries(image, true, Keys.color(color), false);
		final ConvolutionalStart begin = ConvolutionalStart.of(start);
		final List<LayerOptions> options = layerOptions(begin, series.channels());
		final List<ImageFilter> filters = begin.filters(ConvolutionalKeys.filters(localmean, Check.flag("normalize", normalize), Check.flag("taper", taper)));
		final SelectedPart part = SelectedPart.of(image, 0);
		Memory.require(new NetworkLearner(options, parallel()).bytesNeeded(series.count(), part.width(), part.height()) + Float.BYTES * (long) series.count() * series.channels() * part.width() * part.height(), "use fewer slices, atoms or nonzeros");
		tell(begin, part);
		cite(ConvolutionalLearner.CITATION);
		final List<Volume> images = NetworkCoder.filtered(part.cut(series.asList()), filters, progress.part(0, PREPARATION)).orElse(null);
		if (images == null) return;
		final NetworkResult result = begin.learn(options, images, progress.part(PREPARATION, 1));
		final String title = Titles.base(image);
		LearningNotes.tellStopped(title, result.complete());
		final ConvolutionalNetwork network = new ConvolutionalNetwork(filters, result.layers(), Optional.empty(), provenance(options, filters, images, result));
		row(images.size(), result);
		if (show) show(title, network, result, part);
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

	private void row(final int images, final NetworkResult result) {
		final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Images", images);
		for (int i = 0; i < result.learned().size(); i++) {
			final ConvolutionalResult layer = result.learned().get(i);
			final String of = i == 0 ? "" : " of layer " + (i + 1);
			row.add("Atoms" + of, layer.dictionary().atomCount()).add("Epochs" + of, layer.uses().steps().size());
			if (layer.codes().isEmpty()) continue;
			for (final LearningCurve curve : layer.curves()) row.add(Plots.capitalised(curve.quantity()) + of, curve.values().get(curve.values().size() - 1));
			row.add("Spread of use" + of, PlacedAtomPlots.spreadOfUse(layer));
		}
		row.show();
	}

	private void show(final String title, final ConvolutionalNetwork network, final NetworkResult result, final SelectedPart part) {
		int width = part.width(), height = part.height();
		for (int i = 0; i < result.learned().size(); i++) {
			final ConvolutionalResult layer = result.learned().get(i);
			final String of = title + (i == 0 ? "" : "-layer-" + (i + 1));
			PlacedAtomPlots.of(of, layer).forEach(Plots::show);
			if (!layer.codes().isEmpty()) PlacedAtomPlots.where(of + "-where", layer, width, height, image.getCalibration()).show();
			final PooledMaps maps = network.layers().get(i).maps(width, height);
			width = maps.width();
			height = maps.height();
		}
	}

	private Provenance provenance(final List<LayerOptions> options, final List<ImageFilter> filters, final List<Volume> images, final NetworkResult result) {
		final Map<String, String> words = new LinkedHashMap<>();
		final List<LearningCurve> recorded = new ArrayList<>();
		words.put("images", images.size() + " of " + images.get(0).width() + " x " + images.get(0).height() + " px");
		words.put("filters", filters.stream().map(ImageFilter::name).collect(Collectors.joining(", ")));
		for (int i = 0; i < result.learned().size(); i++) {
			final String of = i == 0 ? "" : "layer " + (i + 1) + " ";
			words.put(of + "atom", options.get(i).learning().shape().toString());
			options.get(i).learning().inWords().forEach((key, value) -> words.put(of + key, value));
			result.learned().get(i).curves().forEach(curve -> recorded.add(new LearningCurve(of + curve.quantity(), curve.steps(), curve.values())));
		}
		return new Provenance(ConvolutionalLearner.NAME, words, seed, image.getTitle(), recorded, result.complete());
	}
}
