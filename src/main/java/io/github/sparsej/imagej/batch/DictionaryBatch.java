package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;

/** Makes one dictionary of all files of a folder, and writes it beside a table that tells which files it was learned from. */
public final class DictionaryBatch {

	private static final Path DICTIONARY = Path.of("dictionary.tif");

	/** Hears of each file whether it is learned from. */
	@FunctionalInterface
	public interface Seen {
		/** @param reason why the file is passed over; empty where it is not */
		void file(Path file, String reason);
	}

	/** Learns a dictionary from files. */
	@FunctionalInterface
	public interface Learning {
		/** @return the dictionary; nothing if the user asked to stop before there was one */
		Optional<ImagePlus> learn(InputFiles files, Seen seen, ProgressBar progress) throws IOException;
	}

	private final BatchTask task;
	private final Learning learning;
	private final FileBatch.Writing writing;
	private final BatchTable table;
	private final Path output;

	/**
	 * Checks folders and reads the table.
	 *
	 * @throws IllegalArgumentException with the message for the user, if folders do not do
	 * @throws IOException              the same, if they cannot be written
	 */
	public DictionaryBatch(final BatchTask task, final Learning learning, final FileBatch.Writing writing) throws IOException {
		this.task = task;
		this.learning = learning;
		this.writing = writing;
		output = BatchFolders.prepare(task.input().folder(), task.subfolders(), task.output(), Set.of(Path.of("")));
		table = BatchTable.read(output.resolve(task.tableName()));
	}

	/**
	 * Learns, unless the dictionary is there already and nothing has been changed since. Results get a row a file.
	 *
	 * @throws IOException naming the file that cannot be written
	 */
	public void run(final ProgressBar progress) throws IOException {
		if (task.resume() && isDone()) {
			for (final BatchLine line : table.lines()) line.row(line.isDone() ? FileBatch.DONE_BEFORE : line.status()).show();
			Notes.say(task.label() + ": the dictionary was learned before: " + output.resolve(DICTIONARY));
			return;
		}
		for (final BatchLine line : List.copyOf(table.lines())) table.remove(line.file());
		table.writeAll();
		final List<BatchLine> lines = new ArrayList<>();
		final long[] begin = { System.nanoTime() };
		final Optional<ImagePlus> dictionary;
		try {
			dictionary = learning.learn(task.input(), (file, reason) -> {
				lines.add(seen(file, reason, begin[0]));
				begin[0] = System.nanoTime();
				tell(lines.get(lines.size() - 1));
			}, progress);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
		if (dictionary.isEmpty()) return;
		writing.write(dictionary.get(), output.resolve(DICTIONARY));
		final String settings = progress.stopped() ? "" : task.settings(); // what was stopped is learned anew
		for (final BatchLine line : lines) table.put(line.isRead() ? BatchLine.done(Path.of(line.file()), line.seconds(), line.figures(), output, List.of(DICTIONARY), line.source(), settings) : line);
		table.writeAll();
		Notes.say(task.label() + ": learned from " + lines.stream().filter(BatchLine::isRead).count() + " of " + lines.size() + " files" + (progress.stopped() ? ", and stopped: what there was then is" : "") + ": " + output.resolve(DICTIONARY));
	}

	private void tell(final BatchLine line) {
		try {
			table.add(line);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e); // through the learning, which knows of no table
		}
		line.row(line.status()).show();
	}

	private BatchLine seen(final Path file, final String reason, final long begin) {
		final double seconds = FileBatch.seconds(begin);
		FileStamp stamp;
		try {
			stamp = FileStamp.of(task.input().folder().resolve(file));
		}
		catch (final IOException gone) {
			stamp = FileStamp.NONE;
		}
		return reason.isEmpty() ? BatchLine.read(file, seconds, stamp) : BatchLine.failed(file, seconds, reason, stamp, task.settings());
	}

	private boolean isDone() {
		if (table.lines().size() != task.input().files().size() || table.lines().stream().noneMatch(BatchLine::isDone)) return false;
		try {
			for (final Path file : task.input().files()) {
				final Optional<BatchLine> line = table.line(InputFiles.name(file));
				if (line.isEmpty() || line.get().isRead() || !line.get().settings().equals(task.settings()) || !line.get().source().equals(FileStamp.of(task.input().folder().resolve(file)))) return false;
				if (line.get().isDone() && !line.get().isWhole(output)) return false;
			}
			return true;
		}
		catch (final IOException missing) {
			return false;
		}
	}
}
