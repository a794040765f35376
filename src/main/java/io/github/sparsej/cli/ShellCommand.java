package io.github.sparsej.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import io.github.sparsej.imagej.ThreadCount;
import io.github.sparsej.imagej.bridge.CommandForm;
import io.github.sparsej.imagej.bridge.CommandKey;
import io.github.sparsej.imagej.bridge.CommandKey.Kind;
import io.github.sparsej.imagej.bridge.CommandOnFiles;
import io.github.sparsej.imagej.file.ResultFiles;
import io.github.sparsej.imagej.result.ResultsTexts;
import io.github.sparsej.model.Progress;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One command of the shell: takes what was parsed, runs the command on one file after the other, and tells what was written. */
final class ShellCommand implements Callable<Integer> {

	private static final long LINE_NANOS = 1_000_000_000L, REWRITTEN_LINE_NANOS = 100_000_000L;

	private final CommandForm command;
	private final PrintStream out;
	private final PrintStream err;
	private final boolean terminal;
	private final BooleanSupplier stop;
	private CommandSpec spec;

	ShellCommand(final CommandForm command, final PrintStream out, final PrintStream err, final boolean terminal, final BooleanSupplier stop) {
		this.command = command;
		this.out = out;
		this.err = err;
		this.terminal = terminal;
		this.stop = stop;
	}

	/** The options of the command, whose values are asked for when it is called. */
	void setSpec(final CommandSpec made) {
		spec = made;
	}

	@Override
	public Integer call() {
		final RewrittenLine line = new RewrittenLine(err);
		final PrintStream standard = System.out;
		final int threads = ThreadCount.get();
		System.setOut(line.above()); // where ImageJ prints its Log and messages when it has no windows
		try {
			return run(progress(line));
		}
		catch (final IOException e) {
			System.out.println(e.getMessage());
			return Shell.FAILED;
		}
		catch (final OutOfMemoryError e) {
			System.out.println("There is not enough memory: give Java more (java -Xmx8g -jar ...), or crop the image");
			return Shell.FAILED;
		}
		finally {
			line.clear();
			System.setOut(standard);
			ThreadCount.set(threads);
		}
	}

	private Progress progress(final RewrittenLine line) {
		final ParseResult given = spec.commandLine().getParseResult();
		if (given.hasMatchedOption(GeneralOptions.QUIET)) return (fraction, what) -> !stop.getAsBoolean();
		if (given.hasMatchedOption(GeneralOptions.PROGRESS)) return new TerminalProgress(err::println, LINE_NANOS, stop);
		return terminal ? new TerminalProgress(line::show, REWRITTEN_LINE_NANOS, stop) : (fraction, what) -> !stop.getAsBoolean();
	}

	private int run(final Progress progress) throws IOException {
		final ParseResult given = spec.commandLine().getParseResult();
		final CommandOnFiles work = checked(() -> new CommandOnFiles(command, keys(given)));
		final List<Path> images = images(given);
		final Optional<Path> place = Optional.ofNullable(given.matchedOptionValue(GeneralOptions.OUT, (Path) null));
		final Optional<Path> named = place.filter(path -> !Files.isDirectory(path));
		final Optional<Path> table = Optional.ofNullable(given.matchedOptionValue(GeneralOptions.TABLE, (Path) null));
		named.ifPresent(file -> checked(() -> {
			if (images.size() > 1) throw new IllegalArgumentException(GeneralOptions.OUT + " " + file + ": of several images the results need a folder that is there");
			ResultFiles.checkFormat(file);
			return file;
		}));
		final List<Path> read = new ArrayList<>(images);
		read.addAll(work.otherImages());
		final ResultFiles files = new ResultFiles(read, given.hasMatchedOption(GeneralOptions.FORCE));
		if (named.isPresent()) files.checkFree(named.get());
		if (table.isPresent()) files.checkFree(table.get());
		for (final Path file : work.filesToWrite()) files.checkFree(file);
		setThreads(given);
		ResultsTexts.clear();
		final Path folder = named.isPresent() ? named.get().resolveSibling("") : place.orElse(Path.of(""));
		boolean failed = false;
		for (final Optional<Path> image : inTurn(images)) {
			if (stop.getAsBoolean()) break;
			failed |= !one(work, image, named, folder, files, progress);
		}
		tellRows(table, files);
		return stop.getAsBoolean() ? Shell.STOPPED : failed ? Shell.FAILED : Shell.DONE;
	}

	/** Works on one image; what is wrong with it keeps nothing from working on the next. */
	private boolean one(final CommandOnFiles work, final Optional<Path> image, final Optional<Path> named, final Path folder, final ResultFiles files, final Progress progress) {
		try {
			final Optional<List<Path>> written = work.run(image, named, folder, files, progress);
			written.ifPresent(paths -> paths.forEach(out::println));
			if (written.isPresent()) work.filesToWrite().stream().filter(Files::exists).forEach(out::println);
			return written.isPresent();
		}
		catch (final IOException | IllegalArgumentException e) {
			System.out.println(e.getMessage());
			return false;
		}
	}

	private void tellRows(final Optional<Path> table, final ResultFiles files) throws IOException {
		if (ResultsTexts.isEmpty()) return;
		if (table.isPresent()) out.println(files.writeTable(table.get()));
		else out.print(ResultsTexts.aligned());
	}

	private static List<Optional<Path>> inTurn(final List<Path> images) {
		return images.isEmpty() ? List.of(Optional.empty()) : images.stream().map(Optional::of).toList();
	}

	private List<Path> images(final ParseResult given) {
		final List<String> texts = given.matchedPositionalValue(0, List.<String>of());
		final boolean folder = command.keys().stream().anyMatch(key -> key.kind() == Kind.FOLDER && given.hasMatchedOption("--" + key.name()));
		if (texts.isEmpty() && command.image().isPresent() && !folder) throw new ParameterException(spec.commandLine(), "a file is missing: that of the image to work on");
		return texts.stream().map(Path::of).toList();
	}

	/** The keys that were given. */
	private Map<String, String> keys(final ParseResult given) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final CommandKey key : command.keys()) {
			final Object value = given.matchedOptionValue("--" + key.name(), (Object) null);
			if (value != null) values.put(key.name(), value.toString());
		}
		return values;
	}

	private void setThreads(final ParseResult given) {
		final Integer threads = given.matchedOptionValue(GeneralOptions.THREADS, (Integer) null);
		if (threads != null) checked(() -> ThreadCount.set(threads));
	}

	/** What the arguments alone tell to be wrong is wrong usage. */
	private <T> T checked(final Callable<T> check) {
		try {
			return check.call();
		}
		catch (final IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
