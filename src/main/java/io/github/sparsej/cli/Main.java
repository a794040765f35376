package io.github.sparsej.cli;

import java.io.IOException;
import java.nio.file.Path;

import io.github.sparsej.imagej.ImageJWindow;
import io.github.sparsej.imagej.MainJob;

/**
 * What the README's first command runs. Without an argument: learn a dictionary from a sample image, encode and
 * reconstruct it, and write the results. With the path of an image: the same with that image. With {@code imagej}: opens
 * ImageJ with SparseJ in its menu.
 */
public final class Main {

	private static final String OPEN_IMAGEJ = "imagej";
	private static final Path FOLDER = Path.of("target", "demo");

	private Main() {}

	public static void main(final String[] arguments) {
		final String argument = arguments.length == 0 || arguments[0] == null ? "" : arguments[0].strip();
		try {
			if (argument.equals(OPEN_IMAGEJ)) {
				ImageJWindow.open(FOLDER.resolve("imagej"));
				return;
			}
			System.setProperty("java.awt.headless", "true"); // before anything of AWT is loaded
			final TerminalProgress progress = new TerminalProgress(System.out);
			System.out.print(table(MainJob.run(argument, FOLDER, progress)));
		}
		catch (final IOException | IllegalArgumentException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
		catch (final OutOfMemoryError e) {
			System.err.println("There is not enough memory for this image: give Java more (-Xmx), or crop the image");
			System.exit(1);
		}
	}

	private static String table(final MainJob.Report report) {
		final StringBuilder text = new StringBuilder();
		report.figures().forEach((name, value) -> text.append(String.format("%-20s %s%n", name, value)));
		text.append(String.format("%nWritten:%n"));
		report.files().forEach(file -> text.append(String.format("  %s%n", file)));
		return text.toString();
	}
}
