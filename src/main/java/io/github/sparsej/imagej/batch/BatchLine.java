package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.sparsej.imagej.result.ResultsRow;

/**
 * What became of a file.
 *
 * @param file     its path in the input folder, with slashes
 * @param status   {@link #DONE} or {@link #FAILED}; {@link #READ} for a file that something will be made of together with others
 * @param seconds  that it took
 * @param message  why it failed; else empty
 * @param figures  names and values, as texts
 * @param results  paths in the output folder, with slashes
 * @param bytes    the length of each result, by which to tell whether it is whole
 * @param source   the file as it was
 * @param settings what stands for action and keys
 */
record BatchLine(String file, String status, double seconds, String message, Map<String, String> figures, List<String> results, List<String> bytes, FileStamp source, String settings) {

	static final String DONE = "done", FAILED = "failed", READ = "read";

	BatchLine {
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
		results = List.copyOf(results);
		bytes = List.copyOf(bytes);
	}

	/** @param written paths in the output folder */
	static BatchLine done(final Path file, final double seconds, final Map<String, String> figures, final Path output, final List<Path> written, final FileStamp source, final String settings) throws IOException {
		final List<String> bytes = new ArrayList<>();
		for (final Path result : written) bytes.add(FileStamp.of(output.resolve(result)).bytes());
		return new BatchLine(InputFiles.name(file), DONE, seconds, "", figures, written.stream().map(InputFiles::name).toList(), bytes, source, settings);
	}

	static BatchLine read(final Path file, final double seconds, final FileStamp source) {
		return new BatchLine(InputFiles.name(file), READ, seconds, "", Map.of(), List.of(), List.of(), source, "");
	}

	static BatchLine failed(final Path file, final double seconds, final String problem, final FileStamp source, final String settings) {
		return new BatchLine(InputFiles.name(file), FAILED, seconds, problem.replaceAll("\\s+", " ").strip(), Map.of(), List.of(), List.of(), source, settings);
	}

	/** Whether all results are there, as long as they were written. */
	boolean isWhole(final Path output) throws IOException {
		for (int i = 0; i < results.size(); i++) if (i >= bytes.size() || !bytes.get(i).equals(FileStamp.of(output.resolve(results.get(i))).bytes())) return false;
		return !results.isEmpty();
	}

	boolean isRead() {
		return status.equals(READ);
	}

	boolean isDone() {
		return status.equals(DONE);
	}

	/** The row of the Results. */
	ResultsRow row(final String shownStatus) {
		final ResultsRow row = new ResultsRow().withEmptyCells().add("File", file).add("Status", shownStatus).add("Seconds", seconds).add("Message", message);
		figures.forEach((column, text) -> {
			try {
				row.add(column, Double.parseDouble(text));
			}
			catch (final NumberFormatException words) {
				row.add(column, text);
			}
		});
		return row;
	}
}
