package io.github.sparsej.imagej.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.gui.Plot;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.result.ResultsTexts;
import io.github.sparsej.store.WholeFile;

/**
 * Where the results of a command become files. What a user named is written under that name, which is checked before the
 * work begins; everything else beside it, by its title. No file is ever half written, none that was read is replaced, and
 * others only if that was asked for.
 */
public final class ResultFiles {

	private static final String STOPPED = "-stopped";

	private final List<Path> inputs = new ArrayList<>();
	private final boolean replace;

	/**
	 * @param inputs  files that are read
	 * @param replace whether other files may be replaced
	 */
	public ResultFiles(final List<Path> inputs, final boolean replace) {
		this.inputs.addAll(inputs);
		this.replace = replace;
	}

	/**
	 * Checks a name for an image before the work begins.
	 *
	 * @throws IllegalArgumentException if its ending is of no format that is written here
	 */
	public static void checkFormat(final Path file) {
		if (!isTiff(file) && !isPng(file)) throw new IllegalArgumentException(file + ": results are written as .tif, or as .png where 8 bits are enough");
	}

	/**
	 * Checks that a file may be written.
	 *
	 * @throws IOException if it may not
	 */
	public void checkFree(final Path file) throws IOException {
		if (isInput(file)) throw new IOException(file + " is what is read: give the result another name");
		if (Files.isDirectory(file)) throw new IOException(file + " is a folder");
		if (Files.exists(file) && !replace) throw new IOException(file + " is there already: give another name, or --force to replace it");
		final Path folder = file.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new IOException(file + " cannot be written: there is no folder " + folder);
	}

	/**
	 * Writes an image under the name that was asked for.
	 *
	 * @param stopped whether it is what there was when the work was stopped: then its name says so
	 * @return where it is
	 */
	public Path write(final ImagePlus image, final Path file, final boolean stopped) throws IOException {
		return write(image, free(stopped ? marked(file) : file));
	}

	/** Writes an image or a plot into a folder, by its title; plots as PNG. */
	public Path writeInto(final Path folder, final ImagePlus image, final boolean stopped) throws IOException {
		final String name = FileNames.of(Titles.base(image)) + (isPlot(image) ? ".png" : ".tif");
		return write(image, folder.resolve(name), stopped);
	}

	/** Writes ImageJ's Results table as comma separated values. */
	public Path writeTable(final Path file) throws IOException {
		final Path place = free(file);
		WholeFile.write(place, ResultsTexts.csv().getBytes(StandardCharsets.UTF_8));
		return place;
	}

	private static Path write(final ImagePlus image, final Path file) throws IOException {
		if (!isPng(file)) ModelFiles.save(image, file);
		else {
			PngFiles.save(image, file);
			tellLoss(image, file);
		}
		return file;
	}

	/** A picture of 8 bits keeps only what is seen. */
	private static void tellLoss(final ImagePlus image, final Path file) {
		if (isPlot(image)) return;
		final String grey = image.getBitDepth() == 16 || image.getBitDepth() == 32 ? "grey values from " + (float) image.getDisplayRangeMin() + " to " + (float) image.getDisplayRangeMax() + " became 0 to 255" : "";
		final String slices = image.getStackSize() > 1 ? "of " + image.getStackSize() + " slices it has the first seen" : "";
		final String loss = grey + (grey.isEmpty() || slices.isEmpty() ? "" : "; ") + slices;
		if (!loss.isEmpty()) Notes.say(file + ": " + loss + "; a .tif keeps everything");
	}

	/** The name itself or, if a file that must stay has it, the next one that is free. */
	private Path free(final Path file) {
		Path free = file;
		for (int i = 2; isInput(free) || Files.exists(free) && !replace; i++) free = withEnding(file, "-" + i);
		return free;
	}

	private static Path marked(final Path file) {
		return withEnding(file, STOPPED);
	}

	/** The name with something between itself and its extension. */
	private static Path withEnding(final Path file, final String ending) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
		return file.resolveSibling(name.substring(0, dot) + ending + name.substring(dot));
	}

	private boolean isInput(final Path file) {
		for (final Path input : inputs) {
			try {
				if (Files.exists(file) && Files.exists(input) && Files.isSameFile(input, file)) return true;
			}
			catch (final IOException unknown) {
				return true; // rather another name than a lost input
			}
		}
		return false;
	}

	private static boolean isPlot(final ImagePlus image) {
		return image.getProperty(Plot.PROPERTY_KEY) != null;
	}

	private static boolean isTiff(final Path file) {
		return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?");
	}

	private static boolean isPng(final Path file) {
		return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
	}
}
