package io.github.sparsej.imagej;

import java.io.PrintWriter;
import java.io.StringWriter;

import ij.IJ;

/** What the user should know though it is no error: lines in ImageJ's Log. */
public final class Notes {

	/** What the notes of a thread are about where several things are worked on in turn; of each thread, so that two commands at once do not mix. */
	private static final ThreadLocal<String> SUBJECT = ThreadLocal.withInitial(() -> "");

	private Notes() {}

	/** Ends what {@link #about} began. */
	public interface Subject extends AutoCloseable {
		@Override
		void close();
	}

	/** Names in every note of this thread, until it is closed, what it is about. */
	public static Subject about(final String subject) {
		SUBJECT.set(subject + ": ");
		return SUBJECT::remove;
	}

	/** An error of our own making, with its stack, for a report. */
	public static void say(final Throwable error) {
		final StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		say(text.toString());
	}

	public static void say(final String note) {
		IJ.log("SparseJ: " + SUBJECT.get() + note);
	}
}
