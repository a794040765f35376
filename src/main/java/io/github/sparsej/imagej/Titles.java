package io.github.sparsej.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;

/** Titles of images: those of results, and images named by their title. */
public final class Titles {

	/** Of files that ImageJ, Fiji and Bio-Formats open; any other ending is part of the name. */
	private static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "dcm", "dicom", "fits", "fit", "pgm", "ppm", "pbm", "avi", "zip", "raw",
		"nrrd", "mrc", "ics", "ids", "czi", "lif", "lsm", "nd2", "oib", "oif", "stk", "svs", "vsi", "zvi", "ims", "mov", "mp4", "h5", "hdf5", "npy", "webp");

	private Titles() {}

	/** The title of an image without its file extension: "cell.tif" gives "cell", "v1.2 final" stays. */
	public static String base(final ImagePlus image) {
		return base(image.getTitle());
	}

	/** The same of a title, or of the name of a file. */
	public static String base(final String title) {
		final int dot = title.lastIndexOf('.');
		return dot > 0 && EXTENSIONS.contains(title.substring(dot + 1).toLowerCase(Locale.ROOT)) ? title.substring(0, dot) : title;
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
	 * The open image that a key names, by its title or its ID (a negative number). Of several with one title it is the
	 * newest, with a note in the Log.
	 *
	 * @throws IllegalArgumentException naming the key, the title and what is open
	 */
	public static ImagePlus find(final String key, final String title) {
		final List<ImagePlus> found = new ArrayList<>();
		if (title != null && !title.isBlank()) for (final ImagePlus image : images()) if (image.getTitle().equals(title) || String.valueOf(image.getID()).equals(title)) found.add(image);
		if (found.size() > 1) Notes.say(found.size() + " open images are titled " + title + ": the newest is used");
		if (!found.isEmpty()) return found.get(found.size() - 1);
		final String known = Arrays.toString(open());
		throw new IllegalArgumentException(title == null || title.isBlank()
			? "'" + key + "' is missing: it is the title of an open image " + known
			: key + "=[" + title + "]: no image of this title is open; open are " + known);
	}

	/** All open images, the oldest first. */
	public static List<ImagePlus> images() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).map(id -> -id).sorted().map(id -> -id).mapToObj(WindowManager::getImage).filter(Objects::nonNull).toList();
	}
}
