package io.github.sparsej.command;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.DictionaryStatistics;
import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.imagej.Plots;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.ResultsRow;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageCoder;

/** Coherence and norms of a dictionary and, where an image is named, how its patches use the atoms. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Dictionary Statistics...", initializer = SparseJCommand.PREPARE)
public final class MeasureDictionary extends SparseJCommand {

	/** Patches a third of their width apart tell the use of atoms as well as all of them. */
	private static final int STRIDE_SHARE = 3;

	@Parameter(label = "Dictionary", required = false)
	private ImagePlus dictionary;

	@Parameter(label = "Image", required = false, persist = false, description = "Title of an open image whose patches are encoded to see how they use the atoms; empty for none")
	private String image = "";

	@Override
	List<String> titleInputs() {
		return List.of("image");
	}

	@Override
	void execute(final ProgressBar progress) {
		final SparseModel model = AtomStacks.read(Check.image(dictionary));
		final ResultsRow row;
		if (image == null || image.isBlank()) row = row(DictionaryStatistics.of(model.dictionary()), model);
		else {
			final ImagePlus source = Titles.find("image", image);
			final ImageCode code = new ImageCoder(model, Math.max(1, model.shape().width() / STRIDE_SHARE), parallel()).encode(SourceImages.forModel(source, model), progress);
			if (progress.stopped()) return;
			final DictionaryStatistics statistics = DictionaryStatistics.of(model.dictionary(), code.codes());
			row = row(statistics, model).add("Image", source.getTitle()).add("Patches", code.codes().count())
				.add("Unused atoms", statistics.unusedAtoms()).add("Entropy of use (0-1)", statistics.useEntropy());
			Plots.show(Plots.useOfAtoms(Titles.without(dictionary, "-atoms") + "-use", statistics.useCounts(), code.codes().count()));
		}
		row.show();
	}

	private ResultsRow row(final DictionaryStatistics statistics, final SparseModel model) {
		final DoubleSummaryStatistics norms = Arrays.stream(AtomStacks.norms(dictionary, model.shape())).summaryStatistics();
		return new ResultsRow().add("Dictionary", dictionary.getTitle()).add("Atoms", statistics.atomCount()).add("Coherence", statistics.coherence())
			.add("Smallest norm", norms.getMin()).add("Largest norm", norms.getMax());
	}
}
