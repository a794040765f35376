package io.github.sparsej.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Checks of the values a macro gives: neither choices nor limits are enforced in macro mode, and a number that cannot be
 * read arrives as null or 0. Each failure names the key, the value and what is allowed.
 */
final class Check {

	/** px; the widest that filters take. */
	private static final int LARGEST_WINDOW = 4001;

	private Check() {}

	static int range(final String key, final Integer value, final int min, final int max) {
		if (value == null || value < min || value > max)
			throw new IllegalArgumentException(key + "=" + value + ": a whole number from " + min + " to " + max + " is needed");
		return value;
	}

	/** The width of a window that has a middle. */
	static int window(final String key, final Integer value, final int min) {
		if (value == null || value < min || value > LARGEST_WINDOW || value % 2 == 0) throw new IllegalArgumentException(key + "=" + value + ": an odd number from " + min + " to " + LARGEST_WINDOW + " is needed");
		return value;
	}

	static double range(final String key, final Double value, final double min, final double max) {
		if (value == null || !(value >= min && value <= max)) // NaN fails too
			throw new IllegalArgumentException(key + "=" + value + ": a number " + (max == Double.MAX_VALUE ? "of " + text(min) + " or more" : "from " + text(min) + " to " + text(max)) + " is needed");
		return value;
	}

	static double positive(final String key, final Double value) {
		if (value == null || !(value > 0) || Double.isInfinite(value)) throw new IllegalArgumentException(key + "=" + value + ": a positive number is needed");
		return value;
	}

	private static String text(final double limit) {
		return limit == Math.rint(limit) && Math.abs(limit) < 1e9 ? String.valueOf((long) limit) : String.valueOf(limit);
	}

	static String choice(final String key, final String value, final String... allowed) {
		if (!Arrays.asList(allowed).contains(value)) throw new IllegalArgumentException(key + "=[" + value + "]: one of " + Arrays.toString(allowed) + " is needed");
		return value;
	}

	static Path path(final String key, final String value) {
		return path(key, value, "file");
	}

	static Path folder(final String key, final String value) {
		return path(key, value, "folder");
	}

	private static Path path(final String key, final String value, final String kind) {
		if (value == null || value.isBlank()) throw new IllegalArgumentException("'" + key + "' is missing: the path of a " + kind + " is needed");
		try {
			return Path.of(value.strip());
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(key + "=[" + value + "]: that is no path: " + e.getReason(), e);
		}
	}

	static ImagePlus image(final ImagePlus image) {
		if (image == null) throw new IllegalArgumentException(WindowManager.getImageCount() == 0 ? "There is no image open." : "No image of the title given is open; open are " + Arrays.toString(WindowManager.getImageTitles()));
		return image;
	}

	static boolean flag(final String key, final Boolean value) {
		if (value == null) throw new IllegalArgumentException(key + ": true or false is needed");
		return value;
	}
}
