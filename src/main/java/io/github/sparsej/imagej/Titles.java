package io.github.sparsej.imagej;

import java.util.Arrays;

import ij.ImagePlus;
import ij.WindowManager;

/** Titles of images: those of results, and images named by their title. */
public final class Titles {

	private Titles() {}

	/** The title of an image without its file extension: "cell.tif" gives "cell", "v1.2 final" stays. */
	public static String base(final ImagePlus image) {
		final String title = image.getTitle();
		final int dot = title.lastIndexOf('.');
		return dot > 0 && title.substring(dot + 1).matches("[A-Za-z]\\w{0,4}") ? title.substring(0, dot) : title;
	}

	/** The title of an image without its file extension and without the ending that a command gave it. */
	public static String without(final ImagePlus image, final String ending) {
		final String title = base(image);
		return title.endsWith(ending) && title.length() > ending.length() ? title.substring(0, title.length() - ending.length()) : title;
	}

	/** The titles of all open images, for a choice in a dialog. */
	public static String[] open() {
		return WindowManager.getImageTitles();
	}

	/**
	 * The open image that a key names.
	 *
	 * @throws IllegalArgumentException naming the key, the title and what is open
	 */
	public static ImagePlus find(final String key, final String title) {
		final ImagePlus image = title == null || title.isBlank() ? null : WindowManager.getImage(title);
		if (image != null) return image;
		final String known = Arrays.toString(open());
		throw new IllegalArgumentException(title == null || title.isBlank()
			? "'" + key + "' is missing: it is the title of an open image " + known
			: key + "=[" + title + "]: no image of this title is open; open are " + known);
	}
}
