package io.github.sparsej.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.sparsej.analyze.sparsification.Sparsification;
import io.github.sparsej.analyze.sparsification.SparsificationHistory;
import io.github.sparsej.analyze.sparsification.SparsificationOptions;
import io.github.sparsej.analyze.sparsification.SparsificationTheory;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.plot.SparsificationPlots;
import io.github.sparsej.imagej.result.SparsificationRows;

/** Simulates how the weights of one neuron become sparse under a penalty, and shows it beside what theory expects. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Sparsification Dynamics...", description = "Simulates how the weights of one neuron become sparse, beside what theory expects", initializer = SparseJCommand.PREPARE)
public final class SparsificationDynamics extends SparseJCommand {

	private static final String TITLE = "sparsification";
	private static final int MOST_WEIGHTS = 1_000_000;
	/** With a larger one no weight outlives the first steps. */
	private static final double LEAST_LAMBDA = 1e-9, MOST_LAMBDA = 1;
	private static final double LEAST_STEP = 0.001, MOST_STEP = 0.99;
	/** Of lambda and step: the number of steps goes with its inverse, and some 10^10 of them take minutes. */
	private static final double LEAST_PRODUCT = 1e-10;
	/** The weights to begin with, those of the simulation and their sums, limits of both kinds of weights. */
	private static final long BYTES = 10 * Double.BYTES;

	@Parameter(label = "Weights", min = "2", max = "1000000", persist = false, description = "How many weights the neuron has")
	private Integer weights = SparsificationOptions.DEFAULT.weights();

	@Parameter(label = "Lambda", persist = false, description = "Price of the absolute value of a weight")
	private Double lambda = SparsificationOptions.DEFAULT.lambda();

	@Parameter(label = "Step (time)", min = "0.001", max = "0.99", persist = false, description = "Of time; from 1 on the simulation would diverge")
	private Double step = SparsificationOptions.DEFAULT.step();

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Parameter(label = "Show the curves", persist = false, description = "Opens plots of what happened during the run")
	private Boolean curves = true;

	@Override
	void execute(final ProgressBar progress) {
		final boolean plot = Check.flag("curves", curves);
		final SparsificationOptions options = new SparsificationOptions(Check.range("weights", weights, 2, MOST_WEIGHTS), Check.range("lambda", lambda, LEAST_LAMBDA, MOST_LAMBDA),
			Check.range("step", step, LEAST_STEP, MOST_STEP), Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE));
		if (options.lambda() * options.step() < LEAST_PRODUCT)
			throw new IllegalArgumentException("lambda=" + lambda + " step=" + step + ": their product must be at least " + LEAST_PRODUCT + ", as about 1 / product steps are needed");
		final Sparsification sparsification = new Sparsification(options);
		Memory.require(BYTES * weights, "use fewer weights");
		final double[] first = sparsification.firstWeights();
		final SparsificationHistory history = sparsification.run(first, progress);
		note(history);
		SparsificationRows.show(history);
		if (plot) SparsificationPlots.all(TITLE, history, first).forEach(Plots::show);
	}

	private static void note(final SparsificationHistory history) {
		switch (history.ending()) {
			case NO_WEIGHT_LEFT -> Notes.say("all weights that were left fell to 0 in the same step: use a smaller lambda (a single weight bears " + (float) SparsificationTheory.LARGEST_LAMBDA
				+ " at most), more weights or a smaller step");
			case STALLED -> Notes.say("the largest weights are so much alike that they do not part: use another seed");
			case CANCELLED -> Notes.say("the simulation was stopped: what is shown is its beginning");
			default -> {}
		}
	}
}
