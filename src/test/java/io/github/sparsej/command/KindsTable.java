package io.github.sparsej.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation says of each command and each kind of image, read from its tables: the first column names a kind, the others, in their
 * first row, commands (several with commas between them), and a cell says {@code works}, {@code note} with numbers of texts in the Log, or {@code error} with that of a message.
 */
final class KindsTable {

	private static final Pattern TEXT = Pattern.compile("^(\\d+)\\. `(.*?)`.*$"), NUMBER = Pattern.compile("\\d+");
	private static final String KIND = "kind of image";

	/** What is said of one command and one kind of image. */
	record Cell(boolean fails, List<String> texts) {}

	private final Map<Integer, String> texts = new LinkedHashMap<>();
	/** Of kinds, of commands. */
	private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();

	private KindsTable(final List<String> lines) {
		lines.stream().map(TEXT::matcher).filter(Matcher::matches).forEach(text -> texts.put(Integer.valueOf(text.group(1)), text.group(2)));
		List<String> header = List.of();
		for (final String line : lines) {
			final List<String> row = row(line);
			if (row.isEmpty()) header = row;
			else if (row.get(0).equals(KIND)) header = row;
			else if (!header.isEmpty() && !row.get(0).startsWith("--")) read(header, row);
		}
	}

	static KindsTable read(final Path page) {
		try {
			return new KindsTable(Files.readAllLines(page));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The cells of a line of a table; none of any other line. */
	private static List<String> row(final String line) {
		return line.startsWith("|") ? Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList() : List.of();
	}

	private void read(final List<String> header, final List<String> row) {
		for (int i = 1; i < header.size(); i++)
			for (final String command : header.get(i).split(", ")) cells.computeIfAbsent(row.get(0), kind -> new LinkedHashMap<>()).put(command, cell(row.get(i)));
	}

	private Cell cell(final String said) {
		final List<String> named = new ArrayList<>();
		final Matcher numbers = NUMBER.matcher(said);
		while (numbers.find()) named.add(texts.get(Integer.valueOf(numbers.group())));
		final boolean fails = said.startsWith("error ");
		if (named.contains(null) || fails && named.size() != 1 || named.isEmpty() != said.equals("works") || !said.matches("works|(note|error) [0-9, ]+")) throw new IllegalArgumentException("a cell says '" + said + "'");
		return new Cell(fails, named);
	}

	/** All kinds, with what is said of each command. */
	Map<String, Map<String, Cell>> cells() {
		return cells;
	}

	/** All texts that cells refer to by their numbers. */
	Map<Integer, String> texts() {
		return texts;
	}
}
