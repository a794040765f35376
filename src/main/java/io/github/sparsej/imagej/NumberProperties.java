package io.github.sparsej.imagej;

import java.util.Arrays;

import ij.ImagePlus;

/** Whole numbers in properties of an image. */
public final class NumberProperties {

	private NumberProperties() {}

	/** @throws IllegalArgumentException naming the property that is missing or damaged */
	public static int[] read(final ImagePlus image, final String key, final int count) {
		final String text = image.getProp(key);
		try {
			final int[] numbers = Arrays.stream(String.valueOf(text).split(" ")).mapToInt(Integer::parseInt).toArray();
			if (numbers.length == count) return numbers;
		}
		catch (final NumberFormatException damaged) {
			// said below
		}
		throw new IllegalArgumentException(image.getTitle() + " is damaged: its property " + key + " is '" + text + "', " + count + " whole numbers are needed");
	}
}
