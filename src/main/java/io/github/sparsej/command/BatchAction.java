package io.github.sparsej.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.Context;
import org.scijava.module.Module;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.batch.BatchSettings;
import io.github.sparsej.imagej.batch.DictionaryBatch;
import io.github.sparsej.imagej.batch.InputFiles;
import io.github.sparsej.imagej.bridge.InnerCommand;
import io.github.sparsej.imagej.file.StackChecksum;
import io.github.sparsej.imagej.result.ResultsRow;

/**
 * What a batch does with files: a command, run by the option string that a macro would give it.
 *
 * @param context of SciJava, which makes the command
 * @param label   as it stands in macros
 * @param options the option string
 */
record BatchAction(Context context, String label, String options) {

	static final String DENOISE = "Denoise", ENCODE = "Encode", LEARN = "Learn one dictionary", WHITEN = "Whiten";

	private static final String IMAGE = "image", FOLDER = "folder";

	/** What keys of Learn Dictionary have that the options leave out. */
	private static final Map<String, Object> NO_CURVES = Map.of("curves", false);

	/** Whether one thing is made of all files, and not one of each. */
	boolean isLearning() {
		return label.equals(LEARN);
	}

	private Class<? extends SparseJCommand> command() {
		return switch (label) {
			case ENCODE -> EncodeImage.class;
			case LEARN -> LearnDictionary.class;
			case WHITEN -> WhitenImage.class;
			default -> SparseDenoise.class;
		};
	}

	/** @throws IllegalArgumentException naming options and the key that does not do */
	private SparseJCommand ready(final Map<String, Object> inputs) {
		final Module module;
		try {
			module = InnerCommand.make(context, command(), options);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("options: " + e.getMessage(), e);
		}
		for (final String key : List.of(IMAGE, FOLDER))
			if (module.isInputResolved(key)) throw new IllegalArgumentException("options: " + key + ": the batch's own keys input and pattern tell what to work on");
		inputs.forEach((key, value) -> {
			if (module.isInputResolved(key)) return;
			module.setInput(key, value);
			module.resolveInput(key);
		});
		final SparseJCommand command = (SparseJCommand) module.getDelegateObject();
		command.prepareInside();
		return command;
	}

	/**
	 * Checks the options, as far as that can be done before there is an image.
	 *
	 * @param files that something is to be learned from, if it is
	 * @return what stands for the action, the values of all its keys, and the images that they name
	 * @throws IllegalArgumentException naming options and the key that does not do
	 */
	String check(final InputFiles files) {
		final SparseJCommand command = ready(isLearning() ? NO_CURVES : Map.of());
		try {
			if (command instanceof LearningCommand learning) learning.learnFrom(files, (file, reason) -> {});
			command.checkKeys();
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("options: " + e.getMessage(), e);
		}
		final List<String> settings = new ArrayList<>(List.of(label));
		InnerCommand.values(command).forEach((key, value) -> settings.add(key + "=" + value));
		for (final String key : command.titleInputs()) named(key, (String) command.getInput(key)).ifPresent(stack -> settings.add(key + ":" + StackChecksum.of(stack)));
		return BatchSettings.digest(settings);
	}

	/** The open image that a key names; where an action needs one and it is left out, the only open model. */
	private Optional<ImagePlus> named(final String key, final String title) {
		final boolean needed = label.equals(ENCODE) && key.equals("dictionary");
		return needed || title != null && !title.isBlank() ? Optional.of(AtomStacks.find(key, title)) : Optional.empty();
	}

	/** Runs the command on an image. */
	List<ImagePlus> run(final ImagePlus image, final ResultsRow figures, final ProgressBar progress) throws IOException {
		return ready(Map.of(IMAGE, image)).runInside(progress, figures::addAll);
	}

	/** Runs the command on files; of their curves only what the options ask for is shown. */
	Optional<ImagePlus> learn(final InputFiles files, final DictionaryBatch.Seen seen, final ProgressBar progress) throws IOException {
		final LearningCommand command = (LearningCommand) ready(NO_CURVES);
		command.learnFrom(files, seen::file);
		return command.runInside(progress, ResultsRow::show).stream().findFirst();
	}
}
