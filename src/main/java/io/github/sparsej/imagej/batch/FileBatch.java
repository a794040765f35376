package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.Progress;

/**
 * Does the same with every file of a folder, one after another, and writes the results beside a table that tells what is done. A file that cannot be opened
 * or does not do is listed and passed over; a result that cannot be written ends the batch, for the next could not be written either.
 */
public final class FileBatch {

	static final String DONE_BEFORE = "done before";

	/** Opens a file; throws with the reason, without the file's name, if it does not do. */
	@FunctionalInterface
	public interface Opening {
		ImagePlus open(Path file, Progress progress) throws IOException;
	}

	/** Writes a result, so that there is the whole file or none. */
	@FunctionalInterface
	public interface Writing {
		void write(ImagePlus result, Path path) throws IOException;
	}

	private final BatchTask task;
	private final Opening opening;
	private final FileAction action;
	private final Writing writing;
	private final BatchTable table;
	private final Path output;
	private final ResultNames names;
	private int done;
	private int before;
	private int failed;

	/** Thrown where a result cannot be written. */
	private static final class NotWritten extends IOException {

		private static final long serialVersionUID = 1;

		NotWritten(final IOException e) {
			super(e.getMessage(), e);
		}
	}

	/**
	 * Checks folders and reads the table.
	 *
	 * @throws IllegalArgumentException with the message for the user, if folders do not do
	 * @throws IOException              the same, if they cannot be written
	 */
	public FileBatch(final BatchTask task, final Opening opening, final FileAction action, final Writing writing) throws IOException {
		this.task = task;
		this.opening = opening;
		this.action = action;
		this.writing = writing;
		output = BatchFolders.prepare(task.input().folder(), task.subfolders(), task.output(), task.input().folders());
		table = BatchTable.read(output.resolve(task.tableName()));
		names = new ResultNames(task.input().files(), Titles::base, (file, name) -> table.belongsToAnother(InputFiles.name(name), InputFiles.name(file)));
	}

	/**
	 * Works through the files. Results get a row a file; what there was to do is said in the Log at the end.
	 *
	 * @throws IOException naming a file that cannot be written, after which nothing more is done
	 */
	public void run(final ProgressBar progress) throws IOException {
		final Set<Path> kept = new HashSet<>();
		if (task.resume()) for (final Path file : task.input().files()) if (isDone(file)) kept.add(file);
		final int toDo = task.input().files().size() - kept.size();
		for (final Path file : task.input().files()) if (!kept.contains(file)) table.remove(InputFiles.name(file));
		table.writeAll();
		try {
			for (final Path file : task.input().files()) {
				if (kept.contains(file)) {
					before++;
					table.line(InputFiles.name(file)).orElseThrow().row(DONE_BEFORE).show();
					continue;
				}
				final int number = done + failed;
				final ProgressBar step = progress.step((double) number / toDo, (number + 1.0) / toDo, "File " + (number + 1) + " of " + toDo + ", " + file.getFileName() + ": ");
				if (!step.report(0, "opening")) break;
				final Optional<BatchLine> line = work(file, step);
				if (line.isEmpty()) break;
				table.add(line.get());
				line.get().row(line.get().status()).show();
			}
		}
		finally {
			tell(toDo);
		}
		table.writeAll(); // in the order of files
	}

	private void tell(final int toDo) {
		final int missing = toDo - done - failed;
		Notes.say(task.label() + ": " + done + " of " + task.input().files().size() + " files done, " + before + " done before, " + failed + " failed" + (missing > 0 ? ", " + missing + " not reached" : "") + ": " + table.path());
	}

	private boolean isDone(final Path file) {
		final Optional<BatchLine> line = table.line(InputFiles.name(file));
		if (line.isEmpty() || !line.get().isDone() || !line.get().settings().equals(task.settings())) return false;
		try {
			return line.get().source().equals(FileStamp.of(task.input().folder().resolve(file))) && line.get().isWhole(output);
		}
		catch (final IOException missing) {
			return false;
		}
	}

	/** @return nothing if the user asked to stop */
	private Optional<BatchLine> work(final Path file, final ProgressBar step) throws IOException {
		final long begin = System.nanoTime();
		final ResultsRow figures = new ResultsRow();
		FileStamp stamp = FileStamp.NONE;
		String problem;
		try (Notes.Subject subject = Notes.about(InputFiles.name(file))) {
			final Path source = task.input().folder().resolve(file);
			stamp = FileStamp.of(source);
			final List<ImagePlus> results = action.run(opening.open(source, step), figures, step);
			if (step.stopped()) return Optional.empty(); // what there is may be a part of it
			final List<Path> written = write(file, results);
			done++;
			return Optional.of(BatchLine.done(file, seconds(begin), figures.texts(), output, written, stamp, task.settings()));
		}
		catch (final CancellationException stopped) {
			return Optional.empty();
		}
		catch (final NotWritten e) {
			throw e;
		}
		catch (final IOException | IllegalArgumentException e) {
			problem = e.getMessage() == null ? e.toString() : e.getMessage();
		}
		catch (final OutOfMemoryError e) {
			problem = "There is not enough memory for it.";
		}
		catch (final RuntimeException e) {
			problem = "Something went wrong that should not (" + e + "); details are in the Log.";
			Notes.say(file + " failed:");
			Notes.say(e);
		}
		if (step.stopped()) return Optional.empty();
		failed++;
		return Optional.of(BatchLine.failed(file, seconds(begin), problem, stamp, task.settings()));
	}

	static double seconds(final long begin) {
		return Math.round((System.nanoTime() - begin) * 1e-6) / 1000.0;
	}

	private List<Path> write(final Path file, final List<ImagePlus> results) throws NotWritten {
		final List<Path> written = new ArrayList<>();
		for (final ImagePlus result : results) {
			final String title = result.getTitle();
			final Path path = file.resolveSibling(names.of(file) + title.substring(Math.max(0, title.lastIndexOf('-'))) + ".tif");
			try {
				Files.createDirectories(output.resolve(path).getParent());
				writing.write(result, output.resolve(path));
			}
			catch (final IOException e) {
				throw new NotWritten(e);
			}
			written.add(path);
		}
		return written;
	}
}
