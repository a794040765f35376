package io.github.sparsej.command;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.autoencoder.AutoencoderData;
import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.energy.EnergyCurves;
import io.github.sparsej.autoencoder.energy.EnergyLearner;
import io.github.sparsej.autoencoder.energy.EnergyOptions;
import io.github.sparsej.autoencoder.energy.EnergyResult;
import io.github.sparsej.autoencoder.energy.EnergyVariant;
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.atoms.EncoderStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.plot.AutoencoderRecords;
import io.github.sparsej.imagej.plot.EnergyPlots;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Provenance;

/** Learns codes, a dictionary and an encoder that foretells the codes together, from patches of an image, inside its selection if it has one. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Energy Autoencoder...", description = "Learns sparse codes, a dictionary and an encoder that foretells the codes together", initializer = SparseJCommand.PREPARE)
public final class EnergyAutoencoder extends SparseJCommand {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;
	private static final int MOST_ITERATIONS = 1 << 20;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Which slices patches are cut from")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance, or patches of all channels jointly, or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Patch size (px)", min = "2", persist = false, description = "Width and height of the patches, and of the atoms")
	private Integer patchsize = 12;

	@Parameter(label = "Patches (0 = all side by side)", min = "0", persist = false, description = "Above 0: so many of random places")
	private Integer patches = 0;

	@Parameter(label = "Remove the mean of each patch", persist = false, description = "It is kept apart when an image is encoded; learning is faster then, and codes are sparser")
	private Boolean removemean = false;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Network and learning"), label = "Atoms", min = "1", persist = false, description = "At most as many as there are patches")
	private Integer atoms = EnergyOptions.DEFAULT.atoms();

	@Parameter(label = "Weight of the data", persist = false, description = "Of half the squared residual, beside the sum of absolute coefficients; grey values are 0 to 1")
	private Double datalambda = EnergyOptions.DEFAULT.dataLambda();

	@Parameter(label = "Weight of the encoder", persist = false, description = "Of half the squared difference between codes and what the encoder foretells")
	private Double encoderlambda = EnergyOptions.DEFAULT.encoderLambda();

	@Parameter(label = "Iterations", min = "1", persist = false, description = "Each a step of codes, dictionary and encoder")
	private Integer iterations = EnergyOptions.DEFAULT.iterations();

	@Parameter(label = "Tolerance (0-1)", persist = false, description = "Relative change of its objective at which a step ends")
	private Double tolerance = EnergyOptions.DEFAULT.tolerance();

	@Parameter(label = "Variant", choices = { EnergyVariant.CORRECT_NAME, EnergyVariant.AS_PUBLISHED_NAME }, persist = false, description = "As published: what the author's notebook computes, for comparison")
	private String variant = EnergyOptions.DEFAULT.variant().label();

	@Parameter(label = "Seed", persist = false, description = "Of the first weights, and of the places of patches")
	private Integer seed = 42;

	@Parameter(label = "Show curves and pictures", persist = false, description = "Opens plots of the objective and of how sparse codes are, and a mosaic")
	private Boolean curves = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus encoder;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Override
	List<String> firstInputs() {
		return List.of("scope", "patchsize", "patches", "atoms", "datalambda", "encoderlambda", "iterations");
	}

	@Override
	void execute(final ProgressBar progress) {
		final boolean show = Check.flag("curves", curves);
		final EnergyPatches source = new EnergyPatches(image, scope, color, patchsize, patches, removemean);
		final EnergyOptions options = options();
		// Not the learner's own seed: its draws must not repeat those of the patches.
		final AutoencoderData data = source.read(options, new SplittableRandom(seed).nextLong(), progress.part(0, PREPARATION));
		final EnergyResult result = new EnergyLearner(options, parallel()).learnWithCodes(data.signals(), progress.part(PREPARATION, 1));
		final FeedForwardModel network = FeedForwardModel.of(result.autoencoder().network(), data.shape()).withEnergy(options.weights());
		final String title = Titles.base(image);
		LearningNotes.tellStopped(title, result.autoencoder().complete());
		row(result).show();
		cite(EnergyLearner.CITATION);
		if (show) {
			EnergyPlots.all(title, result).forEach(Plots::show);
			EnergyPlots.sparsity(title + "-sparsity", result.codes()).show();
		}
		encoder = EncoderStacks.toImage(title + "-encoder", network.settings(), data.shape(), image.getCalibration());
		learned = AtomStacks.toImage(title + "-atoms", data.model(network, provenance(options, data, result.autoencoder())), image.getCalibration());
	}

	private EnergyOptions options() {
		if (tolerance == null || !(tolerance > 0 && tolerance < 1)) throw new IllegalArgumentException("tolerance=" + tolerance + ": a number above 0 and below 1 is needed");
		return new EnergyOptions(Check.range("atoms", atoms, 1, PatchSource.MOST_PATCHES), Check.positive("datalambda", datalambda), Check.positive("encoderlambda", encoderlambda), Check.range("iterations", iterations, 1, MOST_ITERATIONS), tolerance,
			EnergyOptions.DEFAULT.maxInner(), EnergyVariant.named(Check.choice("variant", variant, EnergyVariant.CORRECT_NAME, EnergyVariant.AS_PUBLISHED_NAME)), Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE));
	}

	private ResultsRow row(final EnergyResult result) {
		final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Variant", variant).add("Patches", (long) result.codes().count()).add("Atoms", (long) atoms).add("Iterations", (long) result.iterations().size());
		AutoencoderRecords.addTo(row, result.autoencoder().figures());
		return row;
	}

	/** With the curves of the outer iterations alone: those of the steps have a value an inner iteration. */
	private Provenance provenance(final EnergyOptions options, final AutoencoderData data, final AutoencoderResult result) {
		final Map<String, String> words = data.inWords();
		words.putAll(options.inWords());
		final List<LearningCurve> outer = result.curves().stream().filter(curve -> EnergyCurves.isOuter(curve.quantity())).toList();
		return new Provenance("Energy auto-encoder", words, seed, image.getTitle(), outer, result.complete());
	}
}
