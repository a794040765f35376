package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.plot.LearningRecords;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.source.LearningImages;
import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseModel;

/** Learns a dictionary from patches of an image, inside its selection if it has one. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Learn Dictionary...", description = "Learns a dictionary of atoms from patches of an image, inside its selection if it has one", initializer = SparseJCommand.PREPARE)
public final class LearnDictionary extends LearningCommand {

	private static final String ALL = "All";
	/** Share of coefficients beyond the reach of quantile functions that learning suffers from. */
	private static final double MUCH_SATURATION = 0.1;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Records over time"), label = "Batches between records (0 = none)", min = "0", persist = false, description = "Records measure the dictionary and its codes while it is learned")
	private Integer every = 0;

	@Parameter(label = "Record to plot", choices = { "F", "F 2018", "error", "qerror", "entropy", "logL", "MI", "MC", "perror", "seconds", AtomRecord.KURTOSIS, AtomRecord.VARIANCE, AtomRecord.PROBABILITY, ALL }, persist = false, description = "What is drawn over time; the page of Learn Dictionary explains each")
	private String record = "F";

	@Parameter(label = "Show the curves", persist = false, description = "Opens plots of what happened during the run")
	private Boolean curves = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Override
	List<String> firstInputs() {
		return withFolder(List.of("preset", "learner", "patchsize", "atoms", "patches", "whitening", "homeostasis", "nonzeros", "iterations"));
	}

	@Override
	void execute(final ProgressBar progress) {
		final boolean plot = Check.flag("curves", curves);
		Check.range("every", every, 0, Integer.MAX_VALUE);
		final List<String> records = Check.choice("record", record, getInfo().getInput("record").getChoices().toArray(String[]::new)).equals(ALL) ? LearningRecords.names() : List.of(record);
		final ModelSettings settings = every == 0 ? settings() : recorded(settings(), new Recording(every, Recording.PUBLISHED.signals()));
		final LearningImages images = images(settings, progress);
		final LearnedModel result = new ModelLearning(settings, parallel()).learn(images.volumes(), images.regions(), images.source(), progress);
		final SparseModel model = result.model();
		final String title = images.title();
		LearningNotes.tellRefused(result.refusedPlaces());
		LearningNotes.tell(result.result().replaced());
		if (model.homeostasis().selectsByQuantiles()) tellSaturation(model.homeostasis().quantiles().orElseThrow());
		LearningNotes.tellStopped(title, model.provenance().complete());
		if (plot) Plots.show(Plots.learningCurve(title + "-learning-curve", model.provenance().curves().get(0)));
		if (plot) LearningRecords.plots(title, result.result(), records).forEach(Plots::show);
		if (every > 0) LearningRecords.last(title + "-atoms", result.result()).show();
		learned = AtomStacks.toImage(title + "-atoms", model, images.calibration());
	}

	private static void tellSaturation(final QuantileFunctions quantiles) {
		if (quantiles.saturation() > MUCH_SATURATION)
			Notes.say("scale=" + quantiles.scale() + ": " + Math.round(100 * quantiles.saturation()) + " % of the coefficients are more than three times as large, and selection by quantile functions hardly tells these apart; use a scale near the usual size of coefficients");
	}
}
