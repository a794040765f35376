package io.github.sparsej.command;

import java.util.List;

import org.scijava.plugin.Parameter;

import ij.ImagePlus;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.imagej.LearningImages;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.learn.HebbianOptions;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/**
 * The keys of Learn Dictionary, which all commands that learn dictionaries have: what they say of the learner and of the
 * images to learn from. They come before a command's own keys, in the dialog and when recorded.
 */
abstract class LearningCommand extends SparseJCommand {

	private static final String HEBBIAN = "Hebbian", HAP = "HAP";
	private static final String ONE_OVER_F = "1/f", WHITE_NOISE = "White noise", PATCHES = "Patches", DCT = "DCT";

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(label = "Patch size (px)", min = "2", persist = false)
	private Integer patchsize = 12;

	@Parameter(label = "Patch depth (slices)", min = "1", persist = false, description = "Above 1: patches of the z stack")
	private Integer depth = 1;

	@Parameter(label = "Atoms", min = "1", persist = false)
	private Integer atoms = 256;

	@Parameter(label = "Patches", min = "1", persist = false)
	private Integer patches = 50000;

	@Parameter(label = "Selection", choices = { Keys.UNIFORM, Keys.HIGH_CONTRAST }, persist = false)
	private String selection = Keys.UNIFORM;

	@Parameter(label = "Whitening", choices = { Keys.NONE, Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.ZCA }, persist = false)
	private String whitening = Keys.NONE;

	@Parameter(label = "Remove the mean of each patch", persist = false)
	private Boolean removemean = true;

	@Parameter(label = "Learner", choices = { HEBBIAN }, persist = false)
	private String learner = HEBBIAN;

	@Parameter(label = "Homeostasis", choices = { Keys.NONE, HAP }, persist = false, description = "Makes rarely used atoms easier to select")
	private String homeostasis = HAP;

	@Parameter(label = "Nonzeros per patch", min = "1", persist = false)
	private Integer nonzeros = 10;

	@Parameter(label = "Signed coefficients", persist = false, description = "Atoms may be taken with a negative sign; else an edge and its negative need two atoms, as in sparse Hebbian learning")
	private Boolean signed = false;

	@Parameter(label = "Iterations (batches)", min = "0", persist = false)
	private Integer iterations = 1000;

	@Parameter(label = "Batch (patches)", min = "1", persist = false)
	private Integer batch = 1024;

	@Parameter(label = "Step size eta", persist = false)
	private Double eta = 0.0033;

	@Parameter(label = "Homeostasis rate", persist = false, description = "Share of each batch in the running mean of the use of atoms")
	private Double etahomeo = 0.05;

	@Parameter(label = "Adam beta 1 (0 = plain gradient)", persist = false)
	private Double betaone = 0.9;

	@Parameter(label = "Adam beta 2", persist = false)
	private Double betatwo = 0.999;

	@Parameter(label = "Initial dictionary", choices = { ONE_OVER_F, WHITE_NOISE, PATCHES, DCT }, persist = false)
	private String initial = ONE_OVER_F;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false)
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false)
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Seed", persist = false)
	private Integer seed = 42;

	/** The images to learn from; asks first whether learning from them fits into the memory. */
	final LearningImages images(final ModelSettings settings) {
		Check.image(image);
		final long slices = scope.equals(Keys.ALL_SLICES) ? image.getStackSize() : depth;
		Memory.require(settings.bytesNeeded() + 3L * Float.BYTES * image.getWidth() * image.getHeight() * settings.shape().channels() * slices, "use fewer patches, atoms or slices");
		final List<Volume> volumes = depth > 1 ? Keys.stacks(image, scope, color, depth) : Keys.volumes(image, scope, color);
		return new LearningImages(image.getTitle(), Titles.base(image), image.getCalibration(), volumes, SourceImages.regions(image, volumes.size()));
	}

	/** What the keys ask for. */
	final ModelSettings settings() {
		Check.image(image);
		Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		Check.range("depth", depth, 1, Keys.LARGEST_PATCH);
		Check.choice("learner", learner, HEBBIAN);
		final int channels = Keys.color(color) == SourceImages.Color.JOINT ? SourceImages.channels(image) : 1;
		return new ModelSettings(new PatchShape(patchsize, patchsize, depth, channels), Check.range("patches", patches, 1, 1 << 28), Keys.selection(selection),
			WhiteningChoice.filter(Check.choice("whitening", whitening, Keys.NONE, Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.ZCA), patchsize), WhiteningChoice.patches(whitening, Check.flag("removemean", removemean)),
			start(), options());
	}

	private ModelSettings.Start start() {
		return switch (Check.choice("initial", initial, ONE_OVER_F, WHITE_NOISE, PATCHES, DCT)) {
			case WHITE_NOISE -> ModelSettings.Start.WHITE_NOISE;
			case PATCHES -> ModelSettings.Start.PATCHES;
			case DCT -> ModelSettings.Start.DCT;
			default -> ModelSettings.Start.ONE_OVER_F;
		};
	}

	private HebbianOptions options() {
		Check.range("etahomeo", etahomeo, 0, 1);
		final Homeostasis strategy = Check.choice("homeostasis", homeostasis, Keys.NONE, HAP).equals(HAP) ? new LogRatioHomeostasis(etahomeo) : new NoHomeostasis(etahomeo);
		final Selection rule = Check.flag("signed", signed) ? Selection.SIGNED : Selection.RECTIFIED;
		return new HebbianOptions(Check.range("atoms", atoms, 1, 1 << 16), Check.range("iterations", iterations, 0, 1 << 24), Check.range("batch", batch, 1, 1 << 24),
			Check.range("eta", eta, 1e-12, 10), Check.range("betaone", betaone, 0, 0.999999), Check.range("betatwo", betatwo, 0, 0.999999), HebbianOptions.EPSILON,
			new MatchingPursuitOptions(Check.range("nonzeros", nonzeros, 1, 1 << 16), 0, rule), strategy, HebbianOptions.DEAD_AFTER, Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE));
	}
}
