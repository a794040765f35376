package io.github.sparsej.command;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.DictionaryStatistics;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.imagej.plot.AtomCurves;
import io.github.sparsej.imagej.plot.AtomPlots;
import io.github.sparsej.imagej.plot.LearnedUse;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.learn.record.CoefficientMoments;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.restore.ImageCoder;

/** Coherence and norms of a dictionary and, where an image is named, how its patches use the atoms. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Dictionary Statistics...", description = "Measures coherence and norms of a dictionary and how an image uses its atoms", initializer = SparseJCommand.PREPARE)
public final class MeasureDictionary extends SparseJCommand {

	/** Patches a third of their width apart tell the use of atoms as well as all of them. */
	private static final int STRIDE_SHARE = 3;

	/** The excess kurtosis of any distribution with a spread is -2 or more. */
	private static final double NO_KURTOSIS = -2.5;

	private static final String USE = "Use", ALL = "All";

	@Parameter(label = "Dictionary", required = false, description = "The stack of atoms; the active one unless named")
	private ImagePlus dictionary;

	@Parameter(label = "Image", required = false, persist = false, description = "Title of an open image whose patches are encoded to see how they use the atoms, or of a code of Encode Convolutional; empty for none")
	private String image = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "Which slices of the image are encoded")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel, or all channels for atoms that have as many; Separate: every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(label = "Plots", choices = { USE, ALL }, persist = false, description = "All: also what the dictionary remembers of its learning, and with an image the variances of coefficients")
	private String plots = USE;

	@Override
	List<String> titleInputs() {
		return List.of("image");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(dictionary);
		final boolean all = Check.choice("plots", plots, USE, ALL).equals(ALL);
		final SparseModel model = AtomStacks.read(dictionary);
		if (image == null || image.isBlank()) {
			row(DictionaryStatistics.of(model.dictionary()), model).show();
			if (all) remembered(model.homeostasis());
			return;
		}
		final ImagePlus source = Titles.find("image", image);
		if (PlacedCodeImages.isCode(source)) {
			placed(new PlacedUse(source, dictionary, model.dictionary()), model, source, all);
			return;
		}
		if (model.encoder() instanceof ConvolutionalSettings)
			throw new IllegalArgumentException("image=[" + image + "]: " + dictionary.getTitle() + " is convolutional: encode the image with Encode Convolutional, and name its code in place of it");
		final SparseCodes codes = encode(ModelSource.of(source, scope, color, model.shape()), model, progress);
		if (progress.stopped()) return;
		if (SourceImages.hasRegion(source)) Notes.say("the selection of " + source.getTitle() + " is not used: the whole image was encoded");
		final DictionaryStatistics statistics = DictionaryStatistics.of(model.dictionary(), codes);
		final CoefficientMoments moments = CoefficientMoments.of(codes);
		row(statistics, model).add("Image", source.getTitle()).add("Patches", codes.count()).add("Unused atoms", statistics.unusedAtoms())
			.add("Entropy of use (0-1)", statistics.useEntropy()).add("Nonzeros per patch", (double) codes.nonzeros() / codes.count()).add("Mean kurtosis", meanKurtosis(moments)).show();
		Plots.show(AtomPlots.use(title("-use"), statistics.useCounts(), codes.count()));
		if (!all) return;
		Plots.show(AtomPlots.useHistogram(title("-use-histogram"), statistics.useCounts()));
		Plots.show(AtomPlots.activation(title("-activation"), Arrays.stream(statistics.useCounts()).asDoubleStream().toArray()));
		Plots.show(AtomPlots.variance(title("-variance"), moments.meanSquares()));
		Plots.show(AtomPlots.varianceHistogram(title("-variance-histogram"), moments.meanSquares()));
		quantiles(model.homeostasis());
	}

	private void placed(final PlacedUse use, final SparseModel model, final ImagePlus source, final boolean all) {
		use.addTo(row(DictionaryStatistics.of(model.dictionary()), model).add("Image", source.getTitle())).show();
		Plots.show(AtomPlots.placed(title("-use"), use.uses()));
		if (all) Plots.show(AtomPlots.activation(title("-activation"), use.uses()));
	}

	/** The codes of all images as learned. */
	private static SparseCodes encode(final SourceSeries series, final SparseModel model, final ProgressBar progress) {
		final ImageCoder coder = new ImageCoder(model, Math.max(1, model.shape().width() / STRIDE_SHARE), parallel());
		final SparseCodes[] codes = new SparseCodes[series.count()];
		for (int i = 0; i < codes.length; i++) codes[i] = coder.encode(series.read(i), progress.part((double) i / codes.length, (i + 1.0) / codes.length)).codes();
		return SparseCodes.concat(model.dictionary().atomCount(), codes);
	}

	/** What can be told of the use of atoms without encoding an image. */
	private void remembered(final HomeostasisState state) {
		final double[] use = LearnedUse.learned(state);
		final boolean used = Arrays.stream(use).anyMatch(share -> share > 0);
		if (!used && state.quantiles().isEmpty()) Notes.say(dictionary.getTitle() + " does not know how its atoms are used: name an image to see that");
		if (used) Plots.show(AtomPlots.activation(title("-activation"), use));
		quantiles(state);
	}

	private void quantiles(final HomeostasisState state) {
		state.quantiles().ifPresent(functions -> Plots.show(AtomCurves.quantiles(title("-quantiles"), functions)));
	}

	/** Of the atoms whose coefficients differ; others have none. */
	private static double meanKurtosis(final CoefficientMoments moments) {
		return Arrays.stream(moments.kurtosis()).filter(kurtosis -> kurtosis > NO_KURTOSIS).average().orElse(Double.NaN);
	}

	private String title(final String ending) {
		return Titles.without(dictionary, "-atoms") + ending;
	}

	private ResultsRow row(final DictionaryStatistics statistics, final SparseModel model) {
		final DoubleSummaryStatistics norms = Arrays.stream(AtomStacks.norms(dictionary, model.shape())).summaryStatistics();
		return new ResultsRow().add("Dictionary", dictionary.getTitle()).add("Atoms", statistics.atomCount()).add("Coherence", statistics.coherence())
			.add("Smallest norm", norms.getMin()).add("Largest norm", norms.getMax());
	}
}
