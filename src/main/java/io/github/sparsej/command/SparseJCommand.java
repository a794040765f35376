package io.github.sparsej.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.linalg.Parallel;

/**
 * What all commands share: inputs left out in a macro take their defaults and never open a dialog, what is wrong with an
 * input ends in one message, results are published where Fiji does not do it, and the status bar is cleaned up.
 */
abstract class SparseJCommand extends DynamicCommand {

	/** The initializer that every command names in its annotation. */
	static final String PREPARE = "prepareInputs";

	static final String MENU = "Plugins>SparseJ>";

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

	/** Called by SciJava after a macro's values have been set and before a dialog would be made. */
	protected void prepareInputs() {
		for (final String name : titleInputs()) {
			final List<String> titles = new ArrayList<>(Arrays.asList(Titles.open()));
			if (!getInfo().getInput(name).isRequired()) titles.add(0, "");
			if (!titles.isEmpty()) getInfo().getMutableInput(name, String.class).setChoices(titles);
		}
		for (final ModuleItem<?> input : getInfo().inputs()) {
			// What is missing or no number is said by execute(), which names the key; SciJava would cancel without a word.
			getInfo().getMutableInput(input.getName(), input.getType()).setRequired(false);
			if (IJ.isMacro()) resolveInput(input.getName());
		}
	}

	@Override
	public final void run() {
		String problem = null;
		try (ProgressBar progress = new ProgressBar(this::isCanceled)) {
			execute(progress);
		}
		catch (final IllegalArgumentException | IOException e) {
			problem = e.getMessage();
		}
		catch (final OutOfMemoryError e) {
			problem = "There is not enough memory. Nothing was changed; use fewer or smaller patches, or give ImageJ more in Edit>Options>Memory & Threads.";
		}
		if (problem != null) {
			IJ.error(name(), problem);
			return;
		}
		for (final ModuleItem<?> output : getInfo().outputs())
			if (getOutput(output.getName()) instanceof ImagePlus result) FijiOutputs.publish(result, threads);
	}

	/** The label in the menu without its dots. */
	final String name() {
		final String path = getClass().getAnnotation(Plugin.class).menuPath();
		return path.substring(path.lastIndexOf('>') + 1).replace("...", "");
	}

	/** As many threads as ImageJ is set to use. */
	static Parallel parallel() {
		return Parallel.of(Math.max(1, Prefs.getThreads()));
	}
}
