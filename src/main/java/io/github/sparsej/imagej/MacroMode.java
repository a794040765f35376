package io.github.sparsej.imagej;

import ij.IJ;

/** Tells whether a macro (or a script) asks for something, or a user with the mouse while a macro happens to run elsewhere. */
public final class MacroMode {

	private MacroMode() {}

	/** @param asking the thread that asks, or null: ImageJ names the threads on which macros run, and only those, in this way */
	public static boolean isMacro(final Thread asking) {
		return IJ.isMacro() && asking != null && (asking.getName().startsWith("Run$_") || asking.getName().endsWith("Macro$"));
	}
}
