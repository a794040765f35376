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
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.atoms.EncoderStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.plot.AutoencoderPlots;
import io.github.sparsej.imagej.plot.AutoencoderRecords;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoFilter;

/** Learns an auto-encoder of sparse hidden units from patches of an image, inside its selection if it has one, or from whole slices. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Sparse Autoencoder...", description = "Learns an encoder and a decoder of patches whose hidden units are rarely active", initializer = SparseJCommand.PREPARE)
public final class SparseAutoencoder extends SparseJCommand {

	/** Share of the progress before learning begins. */
	private static final double PREPARATION = 0.05;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Kind", choices = { AutoencoderKind.SIGMOID_NAME, AutoencoderKind.RELU_NAME, AutoencoderKind.TIED_NAME }, callback = "takeKind", persist = false, description = "Sets hidden units, iterations, eta and lambda to what suits patches of most images; then change what you like")
	private String kind = AutoencoderKind.SIGMOID_NAME;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Which slices patches are drawn from")
	private String scope = PatchSource.SCOPE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance, or patches of all channels jointly, or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Patch size (px, 0 = whole slices)", min = "0", persist = false, description = "0: every slice of the stack is one signal, as of a stack of faces")
	private Integer patchsize = 8;

	@Parameter(label = "Patches", min = "1", persist = false, description = "Of all slices together; not used with whole slices")
	private Integer patches = PatchSource.PATCHES;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Network and learning"), label = "Hidden units", min = "1", persist = false, description = "At most as many as there are patches")
	private Integer hidden = AutoencoderKeys.DEFAULT.hidden();

	@Parameter(label = "Iterations", min = "1", persist = false, description = "ReLU: steps, each from one batch; the others: most iterations of L-BFGS")
	private Integer iterations = AutoencoderKeys.DEFAULT.iterations();

	@Parameter(label = "Seed", persist = false, description = "Of the places of patches and the first weights")
	private Integer seed = AutoencoderKeys.DEFAULT.seed();

	@Parameter(label = "Start (auto-encoder to go on from)", required = false, persist = false, description = "Title of the open atoms of an auto-encoder of this kind, patch size and number of hidden units; empty for random weights")
	private String start = "";

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "ReLU"), label = "Lambda", min = "0", persist = false, description = "Weight of the sum of activities; that of the decoder's squares is the same, that of the entropy term a hundredth")
	private Double lambda = AutoencoderKeys.DEFAULT.lambda();

	@Parameter(label = "Batch (patches)", min = "1", persist = false, description = "Patches of a step (ReLU)")
	private Integer batch = AutoencoderKeys.DEFAULT.batch();

	@Parameter(label = "Step size eta", persist = false, description = "Of Adam: about the change of a weight per step")
	private Double eta = AutoencoderKeys.DEFAULT.eta();

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Sigmoid KL"), label = "Sparsity (0-1)", persist = false, description = "Mean activity that each hidden unit is drawn to")
	private Double sparsity = AutoencoderKeys.DEFAULT.sparsity();

	@Parameter(label = "Weight of the sparsity beta", min = "0", persist = false, description = "How strongly mean activities are drawn to the sparsity (sigmoid KL)")
	private Double beta = AutoencoderKeys.DEFAULT.beta();

	@Parameter(label = "Weight decay", min = "0", persist = false, description = "Price of half the squared weights (sigmoid KL)")
	private Double decay = AutoencoderKeys.DEFAULT.decay();

	@Parameter(label = "Error function", choices = { AutoencoderKeys.SQUARED, AutoencoderKeys.GAUSSIAN, AutoencoderKeys.NOISY_LABELS, AutoencoderKeys.TANGENT }, persist = false, description = "What is minimised of the difference between patch and reconstruction")
	private String error = AutoencoderKeys.SQUARED;

	@Parameter(label = "Estimates of the covariance (Gaussian)", min = "1", persist = false, description = "How often the covariance of residuals is estimated anew (error function Gaussian)")
	private Integer turns = AutoencoderKeys.DEFAULT.turns();

	@Parameter(label = "Flipped values (noisy labels)", min = "0", persist = false, description = "Share of values that are expected to be wrong, below 0.5")
	private Double flips = AutoencoderKeys.DEFAULT.flips();

	@Parameter(label = "Weight of tangents", min = "0", persist = false, description = "How little the output shall change when a patch is shifted, turned or scaled a little")
	private Double tangents = AutoencoderKeys.DEFAULT.tangents();

	@Parameter(label = "Show curves and pictures", persist = false, description = "Opens plots of learning and of sorted activities, and a mosaic")
	private Boolean curves = true;

	@Parameter(label = "Compare with (auto-encoder)", required = false, persist = false, description = "Title of the open atoms of another auto-encoder, whose activities are plotted beside; empty for none")
	private String compare = "";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus encoder;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Override
	List<String> firstInputs() {
		return List.of("kind", "scope", "patchsize", "patches", "hidden", "iterations", "lambda", "sparsity", "beta");
	}

	@Override
	List<String> titleInputs() {
		return List.of("start", "compare");
	}

	/** Called by a dialog when a kind is chosen. */
	protected void takeKind() {
		take(AutoencoderKind.named(kind).shown());
	}

	@Override
	void execute(final ProgressBar progress) {
		final boolean show = Check.flag("curves", curves);
		final AutoencoderKind chosen = AutoencoderKind.named(kind);
		final PatchSource source = new PatchSource(image, scope, color, patchsize, patches);
		final PatchShape shape = source.shape();
		final AutoencoderKeys keys = new AutoencoderKeys(hidden, iterations, batch, eta, lambda, sparsity, beta, decay, error, turns, flips, tangents, seed);
		keys.requireHidden(source.count());
		final NetworkStart begin = NetworkStart.of(start, chosen, shape, hidden);
		final AutoencoderChoice choice = chosen.choice(keys, shape, source.count(), begin.network(), parallel());
		final ComparedActivities compared = ComparedActivities.of(compare, shape);
		keys.tell(chosen);
		begin.tell();
		source.requireMemory(choice.bytesNeeded());
		// Not the learner's own seed: its draws must not repeat those of the patches.
		final Signals drawn = source.sample(new SplittableRandom(seed).nextLong(), progress.part(0, PREPARATION));
		final AutoencoderData data = new AutoencoderData(drawn, shape, NoFilter.INSTANCE, begin.whitening(choice.whitening()).fit(drawn, progress.part(PREPARATION, PREPARATION)));
		final AutoencoderResult result = choice.learner().learn(data.signals(), progress.part(PREPARATION, 1));
		final FeedForwardModel network = FeedForwardModel.of(result.network(), shape);
		final SparseModel model = data.model(network, provenance(choice, begin, data, result));
		final String title = Titles.base(image);
		LearningNotes.tellStopped(title, result.complete());
		if (progress.stopped() && result.complete()) Notes.say("stopped after " + title + "-atoms had been learned: what compares it with other ways is left out");
		row(result).show();
		cite(chosen.citation());
		if (show) {
			AutoencoderPlots.curves(title, result.curves()).forEach(Plots::show);
			Plots.show(compared.plot(title + "-sorted-activations", title + "-atoms", model, drawn));
			chosen.picture(title, network, image.getCalibration()).ifPresent(ImagePlus::show);
		}
		encoder = EncoderStacks.toImage(title + "-encoder", network.settings(), shape, image.getCalibration());
		learned = AtomStacks.toImage(title + "-atoms", model, image.getCalibration());
	}

	private ResultsRow row(final AutoencoderResult result) {
		final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Kind", kind).add("Hidden units", (long) hidden);
		AutoencoderRecords.addTo(row, result.figures());
		return row;
	}

	private Provenance provenance(final AutoencoderChoice choice, final NetworkStart begin, final AutoencoderData data, final AutoencoderResult result) {
		final Map<String, String> words = data.inWords();
		words.putAll(choice.words());
		begin.addTo(words);
		return new Provenance(kind + " auto-encoder", words, seed, image.getTitle(), result.curves(), result.complete());
	}
}
