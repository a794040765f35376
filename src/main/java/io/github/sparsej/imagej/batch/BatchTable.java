package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.github.sparsej.store.Csv;
import io.github.sparsej.store.WholeFile;

/**
 * The CSV file of a batch, which is at once its memory: a line a file. Lines are added as files are done, so that an interruption loses none; a line that
 * was cut short counts as none.
 */
final class BatchTable {

	private static final List<String> BEFORE = List.of("File", "Status", "Seconds", "Message"), AFTER = List.of("Results", "Result bytes", "File bytes", "File time", "Settings");
	/** Between the paths of several results, none of which holds it. */
	private static final String SEPARATOR = "//";

	private final Path path;
	private final Map<String, BatchLine> lines = new TreeMap<>();
	/** What results are called after, in small letters, to the file that they belong to. */
	private final Map<String, String> owners = new HashMap<>();
	private final Set<String> columns = new LinkedHashSet<>();
	private boolean appendable;

	private BatchTable(final Path path) {
		this.path = path;
	}

	/** @throws IOException if there is such a file, and it cannot be read */
	static BatchTable read(final Path path) throws IOException {
		final BatchTable table = new BatchTable(path);
		if (!Files.exists(path)) return table;
		try {
			table.take(Csv.lines(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
		}
		catch (final IOException e) {
			throw new IOException(path + " cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
		return table;
	}

	private void take(final List<List<String>> table) {
		final int frame = BEFORE.size() + AFTER.size();
		if (table.isEmpty() || table.get(0).size() < frame || !table.get(0).subList(0, BEFORE.size()).equals(BEFORE)) return; // of no batch: written anew
		final List<String> header = table.get(0), names = header.subList(BEFORE.size(), header.size() - AFTER.size());
		if (!header.subList(header.size() - AFTER.size(), header.size()).equals(AFTER)) return;
		for (final List<String> fields : table.subList(1, table.size())) {
			if (fields.size() != header.size()) continue;
			final Map<String, String> figures = new LinkedHashMap<>();
			for (int i = 0; i < names.size(); i++) if (!fields.get(BEFORE.size() + i).isEmpty()) figures.put(names.get(i), fields.get(BEFORE.size() + i));
			final List<String> rest = fields.subList(BEFORE.size() + names.size(), fields.size());
			put(new BatchLine(fields.get(0), fields.get(1), seconds(fields.get(2)), fields.get(3), figures, split(rest.get(0)), split(rest.get(1)), new FileStamp(rest.get(2), rest.get(3)), rest.get(4)));
		}
	}

	private static double seconds(final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException edited) {
			return Double.NaN;
		}
	}

	private static List<String> split(final String text) {
		return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR));
	}

	Path path() {
		return path;
	}

	Collection<BatchLine> lines() {
		return Collections.unmodifiableCollection(lines.values());
	}

	Optional<BatchLine> line(final String file) {
		return Optional.ofNullable(lines.get(file));
	}

	/** Whether results of another file are called after this (a path in the output folder, with slashes). */
	boolean belongsToAnother(final String name, final String file) {
		final String owner = owners.get(name.toLowerCase(Locale.ROOT));
		return owner != null && !owner.equals(file);
	}

	/** Changes a line, which is in the file when all are written next. */
	void put(final BatchLine line) {
		lines.put(line.file(), line);
		columns.addAll(line.figures().keySet());
		for (final String result : line.results()) if (result.contains("-")) owners.put(result.substring(0, result.lastIndexOf('-')).toLowerCase(Locale.ROOT), line.file());
	}

	/** Forgets what is to be done anew. */
	void remove(final String file) {
		if (lines.remove(file) != null) appendable = false;
	}

	/**
	 * Adds a line to the file at once.
	 *
	 * @throws IOException naming the file and what is wrong with it
	 */
	void add(final BatchLine line) throws IOException {
		final boolean fits = appendable && columns.containsAll(line.figures().keySet()) && !lines.containsKey(line.file());
		put(line);
		if (!fits) {
			writeAll();
			return;
		}
		try {
			Files.write(path, text(line).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
		}
		catch (final IOException e) {
			appendable = false;
			throw new IOException(path + " cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
	}

	/**
	 * Writes all lines, in the order of files.
	 *
	 * @throws IOException naming the file and what is wrong with it
	 */
	void writeAll() throws IOException {
		final List<String> header = new ArrayList<>(BEFORE);
		header.addAll(columns);
		header.addAll(AFTER);
		final StringBuilder text = new StringBuilder(Csv.line(header));
		for (final BatchLine line : lines.values()) text.append(text(line));
		WholeFile.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
		appendable = true;
	}

	private String text(final BatchLine line) {
		final List<Object> fields = new ArrayList<>(List.of(line.file(), line.status(), line.seconds(), line.message()));
		for (final String column : columns) fields.add(line.figures().getOrDefault(column, ""));
		fields.addAll(List.of(String.join(SEPARATOR, line.results()), String.join(SEPARATOR, line.bytes()), line.source().bytes(), line.source().time(), line.settings()));
		return Csv.line(fields);
	}
}
