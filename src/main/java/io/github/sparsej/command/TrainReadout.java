package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.NetworkCoder;
import io.github.sparsej.convolve.readout.Confusion;
import io.github.sparsej.convolve.readout.ReadoutOptions;
import io.github.sparsej.convolve.readout.ReadoutResult;
import io.github.sparsej.convolve.readout.ReadoutTrainer;
import io.github.sparsej.convolve.readout.SoftmaxReadout;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.result.ConfusionImages;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.SparseCodes;

/** Trains, or tests, what tells the classes of slices by the pooled coefficients of placed atoms. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Train Read-out...", description = "Trains, or tests, what tells the classes of slices by their convolutional codes", initializer = SparseJCommand.PREPARE)
public final class TrainReadout extends SparseJCommand {

	/** Share of the progress that coding has. */
	private static final double CODING = 0.8;

	@Parameter(label = "Image", required = false, description = "A labelled stack: the label of a slice names its class; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open convolutional dictionary or network")
	private String dictionary = "";

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Pooling (px)", min = "1", persist = false, description = "Side of the cells of a map of the last layer in which coefficients are pooled")
	private Integer pooling = 4;

	@Parameter(label = "Test share (0-1)", min = "0", max = "1", persist = false, description = "Of the slices of each class; 1: nothing is trained, the read-out that the dictionary has is tested")
	private Double test = 0.2;

	@Parameter(label = "Penalty", min = "0", persist = false, description = "Weight of half the squared weights")
	private Double penalty = ReadoutOptions.STANDARD.l2();

	@Parameter(label = "Iterations", min = "1", persist = false, description = "Most iterations of L-BFGS")
	private Integer iterations = ReadoutOptions.STANDARD.maxIterations();

	@Parameter(label = "Seed", persist = false, description = "Of the choice of slices for the test")
	private Integer seed = 42;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus confusion;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus trained;

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final double share = Check.range("test", test, 0, 1);
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final ReadoutOptions options = new ReadoutOptions(Check.range("penalty", penalty, 0, 1e30), Check.range("iterations", iterations, 1, 1 << 24), share < 1 ? 1 - share : 1, seed);
		final ImagePlus stack = AtomStacks.find("dictionary", dictionary);
		final ConvolutionalNetwork given = NetworkOf.convolutional(stack);
		if (share == 1 && given.readout().isEmpty()) throw new IllegalArgumentException("test=1: " + stack.getTitle() + " has no read-out to be tested; a test share below 1 trains one");
		final ConvolutionalNetwork network = share == 1 ? given : given.pooled(Check.range("pooling", pooling, 1, 1 << 15));
		final SourceSeries series = ModelSource.of(image, Keys.ALL_SLICES, color, network.layers().get(0).dictionary().shape());
		final List<String> labels = labels(series);
		Memory.require(Float.BYTES * (2L * series.count() * series.channels() + (long) network.layers().get(0).dictionary().atomCount() * parallel().threads()) * series.width() * series.height(), "use fewer slices");
		FiniteSlices.require(image, series.asList());
		final Optional<SparseCodes> features = new NetworkCoder(network, parallel()).features(series.asList(), progress.part(0, CODING));
		if (features.isEmpty()) return;
		if (share == 1) tested(network.readout().get(), features.get(), labels, stack);
		else trained(network, new ReadoutTrainer(options, parallel()).train(features.get(), labels, progress.part(CODING, 1)), features.get(), stack);
	}

	/** The class of each slice. */
	private List<String> labels(final SourceSeries series) {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < series.count(); i++) {
			final String label = series.label(i);
			if (label == null || label.isBlank()) throw new IllegalArgumentException("slice " + (i + 1) + " of " + image.getTitle() + " has no label: the labels of slices name their classes");
			labels.add(label.lines().findFirst().orElseThrow().strip());
		}
		return labels;
	}

	private void tested(final SoftmaxReadout readout, final SparseCodes features, final List<String> labels, final ImagePlus stack) {
		if (features.atomCount() != readout.features())
			throw new IllegalArgumentException("test=1: the read-out of " + stack.getTitle() + " tells classes by " + readout.features() + " values, but slices of " + image.getWidth() + " x " + image.getHeight() + " px have " + features.atomCount());
		final int[] truth = labels.stream().mapToInt(readout.classes()::indexOf).toArray();
		for (int i = 0; i < truth.length; i++) if (truth[i] < 0) throw new IllegalArgumentException("test=1: slice " + (i + 1) + " of " + image.getTitle() + " is labelled '" + labels.get(i) + "'; the read-out knows " + readout.classes());
		final Confusion found = new Confusion(readout.classes(), truth, readout.classify(features));
		row(features, readout.classes().size(), stack).add("Train images", 0L).add("Train accuracy", Double.NaN).add("Test images", found.total()).add("Test accuracy", found.accuracy()).show();
		confusion = ConfusionImages.of(Titles.base(image) + "-confusion", List.of("test"), List.of(found));
	}

	private void trained(final ConvolutionalNetwork network, final ReadoutResult result, final SparseCodes features, final ImagePlus stack) {
		if (!result.complete()) Notes.say("the read-out is what had been learned when the training was stopped");
		row(features, result.readout().classes().size(), stack).add("Train images", result.train().total()).add("Train accuracy", result.train().accuracy())
			.add("Test images", result.test().total()).add("Test accuracy", result.test().accuracy()).show();
		confusion = ConfusionImages.of(Titles.base(image) + "-confusion", List.of("test", "train"), List.of(result.test(), result.train()));
		trained = AtomStacks.toImage(Titles.without(stack, "-atoms") + "-readout", ConvolutionalSettings.model(network.withReadout(result.readout())), stack.getCalibration());
	}

	private ResultsRow row(final SparseCodes features, final int classes, final ImagePlus stack) {
		return new ResultsRow().add("Image", image.getTitle()).add("Dictionary", stack.getTitle()).add("Classes", classes).add("Features", features.atomCount());
	}
}
