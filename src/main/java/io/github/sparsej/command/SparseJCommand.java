package io.github.sparsej.command;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.IJ;
import ij.ImagePlus;

import io.github.sparsej.imagej.MacroMode;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.ThreadCount;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.bridge.CommandDialogs;
import io.github.sparsej.imagej.bridge.RunnableByName;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * What all commands share: inputs left out in a macro take their defaults and never open a dialog, what is wrong with an
 * input ends in one message, results are published where Fiji does not do it, and the status bar is cleaned up.
 */
abstract class SparseJCommand extends DynamicCommand implements RunnableByName {

	/** The initializer that every command names in its annotation. */
	static final String PREPARE = "prepareInputs";

	static final String MENU = "Plugins>SparseJ>";

	/** Inputs that name stacks of atoms. */
	private static final Set<String> ATOMS = Set.of("dictionary", "start", "compare");

	private final Set<String> given = new HashSet<>();
	private final Set<String> methods = new LinkedHashSet<>();
	private final AdvancedInputs advanced = new AdvancedInputs(this);

	/** Whether another command runs this one, which asks, shows and reports in its place. */
	private boolean inside;
	private Consumer<ResultsRow> rows = ResultsRow::show;
	private Progress listener = Progress.NONE;

	@Parameter(required = false)
	private ThreadService threads;

	/**
	 * The work of the command.
	 *
	 * @throws IllegalArgumentException with the message for the user, if an input does not do
	 * @throws IOException              with the message for the user, if a file does not do
	 */
	abstract void execute(ProgressBar progress) throws IOException;

	/** Names of the String inputs that name an open image by its title; the dialog offers those that are open. */
	List<String> titleInputs() {
		return List.of();
	}

	@Override
	public final List<String> imagesByTitle() {
		return titleInputs();
	}

	@Override
	public final void tellProgress(final Progress progress) {
		listener = progress;
	}

	/** Names of the inputs that a dialog shows at first, beside images; the others are behind a button. Empty for all. */
	List<String> firstInputs() {
		return List.of();
	}

	/** Sets inputs that nobody named, where others say what they are to be. Called before they take their defaults, or are shown in a dialog. */
	void completeInputs() {}

	/**
	 * Checks what can be checked before there is an image, for commands that a batch runs.
	 *
	 * @throws IllegalArgumentException with the message for the user, if an input does not do
	 */
	void checkKeys() {}

	/** Shows a row of results, or gives it to the command that runs this one. */
	final void show(final ResultsRow row) {
		rows.accept(row);
	}

	/** Makes this ready to be run by another command: inputs left out take their defaults, nothing is asked. */
	final void prepareInside() {
		inside = true;
		prepareInputs();
	}

	/**
	 * Runs for another command: what is wrong is thrown, nothing is shown.
	 *
	 * @param figures gets the rows of results
	 * @return the images made
	 */
	final List<ImagePlus> runInside(final ProgressBar progress, final Consumer<ResultsRow> figures) throws IOException {
		rows = figures;
		execute(progress);
		final List<ImagePlus> results = new ArrayList<>();
		for (final ModuleItem<?> output : getInfo().outputs()) if (getOutput(output.getName()) instanceof ImagePlus result) results.add(result);
		return results;
	}

	/** Called by SciJava after a macro's values have been set and before a dialog would be made. */
	protected void prepareInputs() {
		final boolean asks = asks();
		for (final String name : titleInputs()) {
			final List<String> titles = ATOMS.contains(name) ? AtomStacks.titles() : new ArrayList<>(List.of(Titles.open()));
			if (!getInfo().getInput(name).isRequired()) titles.add(0, "");
			if (!titles.isEmpty()) getInfo().getMutableInput(name, String.class).setChoices(titles);
		}
		completeInputs();
		for (final ModuleItem<?> input : getInfo().inputs()) {
			if (asks || isInputResolved(input.getName())) given.add(input.getName());
			// What is missing or no number is said by execute(), which names the key; SciJava would cancel without a word.
			getInfo().getMutableInput(input.getName(), input.getType()).setRequired(false);
			if (!asks) resolveInput(input.getName());
		}
		if (asks) shorten();
	}

	private void shorten() {
		if (!firstInputs().isEmpty()) advanced.hideAllBut(firstInputs(), "askAdvanced");
		if (CommandDialogs.areOfSciJava(getContext())) advanced.addHelp("showHelp");
	}

	/** Called by a dialog when its button is pressed. */
	protected void askAdvanced() {
		try {
			if (CommandDialogs.askAdvanced(this, advanced.names())) advanced.see();
		}
		catch (final IllegalArgumentException e) {
			IJ.error(name(), e.getMessage());
		}
	}

	/** Called by a dialog when its button is pressed. */
	protected void showHelp() {
		CommandDialogs.showHelp(this);
	}

	/** Says in the Log, once the work is done, what it followed. */
	final void cite(final String method) {
		methods.add(method);
	}

	/** Sets inputs because of a choice in a dialog; all of them then belong to what the user has chosen. */
	final void take(final Map<String, Object> values) {
		values.forEach(this::setInput);
		advanced.see();
	}

	/** Whether a dialog will be made. */
	final boolean asks() {
		return !inside && !isMacro() && !GraphicsEnvironment.isHeadless();
	}

	/** Whether the user named this input, in a macro or by having seen it in a dialog; else it has its default, and is not recorded. */
	final boolean isGiven(final String key) {
		return given.contains(key) && !advanced.isUnseen(key);
	}

	/** In Fiji a command runs on a thread of its own: then its parent tells. */
	private boolean isMacro() {
		return MacroMode.isMacro(Thread.currentThread()) || threads != null && MacroMode.isMacro(threads.getParent(null));
	}

	@Override
	public final void run() {
		String problem = null;
		try (ProgressBar progress = new ProgressBar(this::isCanceled).telling(listener)) {
			executeUntilStopped(progress);
		}
		catch (final IllegalArgumentException | IOException e) {
			problem = e.getMessage();
		}
		catch (final OutOfMemoryError e) {
			problem = Memory.exhausted();
		}
		catch (final RuntimeException | StackOverflowError e) {
			problem = "Something went wrong that should not (" + e + "); details are in the Log. Nothing was changed.";
			Notes.say(e);
		}
		if (problem != null) {
			IJ.error(name(), problem);
			return;
		}
		if (!methods.isEmpty()) Notes.say("Method: " + String.join("; ", methods));
		for (final ModuleItem<?> output : getInfo().outputs())
			if (getOutput(output.getName()) instanceof ImagePlus result) FijiOutputs.publish(result, threads);
	}

	private void executeUntilStopped(final ProgressBar progress) throws IOException {
		try {
			execute(progress);
		}
		catch (final CancellationException stopped) {
			// there is nothing yet to keep
		}
		if (progress.stopped() && !hasImage()) Notes.say(name() + " was stopped; of what it had begun nothing is kept but what was finished");
	}

	private boolean hasImage() {
		for (final ModuleItem<?> output : getInfo().outputs()) if (getOutput(output.getName()) instanceof ImagePlus) return true;
		return false;
	}

	/** The label in the menu without its dots. */
	final String name() {
		final String path = getClass().getAnnotation(Plugin.class).menuPath();
		return path.substring(path.lastIndexOf('>') + 1).replace("...", "");
	}

	/** As many threads as ImageJ is set to use. */
	static Parallel parallel() {
		return Parallel.of(ThreadCount.get());
	}
}
