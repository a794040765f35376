package io.github.sparsej.imagej;

import ij.IJ;

/** What the user should know though it is no error: lines in ImageJ's Log. */
public final class Notes {

	private Notes() {}

	public static void say(final String note) {
		IJ.log("SparseJ: " + note);
	}
}
