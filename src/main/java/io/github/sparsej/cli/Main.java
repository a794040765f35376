package io.github.sparsej.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import io.github.sparsej.imagej.job.ImageJWindow;
import io.github.sparsej.imagej.job.MainJob;

/**
 * The program: all commands as those of a shell ({@link Shell}), which without an argument tells what there is. Besides:
 * {@code demo}, with or without the path of an image, learns a dictionary from it, encodes and reconstructs it, and writes
 * the results (an empty argument, as the README's first command gives it, or the path alone do the same); {@code imagej}
 * opens ImageJ with SparseJ in its menu.
 */
public final class Main {

	private static final String OPEN_IMAGEJ = "imagej", DEMO = "demo";
	private static final Path FOLDER = Path.of("target", "demo");
	private static final long LINE_NANOS = 1_000_000_000L;

	private Main() {}

	public static void main(final String[] arguments) {
		final String[] words = Arrays.stream(arguments).filter(Objects::nonNull).toArray(String[]::new);
		if (words.length == 1 && words[0].strip().equals(OPEN_IMAGEJ)) {
			openImageJ();
			return;
		}
		System.setProperty("java.awt.headless", "true"); // before anything of AWT is loaded
		System.setProperty("jdk.console", "java.base"); // else newer Javas have a console in a pipe too
		System.exit(isDemo(words) ? demo(words[words.length - 1].strip()) : shell(words));
	}

	/** Demo has at most one argument more; and a path alone is none of the commands. */
	private static boolean isDemo(final String... words) {
		if (words.length == 0 || words.length > 2) return false;
		if (words.length == 2) return words[0].equals(DEMO);
		return words[0].isBlank() || words[0].equals(DEMO) || isPath(words[0].strip());
	}

	private static boolean isPath(final String word) {
		return !word.startsWith("-") && (word.matches(".*[./\\\\].*") || Files.exists(Path.of(word))) && !Shell.knows(word);
	}

	private static int shell(final String... words) {
		try (Interrupt interrupt = new Interrupt()) {
			return new Shell(System.out, System.err, System.console() != null, interrupt::asked).run(words);
		}
	}

	private static void openImageJ() {
		try {
			ImageJWindow.open(FOLDER.resolve("imagej"));
		}
		catch (final IOException e) {
			System.err.println(e.getMessage());
			System.exit(Shell.FAILED);
		}
	}

	private static int demo(final String word) {
		try {
			final TerminalProgress progress = new TerminalProgress(System.out::println, LINE_NANOS, () -> false);
			System.out.print(table(MainJob.run(word.equals(DEMO) ? "" : word, FOLDER, progress)));
			return Shell.DONE;
		}
		catch (final IOException | IllegalArgumentException e) {
			System.err.println(e.getMessage());
		}
		catch (final OutOfMemoryError e) {
			System.err.println("There is not enough memory for this image: give Java more (-Xmx), or crop the image");
		}
		return Shell.FAILED;
	}

	private static String table(final MainJob.Report report) {
		final StringBuilder text = new StringBuilder();
		report.figures().forEach((name, value) -> text.append(String.format("%-20s %s%n", name, value)));
		text.append(String.format("%nWritten:%n"));
		report.files().forEach(file -> text.append(String.format("  %s%n", file)));
		return text.toString();
	}
}
