package io.github.sparsej.analyze.experiment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import io.github.sparsej.model.LearningCurve;

/**
 * A finished run as text, by lines: the format's name, the run's key, atoms replaced, seconds; of each curve the quantity, the
 * steps and the values, with tabs between them; a checksum (CRC-32) of all lines before. Numbers are written in full, so that what
 * is read has the same bits.
 */
final class RunText {

	private static final String FORMAT = "SparseJ run, format 1";
	private static final int HEADER = 4, LINES_PER_CURVE = 3;

	private RunText() {}

	static String write(final String key, final FinishedRun run) {
		final List<String> lines = new ArrayList<>(List.of(FORMAT, key, Integer.toString(run.replacedAtoms()), Double.toString(run.seconds())));
		for (final LearningCurve curve : run.curves()) lines.addAll(List.of(curve.quantity(), joined(curve.steps()), joined(curve.values())));
		final String text = String.join("\n", lines) + "\n";
		return text + checksum(text) + "\n";
	}

	private static String joined(final List<? extends Number> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining("\t"));
	}

	private static String checksum(final String text) {
		final CRC32 crc = new CRC32();
		crc.update(text.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(crc.getValue());
	}

	/** The run of a text; empty if the text is damaged, or that of another key. */
	static Optional<FinishedRun> read(final String text, final String key, final ExperimentRun run) {
		final int end = text.lastIndexOf('\n', text.length() - 2) + 1;
		final String[] lines = text.substring(0, end).split("\n", -1);
		final int curveLines = lines.length - 1 - HEADER; // the last line break leaves an empty line
		if (!text.substring(end).equals(checksum(text.substring(0, end)) + "\n") || !lines[0].equals(FORMAT) || curveLines < 0 || curveLines % LINES_PER_CURVE != 0 || !lines[1].equals(key)) return Optional.empty();
		try {
			final List<LearningCurve> curves = new ArrayList<>();
			for (int i = HEADER; i < lines.length - 1; i += LINES_PER_CURVE)
				curves.add(new LearningCurve(lines[i], numbers(lines[i + 1]).map(Integer::valueOf).toList(), numbers(lines[i + 2]).map(Double::valueOf).toList()));
			return Optional.of(new FinishedRun(run, curves, Integer.parseInt(lines[2]), Double.parseDouble(lines[3]), true));
		}
		catch (final IllegalArgumentException e) { // no number, or curves that are none
			return Optional.empty();
		}
	}

	private static Stream<String> numbers(final String line) {
		return line.isEmpty() ? Stream.empty() : Arrays.stream(line.split("\t"));
	}
}
