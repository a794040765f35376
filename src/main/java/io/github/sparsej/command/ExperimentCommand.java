package io.github.sparsej.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

import io.github.sparsej.analyze.experiment.Experiment;
import io.github.sparsej.analyze.experiment.ExperimentRun;
import io.github.sparsej.analyze.experiment.FinishedRun;
import io.github.sparsej.analyze.experiment.RunCache;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.result.ExperimentRows;
import io.github.sparsej.imagej.source.LearningImages;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.record.Recording;

/**
 * What commands that learn many dictionaries share: the keys of Learn Dictionary and of experiments, a Results row as each
 * run finishes, and the files of results.
 */
abstract class ExperimentCommand extends LearningCommand {

	private static final int MOST_SEEDS = 1000;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Runs"), label = "Methods", persist = false, description = "Names of homeostasis with commas between them; EMP@0.05 is EMP of strength alpha 0.05")
	private String methods = "None,OLS,HEH";

	@Parameter(label = "Seeds (runs per method)", min = "1", persist = false, description = "Every method is learned so many times, with the seed and those after it")
	private Integer seeds;

	@Parameter(label = "Batches between records", min = "1", persist = false, description = "The dictionary and its codes are measured after each of so many batches")
	private Integer every = Recording.PUBLISHED.every();

	@Parameter(label = "Record to plot", choices = { "F", "F 2018", "error", "qerror", "entropy", "logL", "MI", "MC", "perror", "seconds" }, persist = false, description = "What is drawn over time; the page of Learn Dictionary explains each")
	private String record = "F";

	@Parameter(label = "Cache (folder, empty = none)", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false, description = "Finished runs are kept there, and read instead of made again")
	private String cache = "";

	@Parameter(label = "Output (folder, empty = none)", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false, description = "For the results as CSV and the plots as PNG")
	private String output = "";

	/** @param seeds how many by default */
	ExperimentCommand(final int seeds) {
		this.seeds = seeds;
	}

	/** Key homeostasis, which key methods takes the place of, is not asked for. */
	@Override
	protected void prepareInputs() {
		getInfo().getMutableInput("homeostasis", String.class).setVisibility(ItemVisibility.INVISIBLE);
		super.prepareInputs();
	}

	@Override
	boolean varies(final String key) {
		return key.equals("homeostasis");
	}

	/** The name of the record to plot. */
	final String record() {
		return Check.choice("record", record, getInfo().getInput("record").getChoices().toArray(String[]::new));
	}

	/**
	 * The runs of all methods and seeds, from the same patches.
	 *
	 * @param parameter a key that has another value in these runs; empty for none
	 */
	final List<ExperimentRun> runs(final String parameter, final Object value) {
		final Map<String, Object> varied = parameter.isEmpty() ? Map.of() : Map.of(parameter, value);
		final ModelSettings patches = settings(varied);
		final int firstSeed = (int) patches.learner().seed();
		Check.range("seeds", seeds, 1, (int) Math.min(MOST_SEEDS, (long) Integer.MAX_VALUE - firstSeed + 1));
		final Recording recording = new Recording(Check.range("every", every, 1, Integer.MAX_VALUE), Recording.PUBLISHED.signals());
		final List<ExperimentRun> runs = new ArrayList<>();
		for (final Method method : Method.parse(methods)) {
			if (method.keys().containsKey(parameter)) throw new IllegalArgumentException("methods=[" + method.label() + "]: " + parameter + " is what is varied");
			for (int i = 0; i < seeds; i++) {
				final Map<String, Object> keys = new HashMap<>(varied);
				keys.putAll(method.keys());
				keys.put("seed", firstSeed + i);
				runs.add(new ExperimentRun(method.label(), parameter, parameter.isEmpty() ? "" : value.toString(), recorded(patches.withLearner(settings(keys).learner()), recording)));
			}
		}
		return runs;
	}

	/** What the keys would ask for with other values of some. */
	private ModelSettings settings(final Map<String, Object> others) {
		final Map<String, Object> before = new HashMap<>();
		others.forEach((key, value) -> {
			before.put(key, getInput(key));
			setInput(key, value);
		});
		try {
			return settings();
		}
		finally {
			before.forEach(this::setInput);
		}
	}

	/** The finished ones of these runs, the title of the images they learned from, and where their files go. */
	record Outcome(String title, List<FinishedRun> runs, ResultFolder folder) {}

	/** Makes the runs or reads them; each gets a row of the Results as it comes, and all of them are written where key output asks for it. */
	final Outcome perform(final List<ExperimentRun> runs, final ProgressBar progress) throws IOException {
		final ResultFolder results = ResultFolder.of("output", output);
		final Optional<Path> kept = ResultFolder.of("cache", cache).path();
		final LearningImages images = images(runs.stream().map(ExperimentRun::settings).max(Comparator.comparingLong(ModelSettings::bytesNeeded)).orElseThrow(), progress);
		final List<FinishedRun> finished = new Experiment(runs, kept.map(folder -> RunCache.in(folder, Notes::say)).orElseGet(RunCache::none), parallel(), Memory.free())
			.perform(images.volumes(), images.regions(), run -> ExperimentRows.of(images.source(), run).show(), progress);
		if (finished.size() < runs.size()) Notes.say("stopped: " + finished.size() + " of " + runs.size() + " runs are finished, and kept");
		results.write(finished);
		return new Outcome(images.title(), finished, results);
	}
}
