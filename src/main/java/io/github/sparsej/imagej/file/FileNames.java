package io.github.sparsej.imagej.file;

import java.util.regex.Pattern;

/** Names of files that every system takes, made of titles of images and plots. */
public final class FileNames {

	/** What names of files cannot hold on one system or another. */
	private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/:*?\"<>|]");

	private FileNames() {}

	/** The title with a dash in the place of each character that a name cannot hold. */
	public static String of(final String title) {
		return NOT_IN_NAMES.matcher(title).replaceAll("-");
	}
}
