package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.feedforward.ExactEnergyOptions;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LarsOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.TopKOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.code.CodeImages;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageCoder;

/** Describes every patch of an image by few atoms of a dictionary. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Encode Image...", description = "Describes every patch of an image by few atoms of a dictionary", initializer = SparseJCommand.PREPARE)
public final class EncodeImage extends SparseJCommand {

	/** Atom and coefficient, in the code and in the image of it; offsets, mean and reason. */
	private static final long BYTES_PER_NONZERO = 16, BYTES_PER_PATCH = 13;
	/** Patches that tell how many nonzeros there will be. */
	private static final int SAMPLE = 500;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open stack of atoms")
	private String dictionary = "";

	@Parameter(label = "Encoder", choices = { EncoderChoice.AS_LEARNED, MatchingPursuitOptions.NAME, OmpOptions.NAME, OrmpOptions.NAME, LarsOptions.NAME, LassoLarsOptions.NAME,
		CoordinateDescentOptions.LASSO_NAME, CoordinateDescentOptions.ELASTIC_NET_NAME, ProximalGradientOptions.FISTA_NAME, ProximalGradientOptions.ISTA_NAME, ThresholdOptions.SOFT_NAME, ThresholdOptions.HARD_NAME,
		TopKOptions.NAME, IterativeHardThresholdingOptions.NAME, LcaOptions.NAME, FeedForwardSettings.NAME, ExactEnergyOptions.NAME }, persist = false, description = "Feed-forward and Energy come with the atoms of an auto-encoder, of which the first is as learned")
	private String encoder = EncoderChoice.AS_LEARNED;

	@Parameter(label = "Nonzeros per patch", min = "1", persist = false, description = "Most atoms per patch")
	private Integer nonzeros = EncoderKeys.DEFAULT.nonzeros();

	@Parameter(label = "Tolerance (l2 norm, grey values)", min = "0", persist = false, description = "A patch is good enough when its residual is this small; 0 = never")
	private Double tolerance = EncoderKeys.DEFAULT.tolerance();

	@Parameter(label = "At least one atom", persist = false, description = "Also where a patch is within the tolerance before any is taken")
	private Boolean atleastone = false;

	@Parameter(label = "Lambda (grey values)", min = "0.000000001", persist = false, description = "Weight of the absolute values of coefficients, or threshold")
	private Double lambda = EncoderKeys.DEFAULT.lambda();

	@Parameter(label = "Mixing (0-1, elastic net)", min = "0.001", max = "1", persist = false, description = "Share of the absolute values; the rest goes to the squares")
	private Double mixing = EncoderKeys.DEFAULT.mixing();

	@Parameter(label = "Weights", required = false, persist = false, description = "Title of an open image with one pixel per atom: factors on lambda; empty for none")
	private String weights = "";

	@Parameter(label = "Iterations", min = "1", persist = false, description = "Most iterations of encoders that iterate")
	private Integer iterations = EncoderKeys.DEFAULT.iterations();

	@Parameter(label = "Nonnegative coefficients", persist = false, description = "Only values of 0 and more")
	private Boolean nonnegative = false;

	@Parameter(label = "Remove the mean of each patch", persist = false, description = "Patches then differ in structure alone; their means are kept apart")
	private Boolean removemean = true;

	@Parameter(label = "Stride (px)", min = "1", persist = false, description = "Distance of neighbouring patches, at most the patch size")
	private Integer stride = 4;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Slices to encode, each by itself")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Output", choices = { "Compact", "Maps" }, persist = false, description = "Compact: slices of atom numbers, then of coefficients. Maps: one slice an atom")
	private String output = "Compact";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus code;

	@Override
	List<String> firstInputs() {
		return List.of("dictionary", "encoder", "nonzeros", "tolerance", "lambda", "stride", "output");
	}

	@Override
	List<String> titleInputs() {
		return List.of("dictionary", "weights");
	}

	@Override
	void checkKeys() {
		choice().options(checked());
	}

	/** The dictionary's model, once keys are checked. */
	private SparseModel checked() {
		Check.choice("output", output, "Compact", "Maps");
		Check.flag("removemean", removemean);
		Keys.isAll(scope);
		Keys.color(color);
		final SparseModel stored = AtomStacks.read(AtomStacks.find("dictionary", dictionary));
		Check.range("stride", stride, 1, Math.max(stored.shape().width(), stored.shape().height()));
		return stored;
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final SparseModel stored = checked();
		final EncoderOptions options = choice().options(stored);
		final boolean maps = output.equals("Maps");
		final SparseModel model = EncoderChoice.withMeans(stored, removemean);
		final SourceSeries series = ModelSource.of(image, scope, color, model.shape());
		final long patches = PatchGrid.covering(series.width(), series.height(), series.depth(), model.shape(), stride).count() * (long) series.count();
		requireMemory(series, patches, model, options, progress);
		EncoderKind.find(options).map(EncoderKind::citation).ifPresent(this::cite);
		final List<ImageCode> encoded = encode(series, new ImageCoder(model, options, stride, parallel()), progress);
		if (encoded.isEmpty()) return;
		tellUnfinished(encoded, options);
		final String title = Titles.base(image) + "-code";
		Memory.require(maps ? CodeImages.bytesOfMaps(encoded) : CodeImages.bytesOfCompact(encoded), maps ? "use output=Compact or a larger stride" : "use fewer nonzeros, a larger lambda or a larger stride");
		code = maps ? CodeImages.maps(title, encoded, image) : CodeImages.compact(title, encoded, image);
		CodeImages.setSource(code, series);
		CodeImages.setDictionary(code, model.dictionary());
		if (SourceImages.hasRegion(image)) Notes.say("the selection of " + image.getTitle() + " is not used: the whole image was encoded");
	}

	/** The codes of all images; none if stopped. */
	private static List<ImageCode> encode(final SourceSeries series, final ImageCoder coder, final ProgressBar progress) {
		final List<ImageCode> encoded = new ArrayList<>();
		for (int i = 0; i < series.count(); i++) {
			encoded.add(coder.encode(series.read(i), progress.part((double) i / series.count(), (i + 1.0) / series.count())));
			if (!encoded.get(i).isComplete()) return List.of();
		}
		return encoded;
	}

	/** Where only the penalty keeps codes sparse, some patches tell how sparse they will be. */
	private static void requireMemory(final SourceSeries series, final long patches, final SparseModel model, final EncoderOptions options, final ProgressBar progress) {
		final Optional<EncoderKind> kind = EncoderKind.find(options);
		final boolean counts = kind.isPresent() && kind.get().uses(EncoderParameter.NONZEROS);
		double nonzeros = options.mostNonzeros(model.dictionary().atomCount());
		if (!counts && !Memory.has(patches * (nonzeros * BYTES_PER_NONZERO + BYTES_PER_PATCH))) {
			final Signals some = ModelPatches.ofAll(series.read(0), model, (int) Math.min(patches, SAMPLE), 1, progress);
			nonzeros = (double) options.encoder(model.homeostasis(), parallel()).prepare(model.dictionary()).encode(some, progress).nonzeros() / some.count();
		}
		Memory.require((long) (patches * (nonzeros * BYTES_PER_NONZERO + BYTES_PER_PATCH)), counts || kind.isEmpty() ? "use a larger stride" : "use a larger lambda or a larger stride");
	}

	private static void tellUnfinished(final List<ImageCode> encoded, final EncoderOptions options) {
		final int unfinished = encoded.stream().mapToInt(code -> code.codes().count(StopReason.MAX_ITERATIONS)).sum();
		if (unfinished == 0) return;
		final Optional<EncoderKind> counting = EncoderKind.find(options).filter(kind -> kind.uses(EncoderParameter.ITERATIONS));
		Notes.say(unfinished + " of " + encoded.stream().mapToInt(code -> code.codes().count()).sum() + " patches had not converged after " + counting.map(kind -> kind.parameters(options, EncoderParameters.DEFAULT).iterations() + " iterations (key iterations)").orElse("the most steps allowed"));
	}

	private EncoderChoice choice() {
		final Set<EncoderParameter> given = EnumSet.allOf(EncoderParameter.class);
		given.removeIf(parameter -> !isGiven(parameter.key()));
		return new EncoderChoice(encoder, new EncoderKeys(nonzeros, tolerance, atleastone, lambda, mixing, weights, nonnegative, iterations), given);
	}
}
