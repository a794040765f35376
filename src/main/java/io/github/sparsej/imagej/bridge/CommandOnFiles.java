package io.github.sparsej.imagej.bridge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.bridge.CommandKey.Kind;
import io.github.sparsej.imagej.file.NamedFiles;
import io.github.sparsej.imagej.file.ResultFiles;
import io.github.sparsej.model.Progress;

/**
 * A command with the values that a user gave, to be run on one file after the other without windows. What ImageJ would
 * show of messages and Log it prints, as ImageJ does without a screen. Not thread-safe: ImageJ's list of open images is one.
 */
public final class CommandOnFiles {

	private final CommandForm form;
	private final Map<String, Object> values = new LinkedHashMap<>();
	private final Map<String, Path> otherImages = new LinkedHashMap<>();

	/**
	 * @param values texts by key, of any keys but that of the image; other images by their files
	 * @throws IllegalArgumentException naming the first key whose value cannot be read
	 */
	public CommandOnFiles(final CommandForm form, final Map<String, String> values) {
		this.form = form;
		final Context context = BridgeContext.get();
		final CommandInfo info = PlainCommand.info(context, form.className());
		for (final CommandKey key : form.keys()) {
			final String text = values.get(key.name());
			if (text == null) continue;
			if (key.kind() == Kind.OTHER_IMAGE && !text.isEmpty()) otherImages.put(key.name(), Path.of(text));
			else this.values.put(key.name(), MacroOptions.parse(context.service(ConvertService.class), text, info.getInput(key.name())));
		}
	}

	/** The files of images that it reads besides the one it works on. */
	public List<Path> otherImages() {
		return List.copyOf(otherImages.values());
	}

	/** The files that the command itself writes; a dictionary gets its extension where it has none. */
	public List<Path> filesToWrite() {
		final List<Path> files = new ArrayList<>();
		for (final CommandKey key : form.keys()) {
			if (key.kind() != Kind.FILE_TO_WRITE || !(values.get(key.name()) instanceof String name) || name.isBlank()) continue;
			files.add(Path.of(name));
			files.add(Path.of(name + ".tif"));
		}
		return files;
	}

	/**
	 * Runs the command and writes what it makes.
	 *
	 * @param image    file of the image to work on, where the command takes one
	 * @param named    where the result that matters most goes; none: into the folder, by its title
	 * @param folder   where the other results go
	 * @param progress hears of the progress, and may stop the command, which then keeps what it has
	 * @return what was written, that which matters most first; nothing if the command failed, which has then said why
	 * @throws IOException if a file cannot be read or written
	 */
	public Optional<List<Path>> run(final Optional<Path> image, final Optional<Path> named, final Path folder, final ResultFiles files, final Progress progress) throws IOException {
		final boolean before = Interpreter.batchMode;
		final Set<Integer> open = ids();
		final AtomicBoolean stopped = new AtomicBoolean();
		Interpreter.batchMode = true; // images only enter the list of open ones
		try {
			final Module module = module(image);
			final Set<Integer> inputs = ids();
			((RunnableByName) module.getDelegateObject()).tellProgress((fraction, what) -> {
				if (!progress.report(fraction, what)) stopped.set(true);
				return !stopped.get();
			});
			IJ.getErrorMessage(); // forgets that of an earlier run
			module.run();
			if (IJ.getErrorMessage() != null) return Optional.empty();
			return Optional.of(write(results(module, inputs), named, folder, files, stopped.get()));
		}
		finally {
			ids().stream().filter(id -> !open.contains(id)).map(WindowManager::getImage).forEach(CommandOnFiles::close);
			Interpreter.batchMode = before;
		}
	}

	private Module module(final Optional<Path> image) throws IOException {
		final Context context = BridgeContext.get();
		final Module module = PlainCommand.make(context, PlainCommand.info(context, form.className()));
		values.forEach((key, value) -> PlainCommand.set(module, key, value));
		for (final Map.Entry<String, Path> other : otherImages.entrySet()) PlainCommand.set(module, other.getKey(), opened(other.getValue()));
		if (image.isPresent()) PlainCommand.set(module, form.image().orElseThrow().name(), NamedFiles.open(image.get()));
		PlainCommand.initialize(module);
		return module;
	}

	/** Opens an image; of several files of one name, all but the first are titled by their paths. */
	private static String opened(final Path file) throws IOException {
		final ImagePlus image = NamedFiles.open(file);
		if (List.of(Titles.open()).contains(image.getTitle())) image.setTitle(file.toString());
		image.show();
		return image.getTitle();
	}

	/** The images made, that which matters most first: outputs, and plots and other images that the command showed. */
	private static List<ImagePlus> results(final Module module, final Set<Integer> inputs) {
		final List<ImagePlus> results = PlainCommand.images(module);
		Collections.reverse(results);
		for (final int id : ids()) {
			final ImagePlus shown = WindowManager.getImage(id);
			if (!inputs.contains(id) && !results.contains(shown)) results.add(shown);
		}
		return results;
	}

	private static List<Path> write(final List<ImagePlus> results, final Optional<Path> named, final Path folder, final ResultFiles files, final boolean stopped) throws IOException {
		final List<Path> written = new ArrayList<>();
		for (final ImagePlus result : results) written.add(written.isEmpty() && named.isPresent() ? files.write(result, named.get(), stopped) : files.writeInto(folder, result, stopped));
		return written;
	}

	/** Of all open images. */
	private static Set<Integer> ids() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? Set.of() : Arrays.stream(ids).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static void close(final ImagePlus image) {
		image.changes = false; // nothing asks whether to save it
		image.close();
	}
}
