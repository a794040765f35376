package io.github.sparsej.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.sparsej.encode.EncoderOptions;
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
import io.github.sparsej.imagej.batch.InputFiles;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.source.LearningImages;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.ExponentialHomeostasis;
import io.github.sparsej.learn.homeostasis.GatedHomeostasis;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.homeostasis.PowerLawHomeostasis;
import io.github.sparsej.learn.homeostasis.QuantileHomeostasis;
import io.github.sparsej.learn.homeostasis.VarianceHomeostasis;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.patch.DiskMask;

/**
 * The keys of Learn Dictionary, which all commands that learn dictionaries have: what they say of the learner and of the
 * images to learn from. They come before a command's own keys, in the dialog and when recorded. (As long as it is, because a
 * key takes three lines.)
 */
abstract class LearningCommand extends SparseJCommand {

	private static final double LEAST_RELAXATION = 0.001;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Preset", choices = { Keys.NONE, Keys.NOTEBOOK_2018, Keys.PAPER_2019 }, callback = "takePreset", persist = false, description = "Sets all values below that were published with sparse Hebbian learning; then change what you like")
	private String preset = Keys.NONE;

	@Parameter(label = "Learner", choices = { Keys.HEBBIAN, Keys.ONLINE, Keys.KSVD, Keys.MOD, Keys.CLOSED_FORMS }, callback = "takeLearner", persist = false, description = "Sets encoder, signed, homeostasis, iterations and patches to what this learner is known by; then change what you like")
	private String learner = Keys.HEBBIAN;

