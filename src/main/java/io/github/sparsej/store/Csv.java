package io.github.sparsej.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180: lines end with CR LF, texts in quotes where they need them; numbers with a decimal point, in full). */
public final class Csv {

	private static final String LINE_END = "\r\n";

	private Csv() {}

	/** One line, with its end. */
	public static String line(final Collection<?> fields) {
		return fields.stream().map(field -> quoted(String.valueOf(field))).collect(Collectors.joining(",", "", LINE_END));
	}

	private static String quoted(final String field) {
		return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
	}

	/** The fields of each line of a text. A last line without its end was cut short, and is not among them. */
	public static List<List<String>> lines(final String text) {
		final List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		final StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') field.append(text.charAt(i++));
			else if (c == '"') quoted = !quoted;
			else if (quoted || c != ',' && c != '\r' && c != '\n') field.append(c);
			else if (c != '\r') {
				line.add(field.toString());
				field.setLength(0);
				if (c == ',') continue;
				lines.add(line);
				line = new ArrayList<>();
			}
		}
		return lines;
	}
}
