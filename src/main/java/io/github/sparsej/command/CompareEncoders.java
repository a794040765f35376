package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.ComparedEncoding;
import io.github.sparsej.analyze.EncoderComparison;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.plot.ComparisonPlots;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.SparseModel;

/** How well and how fast encoders describe patches of an image at the same sparseness. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Compare Encoders...", description = "Compares how well and how fast encoders describe patches at the same sparseness", initializer = SparseJCommand.PREPARE)
public final class CompareEncoders extends SparseJCommand {

	private static final int MOST_POINTS = 100;

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open stack of atoms")
	private String dictionary = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Which slices patches are drawn from")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Encoders", persist = false, description = "Names of encoders as in Encode Image, with commas between them")
	private String encoders = "Matching pursuit,Orthogonal matching pursuit";

	@Parameter(label = "From (nonzeros per patch)", min = "1", persist = false, description = "Fewest nonzeros that encoders are compared at")
	private Integer from = 1;

	@Parameter(label = "To (nonzeros per patch)", min = "1", persist = false, description = "Most nonzeros that encoders are compared at")
	private Integer to = 20;

	@Parameter(label = "Points", min = "1", persist = false, description = "Numbers of nonzeros between these, in equal ratios")
	private Integer points = 6;

	@Parameter(label = "Patches", min = "1", persist = false, description = "How many patches are drawn at random places")
	private Integer patches = 2000;

	@Parameter(label = "Mixing (0-1, elastic net)", min = "0.001", max = "1", persist = false, description = "Share of the absolute values; the rest goes to the squares")
	private Double mixing = EncoderKeys.DEFAULT.mixing();

	@Parameter(label = "Nonnegative coefficients", persist = false, description = "Only values of 0 and more")
	private Boolean nonnegative = false;

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Override
	List<String> firstInputs() {
		return List.of("dictionary", "encoders", "from", "to", "points", "patches");
	}

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final List<EncoderKind> kinds = kinds();
		final SparseModel model = AtomStacks.read(AtomStacks.find("dictionary", dictionary));
		Check.range("from", from, 1, EncoderKeys.MOST_NONZEROS);
		Check.range("to", to, from, EncoderKeys.MOST_NONZEROS);
		Check.range("points", points, 1, MOST_POINTS);
		Check.range("patches", patches, 1, Integer.MAX_VALUE);
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final EncoderParameters parameters = EncoderParameters.DEFAULT.withPenalty(EncoderParameters.DEFAULT.penalty().withMixing(Check.range("mixing", mixing, EncoderKeys.LEAST_MIXING, 1)))
			.withNonnegative(Check.flag("nonnegative", nonnegative));
		Memory.require(4L * Float.BYTES * patches * model.shape().length(), "use fewer patches");
		final EncoderComparison comparison = new EncoderComparison(ModelPatches.ofSelection(image, ModelSource.of(image, scope, color, model.shape()), model, patches, seed, progress), model.dictionary(), model.homeostasis(), parallel());
		final List<ComparedEncoding> measured = new ArrayList<>();
		final List<Integer> steps = EncoderComparison.steps(from, to, points);
		final int all = kinds.size() * steps.size();
		for (int i = 0; i < all; i++) {
			final Optional<ComparedEncoding> point = comparison.measure(kinds.get(i / steps.size()), parameters, steps.get(i % steps.size()), progress.part((double) i / all, (i + 1.0) / all));
			if (point.isEmpty()) break; // stopped: what is measured is shown
			measured.add(point.get());
			row(point.get()).show();
		}
		if (measured.isEmpty()) return;
		Plots.show(ComparisonPlots.residualAgainstNonzeros(Titles.base(image) + "-residual-nonzeros", measured));
		Plots.show(ComparisonPlots.residualAgainstTime(Titles.base(image) + "-residual-time", measured));
	}

	private List<EncoderKind> kinds() {
		if (encoders == null || encoders.isBlank()) throw new IllegalArgumentException("'encoders' is missing: names of encoders with commas between them are needed");
		return Arrays.stream(encoders.split(",")).map(String::strip).map(CompareEncoders::kind).distinct().toList();
	}

	private static EncoderKind kind(final String name) {
		if (NetworkEncoder.named(name).isPresent()) throw new IllegalArgumentException("encoders=[" + name + "]: it cannot be asked for a number of nonzeros, at which encoders are compared; a network has the one code it has learned");
		return EncoderKind.named(Check.choice("encoders", name, EncoderChoice.names()));
	}

	private ResultsRow row(final ComparedEncoding point) {
		return new ResultsRow().add("Image", image.getTitle()).add("Encoder", point.encoder()).add("Nonzeros asked for", point.asked()).add("Lambda", point.lambda())
			.add("Nonzeros per patch", point.nonzeros()).add("Residual (share of l2 norm)", point.residual()).add("Time (us/patch)", point.microseconds());
	}
}