	@Parameter(label = "Folder (instead of the image)", required = false, style = FileWidget.DIRECTORY_STYLE, persist = false, description = "Learns from all images of a folder; empty: from the active image")
	private String folder = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Of each image")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance, or patches of all channels jointly, or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Data and dictionary"), label = "Crop (px, 0 = whole)", min = "0", persist = false, description = "Patches come from a square at a random place of each image")
	private Integer crop = 0;

	@Parameter(label = "Patch size (px)", min = "2", persist = false, description = "Width and height of the patches, and of the atoms")
	private Integer patchsize = 12;

	@Parameter(label = "Patch depth (slices)", min = "1", persist = false, description = "Above 1: patches of the z stack")
	private Integer depth = 1;

	@Parameter(label = "Atoms", min = "1", persist = false, description = "How many atoms the dictionary has")
	private Integer atoms = 256;

	@Parameter(label = "Patches", min = "1", persist = false, description = "Of all images together")
	private Integer patches = 50000;

	@Parameter(label = "Selection", choices = { Keys.UNIFORM, Keys.HIGH_CONTRAST }, persist = false, description = "High contrast: eight times as many are drawn, those of largest standard deviation are kept")
	private String selection = Keys.UNIFORM;

	@Parameter(label = "Whitening", choices = { Keys.NONE, Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.ZCA }, persist = false, description = "Olshausen-Field and SHL filter the image before patches are cut; ZCA whitens the patches")
	private String whitening = Keys.NONE;

	@Parameter(label = "Remove the mean of each patch", persist = false, description = "It is kept apart when an image is encoded")
	private Boolean removemean = true;

	@Parameter(label = "Remove one mean of all instead", persist = false, description = "All patches lose the same number, so that they still differ in their means")
	private Boolean scalarmean = false;

	@Parameter(label = "Disc mask", persist = false, description = "Pixels outside the disc that fits into the patch are set to 0")
	private Boolean disk = false;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Homeostasis"), label = "Homeostasis", choices = { NoHomeostasis.NAME, VarianceHomeostasis.NAME, GatedHomeostasis.NAME, LogRatioHomeostasis.NAME, PowerLawHomeostasis.NAME, ExponentialHomeostasis.NAME, QuantileHomeostasis.NAME }, persist = false, description = "Makes rarely used atoms easier to select")
	private String homeostasis = LogRatioHomeostasis.NAME;

	@Parameter(label = "Homeostasis alpha", persist = false, description = "Strength of OLS, EMP, eHAP and EXP")
	private Double alphahomeo = HomeostasisParameters.DEFAULT.alpha();

	@Parameter(label = "Homeostasis rate", persist = false, description = "Share of each batch in the running mean of the use of atoms")
	private Double etahomeo = HomeostasisParameters.DEFAULT.rate();

	@Parameter(label = "Quantiles (HEH)", min = "2", persist = false, description = "Values per quantile function")
	private Integer quantiles = HomeostasisParameters.DEFAULT.quantiles();

	@Parameter(label = "Scale (grey values, HEH)", persist = false, description = "Coefficient that quantile functions bring to 1 - 1/e, grey values of the whitened patch")
	private Double scale = HomeostasisParameters.DEFAULT.scale();

	@Parameter(label = "Relaxation alpha_MP (HEH)", persist = false, description = "Share of the correlation that a step of matching pursuit takes, above 0, at most 1")
	private Double alphamp = 1.0;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Coding of each batch"), label = "Encoder", choices = { MatchingPursuitOptions.NAME, OmpOptions.NAME, OrmpOptions.NAME, LarsOptions.NAME, LassoLarsOptions.NAME, CoordinateDescentOptions.LASSO_NAME,
		CoordinateDescentOptions.ELASTIC_NET_NAME, ProximalGradientOptions.FISTA_NAME, ProximalGradientOptions.ISTA_NAME, ThresholdOptions.SOFT_NAME, ThresholdOptions.HARD_NAME, TopKOptions.NAME,
		IterativeHardThresholdingOptions.NAME, LcaOptions.NAME }, persist = false, description = "Encodes every batch; homeostasis acts on matching pursuit alone")
	private String encoder = MatchingPursuitOptions.NAME;

	@Parameter(label = "Nonzeros per patch", min = "1", persist = false, description = "Steps of encoders that count them")
	private Integer nonzeros = EncoderKeys.DEFAULT.nonzeros();

	@Parameter(label = "Tolerance (l2 norm, grey values)", min = "0", persist = false, description = "A patch is good enough when its residual is this small; 0 = never")
	private Double tolerance = EncoderKeys.DEFAULT.tolerance();

	@Parameter(label = "Lambda (grey values)", persist = false, description = "Weight of the absolute values of coefficients, or threshold, of encoders that have it")
	private Double lambda = EncoderKeys.DEFAULT.lambda();

	@Parameter(label = "Mixing (elastic net)", min = "0.001", max = "1", persist = false, description = "Share of the absolute values; the rest goes to the squares")
	private Double mixing = EncoderKeys.DEFAULT.mixing();

	@Parameter(label = "Signed coefficients", persist = false, description = "Atoms may be taken with a negative sign; else an edge and its negative need two atoms, as in sparse Hebbian learning")
	private Boolean signed = false;

	@Parameter(label = "Nonnegative atoms", persist = false, description = "Atoms, and coefficients, of values of 0 and more only")
	private Boolean nonnegative = false;

	@Parameter(label = "Precision rate (0 = off)", min = "0", max = "1", persist = false, description = "Weight of a batch in the running variance of each pixel's residual, by which pixels are weighted")
	private Double precision = 0.0;

	@Parameter(label = "Zero-mean atoms", persist = false, description = "Atoms whose values add up to 0")
	private Boolean zeromean = false;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Learning"), label = "Iterations", min = "0", persist = false, description = "Batches for Hebbian and Online, sweeps over all patches for the others")
	private Integer iterations = 1000;

	@Parameter(label = "Batch (patches)", min = "1", persist = false, description = "Patches that a step of learning looks at")
	private Integer batch = 1024;

	@Parameter(label = "Step size eta", persist = false, description = "Of gradient descent: how far a batch moves the atoms (Hebbian)")
	private Double eta = 0.0033;

	@Parameter(label = "Adam beta 1 (0 = none)", persist = false, description = "0: plain gradient descent")
	private Double betaone = 0.9;

	@Parameter(label = "Adam beta 2", persist = false, description = "Share of the running mean of squared gradients that is kept (Hebbian)")
	private Double betatwo = 0.999;

	@Parameter(label = "Adam epsilon", persist = false, description = "Guard against division by zero")
	private Double epsilon = HebbianOptions.EPSILON;

	@Parameter(label = "Forgetting (Online)", min = "0", persist = false, description = "Batch i of t counts (i/t)^forgetting; 0: all alike")
	private Double forgetting = OnlineOptions.FORGETTING;

	@Parameter(label = "Exact rank-one fits (K-SVD)", persist = false, description = "A singular value decomposition for each atom, instead of one step towards it")
	private Boolean exact = false;

	@Parameter(label = "Sources (closed forms)", choices = { Keys.LASSO, Keys.RELAXED }, persist = false, description = "Relaxed: towards the closed form of fixed signs, with exact line search; Lasso: the minimum")
	private String sources = Keys.LASSO;

	@Parameter(label = "Ridge eta (closed forms)", persist = false, description = "Weight of the squared atoms, which keeps them from growing while coefficients shrink")
	private Double ridge = LearnerKeys.RIDGE;

	@Parameter(label = "Initial dictionary", choices = { Keys.ONE_OVER_F, Keys.WHITE_NOISE, Keys.PATCHES, Keys.DCT, Keys.STACK }, persist = false, description = "Stack: the slices of the one that the next field names")
	private String initial = Keys.ONE_OVER_F;

	@Parameter(label = "Start (stack of atoms)", required = false, persist = false, description = "Title of an open stack: a learned one to go on from; with initial dictionary Stack any one to begin with its atoms")
	private String start = "";

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	/** What keys initial and start stand for: a stack is read once for all runs. */
	private StartChoice begin;

	/** The files to learn from inside of a batch, else null; and who hears what becomes of files. */
	private InputFiles files;
	private ImageChoice.Seen seen = (file, reason) -> {
		if (!reason.isEmpty()) Notes.say(file + " is passed over: " + reason);
	};

	/** What {@link #channels} were found in: to know them, an image of a folder has to be read. */
	private ImageChoice asked;
	private int channels;

	@Override
	List<String> titleInputs() {
		return List.of("start");
	}

	/** These inputs; also that of the folder where no image is open, which then tells what to learn from. */
	static List<String> withFolder(final List<String> inputs) {
		return WindowManager.getImageCount() > 0 ? inputs : Stream.concat(inputs.stream(), Stream.of("folder")).toList();
	}

	/** A preset sets what a macro does not name. */
	@Override
	void completeInputs() {
		final Map<String, Object> published = Preset.named(preset).keys();
		published.forEach((key, value) -> {
			if (!isInputResolved(key)) setInput(key, value);
		});
		LearnerKind.named(learner).keys().forEach((key, value) -> {
			if (!isInputResolved(key) && !published.containsKey(key)) setInput(key, key.equals("signed") && Boolean.TRUE.equals(nonnegative) ? false : value);
		});
	}

	/** Called by a dialog when a preset is chosen, whose values are then seen, and can be changed. */
	protected void takePreset() {
		take(Preset.named(preset).keys());
	}

	/** Called by a dialog when a learner is chosen. */
	protected void takeLearner() {
		take(LearnerKind.named(learner).keys());
	}

	/** Whether the command gives a key several values, so that nothing can be said of the one it has. */
	boolean varies(final String key) {
		return false;
	}

	/** The images to learn from; asks first whether learning from them fits into the memory. Notes in the Log what the user may not expect. */
	final LearningImages images(final ModelSettings settings, final Progress progress) {
		final String others = Preset.named(preset).keys().entrySet().stream().filter(entry -> !varies(entry.getKey()) && !entry.getValue().equals(getInput(entry.getKey())))
			.map(entry -> entry.getKey() + "=" + getInput(entry.getKey()) + " (" + entry.getValue() + ")").collect(Collectors.joining(", "));
		if (!others.isEmpty()) Notes.say("other values than those of preset " + preset + " (in brackets) are used: " + others);
		begin.tell(varies("homeostasis") ? "of key methods" : homeostasis);
		if (!varies("encoder")) encoderChoice().tell();
		learnerKeys().tell(homeostasis, encoder);
		cite(settings.learner().citation());
		return source().read(settings, progress.part(0, 0), seen);
	}

	@Override
	void checkKeys() {
		settings();
	}

	/** Learns from the files of a batch, whatever image and folder are given. */
	final void learnFrom(final InputFiles given, final ImageChoice.Seen listener) {
		files = given;
		seen = listener;
	}

	private ImageChoice source() {
		return new ImageChoice(image, folder, files, scope, color, Check.range("depth", depth, 1, Keys.LARGEST_PATCH));
	}

	/** What the keys ask for. */
	final ModelSettings settings() {
		final ImageChoice source = source();
		if (!source.equals(asked)) channels = source.channels();
		asked = source;
		Check.choice("preset", preset, Keys.NONE, Keys.NOTEBOOK_2018, Keys.PAPER_2019);
		Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		Check.range("patches", patches, 1, 1 << 28);
		if (begin == null || !begin.isOf(initial, start)) begin = StartChoice.of(initial, start);
		final PatchShape shape = begin.shape(new PatchShape(patchsize, patchsize, depth, channels));
		return new ModelSettings(shape, patches, Keys.selection(selection), filter(), whiteningOf(shape), begin.start(), options()).withCrop(Check.range("crop", crop, 0, 1 << 15));
	}

	private ImageFilter filter() {
		Check.choice("whitening", whitening, Keys.NONE, Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.ZCA);
		return begin.goesOn() ? begin.from().filter() : WhiteningChoice.filter(whitening, patchsize);
	}

	private WhiteningFit whiteningOf(final PatchShape shape) {
		final WhiteningFit asked = WhiteningChoice.patches(whitening, Check.flag("removemean", removemean), Check.flag("scalarmean", scalarmean));
		if (begin.goesOn()) return WhiteningFit.given(begin.from().whitening());
		return Check.flag("disk", disk) ? asked.then(new DiskMask(shape)) : asked;
	}

	private CodingChoice encoderChoice() {
		return new CodingChoice(encoder, new EncoderKeys(nonzeros, tolerance, false, lambda, mixing, "", !Check.flag("signed", signed), EncoderKeys.DEFAULT.iterations()), Check.flag("nonnegative", nonnegative));
	}

	private EncoderOptions coding(final int count) {
		Check.range("alphamp", alphamp, LEAST_RELAXATION, 1);
		final EncoderOptions options = encoderChoice().options(count);
		return options instanceof MatchingPursuitOptions pursuit ? pursuit.withRelaxation(alphamp) : options;
	}

	/**
	 * Settings whose learner records what it does.
	 *
	 * @throws IllegalArgumentException if it is none that can
	 */
	final ModelSettings recorded(final ModelSettings settings, final Recording recording) {
		if (settings.learner() instanceof HebbianOptions hebbian) return settings.withLearner(hebbian.withRecording(recording));
		if (settings.learner() instanceof OnlineOptions online) return settings.withLearner(online.withRecording(recording));
		throw new IllegalArgumentException("learner=[" + learner + "]: records over time are made by learners " + Keys.HEBBIAN + " and " + Keys.ONLINE + " alone");
	}

	private LearnerOptions options() {
		final int count = begin.atoms(Check.range("atoms", atoms, 1, 1 << 16));
		final Homeostasis strategy = HomeostasisKind.named(Check.choice("homeostasis", homeostasis, HomeostasisKind.labels().toArray(String[]::new)))
			.create(new HomeostasisParameters(Check.range("etahomeo", etahomeo, 0, 1), Check.positive("alphahomeo", alphahomeo), Check.range("quantiles", quantiles, 2, 1 << 16), Check.positive("scale", scale)));
		return learnerKeys().options(count, coding(count), strategy);
	}

	private LearnerKeys learnerKeys() {
		return new LearnerKeys(learner, iterations, batch, eta, betaone, betatwo, epsilon, precision, forgetting, exact, sources, ridge, lambda, nonnegative, zeromean, seed);
	}
}
