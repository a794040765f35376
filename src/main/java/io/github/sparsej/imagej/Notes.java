package io.github.sparsej.imagej;

import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;

/** What the user should know though it is no error: lines in ImageJ's Log. */
public final class Notes {

	private Notes() {}

	/** An error of our own making, with its stack, for a report. */
	public static void say(final Throwable error) {
		final StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		say(text.toString());
	}

	public static void say(final String note) {
		IJ.log("SparseJ: " + note);
	}
}
