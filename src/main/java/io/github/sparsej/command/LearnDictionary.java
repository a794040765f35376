package io.github.sparsej.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.imagej.LearningImages;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Plots;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.model.SparseModel;

/** Learns a dictionary from patches of an image, inside its selection if it has one. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Learn Dictionary...", initializer = SparseJCommand.PREPARE)
public final class LearnDictionary extends LearningCommand {

	@Parameter(label = "Show the learning curve", persist = false)
	private Boolean curves = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Override
	void execute(final ProgressBar progress) {
		final ModelSettings settings = settings();
		final boolean plot = Check.flag("curves", curves);
		final LearningImages images = images(settings);
		final LearnedModel result = new ModelLearning(settings, parallel()).learn(images.volumes(), images.regions(), images.source(), progress);
		final SparseModel model = result.model();
		final String title = images.title();
		if (result.refusedPlaces() > 0) Notes.say(result.refusedPlaces() + " places of patches were left out: pixels there are NaN or infinite");
		if (result.replacedAtoms() > 0) Notes.say(result.replacedAtoms() + " times an atom that no patch used was replaced by the worst-coded patch");
		if (!model.provenance().complete()) Notes.say(title + "-atoms is what had been learned when the learning was stopped");
		if (plot) Plots.show(Plots.learningCurve(title + "-learning-curve", model.provenance().curves().get(0)));
		learned = AtomStacks.toImage(title + "-atoms", model, images.calibration());
	}
}
