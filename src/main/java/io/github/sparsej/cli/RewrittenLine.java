package io.github.sparsej.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last line of a terminal, which is written anew with every text; other lines go above it. */
final class RewrittenLine {

	/** What a terminal of the usual width shows without a second line. */
	private static final int WIDTH = 79;
	private static final int BAR = 20;
	private static final Pattern SHARE = Pattern.compile("(\\d+) %");

	private final PrintStream terminal;
	private int length;

	RewrittenLine(final PrintStream terminal) {
		this.terminal = terminal;
	}

	/** Shows a text behind a bar as long as the share of 100 % in it. */
	void show(final String text) {
		final String line = bar(text) + " " + text;
		final String shown = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
		terminal.print("\r" + shown + " ".repeat(Math.max(0, length - shown.length())));
		terminal.flush();
		length = shown.length();
	}

	private static String bar(final String text) {
		final Matcher share = SHARE.matcher(text);
		final int full = share.find() ? Math.min(BAR, Integer.parseInt(share.group(1)) * BAR / 100) : 0;
		return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
	}

	/** Empties the line. */
	void clear() {
		if (length == 0) return;
		terminal.print("\r" + " ".repeat(length) + "\r");
		terminal.flush();
		length = 0;
	}

	/** The terminal for all other lines. */
	PrintStream above() {
		final OutputStream clearing = new FilterOutputStream(terminal) {

			@Override
			public void write(final int b) throws IOException {
				clear();
				out.write(b);
			}

			@Override
			public void write(final byte[] bytes, final int from, final int count) throws IOException {
				clear();
				out.write(bytes, from, count);
			}
		};
		return new PrintStream(clearing, true, StandardCharsets.UTF_8);
	}
}
