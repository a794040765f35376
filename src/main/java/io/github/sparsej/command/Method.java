package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.sparsej.learn.homeostasis.HomeostasisKind;

/**
 * One of the methods that an experiment compares: a homeostasis, with a strength of its own or that of key alphahomeo.
 *
 * @param label as the user wrote it
 * @param keys  the keys of Learn Dictionary that it sets
 */
record Method(String label, Map<String, Object> keys) {

	private static final String SYNTAX = "names of homeostasis with commas between them are needed, a strength alpha behind a @ (EMP@0.05)";

	/** The methods of a text like "None,OLS@2.5,HEH", each once. */
	static List<Method> parse(final String methods) {
		if (methods == null || methods.isBlank()) throw new IllegalArgumentException("'methods' is missing: " + SYNTAX);
		final List<Method> parsed = new ArrayList<>();
		for (final String label : Arrays.stream(methods.split(",")).map(String::strip).distinct().toList()) {
			final String[] parts = label.split("@", -1);
			Check.choice("methods", parts[0], HomeostasisKind.labels().toArray(String[]::new));
			if (parts.length > 2) throw new IllegalArgumentException("methods=[" + label + "]: " + SYNTAX);
			parsed.add(new Method(label, parts.length == 1 ? Map.of("homeostasis", parts[0]) : Map.of("homeostasis", parts[0], "alphahomeo", alpha(label, parts[1]))));
		}
		return parsed;
	}

	private static double alpha(final String label, final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("methods=[" + label + "]: " + SYNTAX, e);
		}
	}
}
