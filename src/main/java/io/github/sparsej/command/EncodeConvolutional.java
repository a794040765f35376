package io.github.sparsej.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.network.NetworkCoder;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.LambdaMax;
import io.github.sparsej.convolve.pursuit.LocallyGreedyDescent;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.code.PlacedAtomOverlay;
import io.github.sparsej.imagej.code.PlacedCode;
import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.result.Tables;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/** Describes whole images by few atoms that are placed anywhere. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Encode Convolutional...", description = "Describes whole images by few atoms that are placed anywhere", initializer = SparseJCommand.PREPARE)
public final class EncodeConvolutional extends SparseJCommand {

	private static final String MAPS = "Maps", POINTS = "Points";
	private static final String CROP = "encode a crop of the image (Image>Duplicate of a selection)";

	/** Share of the l2 norm from which on a code hardly describes its image. */
	private static final double MUCH = 0.9;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open stack of atoms")
	private String dictionary = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "The slice that is seen, or every slice by itself")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Nonzeros per image", min = "0", persist = false, description = "Most atoms placed in a slice, thousands in a micrograph; 0 = as many as threshold or residual ask for")
	private Integer nonzeros = 20;

	@Parameter(label = "Threshold (grey values)", min = "0", persist = false, description = "No more atoms are placed where the next coefficient would be smaller; 0 = never")
	private Double threshold = 0.0;

	@Parameter(label = "Residual (share of l2 norm)", min = "0", persist = false, description = "No more atoms are placed once this share is left; 0 = never")
	private Double residual = 0.0;

	@Parameter(label = "Lambda (grey values, 0 = pursuit)", min = "0", persist = false, description = "Above 0: weight of the absolute values of coefficients, in grey values of the filtered image")
	private Double lambda = 0.0;

	@Parameter(label = "Relative to the largest correlation", persist = false, description = "Threshold and lambda are shares, 0 to 1, of the largest correlation of the slice with an atom")
	private Boolean relative = false;

	@Parameter(label = "Fit coefficients anew", persist = false, description = "With lambda: by least squares, without the bias of the penalty")
	private Boolean refit = false;

	@Parameter(label = "Nonnegative coefficients", persist = false, description = "Atoms are placed with positive coefficients only")
	private Boolean nonnegative = false;

	@Parameter(label = "Order", choices = { PlacingKeys.GLOBAL, PlacingKeys.LOCAL }, persist = false, description = "Global: the best of the whole image first. Local: the best of its neighbourhood, on all threads, down to the threshold; another code")
	private String order = PlacingKeys.GLOBAL;

	@Parameter(label = "Mask of atoms", choices = { Keys.NONE, PlacingKeys.EXACT, PlacingKeys.AS_LEARNED }, persist = false, description = "None: atoms as they are shown. Exact: masked atoms are what is placed. As learned: coding is approximate, and many atoms may leave more than few")
	private String mask = Keys.NONE;

	@Parameter(label = "Layer", min = "1", persist = false, description = "Of a network of several")
	private Integer layer = 1;

	@Parameter(label = "Output", choices = { MAPS, POINTS }, persist = false, description = "Maps: one slice an atom. Points: a copy of the image with the atoms' middles as overlay, and a table")
	private String output = MAPS;

	@Parameter(label = "Show the image as it is encoded", persist = false, description = "Filtered; what a reconstruction is to be compared with")
	private Boolean filtered = false;

	@Parameter(label = "Show what is left", persist = false, description = "The image as it is encoded without its placed atoms")
	private Boolean rest = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus code;

	@Override
	List<String> firstInputs() {
		return List.of("dictionary", "scope", "nonzeros", "threshold", "lambda", "output");
	}

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final boolean points = Check.choice("output", output, MAPS, POINTS).equals(POINTS), show = Check.flag("filtered", filtered), left = Check.flag("rest", rest);
		final ConvolutionalNetwork network = NetworkOf.toEncode(dictionary, Math.max(1, Check.range("nonzeros", nonzeros, 0, ConvolutionalKeys.MOST_PLACED)));
		final Layer of = NetworkOf.layer(network, layer);
		if (points && layer > 1) throw new IllegalArgumentException("output=[" + POINTS + "]: only atoms of layer 1 have a place in the image itself");
		final PlacingKeys keys = keys();
		final float[] weights = keys.maskOf(of);
		final PreparedConvolutionalEncoder encoder = keys.encoder(of).prepare(of.dictionary(), weights, null);
		final SourceSeries series = ModelSource.of(image, scope, color, network.layers().get(0).dictionary().shape());
		if (SourceImages.hasRegion(image)) Notes.say("the selection of " + image.getTitle() + " is not used: whole slices are encoded");
		requireMemory(series, encoder, of, points);
		FiniteSlices.require(image, series.asList());
		cite(lambda > 0 ? LocallyGreedyDescent.CITATION : ConvolutionalPursuit.CITATION);
		final Optional<List<Volume>> seen = seen(network, series, progress.part(0, 0.1));
		final Optional<CodedSlices> coded = seen.flatMap(images -> CodedSlices.of(encoder, images, progress.part(0.1, 1)));
		if (coded.isEmpty()) return;
		if (!coded.get().complete()) Notes.say(Titles.base(image) + "-code is what had been placed, in " + coded.get().begun() + " of " + series.count() + " images, when encoding was stopped");
		final Volume first = seen.get().get(0);
		final PlacedCode placed = new PlacedCode(coded.get().codes(), first.width(), first.height(), of.dictionary().shape(), layer, weights != null && keys.treatment(of) == MaskTreatment.EXACT);
		tellExtent(coded.get(), first, encoder, of);
		row(coded.get()).show();
		final String title = Titles.base(image);
		if (show) shown(series, title + "-filtered", seen.get()).show();
		if (left) shown(series, title + "-rest", coded.get().rest(seen.get(), encoder.dictionary())).show();
		if (points) Tables.show(PlacedAtomOverlay.table(image, placed), title + "-points");
		code = points ? PlacedCodeImages.points(series.resultLikeSource(title + "-code", series.asList()), placed, image, of.dictionary()) : PlacedCodeImages.maps(title + "-code", placed, image, of.dictionary());
		PlacedCodeImages.setSource(code, series);
	}

	/** Of what layers before have made, there is no source of the same size. */
	private ImagePlus shown(final SourceSeries series, final String title, final List<Volume> images) {
		return layer == 1 ? series.resultAroundZero(title, images) : ResultImages.of(title, images, image.getCalibration());
	}

	private PlacingKeys keys() {
		final Set<String> given = Stream.of("nonzeros", "threshold").filter(this::isGiven).collect(Collectors.toSet());
		return new PlacingKeys(nonzeros, threshold, residual, lambda, relative, refit, nonnegative, order, mask, given);
	}

	private Optional<List<Volume>> seen(final ConvolutionalNetwork network, final SourceSeries series, final Progress progress) {
		return layer == 1 ? NetworkCoder.filtered(series.asList(), network.filters(), progress) : new NetworkCoder(network.first(layer - 1), parallel()).seen(series.asList(), layer - 1, progress);
	}

	/** Where layers come before, all is smaller than of the image itself. */
	private void requireMemory(final SourceSeries series, final PreparedConvolutionalEncoder encoder, final Layer of, final boolean points) {
		final long pixels = (long) series.width() * series.height(), images = series.count();
		final long maps = points ? pixels * images : pixels * images * of.dictionary().atomCount();
		Memory.require(encoder.bytesNeeded(series.width(), series.height()) * Math.min(images, parallel().threads()) + Float.BYTES * ((rest ? 3 : 2) * images * pixels * series.channels() + maps), points ? CROP : "use output=Points, or " + CROP);
	}

	private void tellExtent(final CodedSlices coded, final Volume first, final PreparedConvolutionalEncoder encoder, final Layer of) {
		if (coded.placed() > 0 && coded.residual() > MUCH)
			Notes.say(Math.round(100 * coded.residual()) + " % of the l2 norm of " + image.getTitle() + " are left by " + coded.placed() + " atoms: name a larger nonzeros, or the residual you want, such as residual=0.3");
		if (coded.placed() == 0) Notes.say("no atom was placed in " + image.getTitle() + ": the largest correlation with one in the first slice is " + LambdaMax.of(first, encoder.dictionary(), nonnegative || of.pursuit().nonnegative(), parallel()) + "; lambda and threshold have to be below it");
	}

	private ResultsRow row(final CodedSlices coded) {
		return new ResultsRow().add("Image", image.getTitle()).add("Images", coded.codes().size()).add("Placed atoms", coded.placed()).add("Residual (share of l2 norm)", coded.residual());
	}
}
