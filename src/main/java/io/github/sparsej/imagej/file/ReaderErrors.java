package io.github.sparsej.imagej.file;

import java.lang.reflect.Field;

import ij.IJ;
import ij.io.OpenDialog;
import ij.macro.Interpreter;

/**
 * While this is open, what ImageJ's readers have to say against a damaged file goes to the Log: else it would be a dialog, or end the macro that runs.
 * What the user opened last is restored at the end.
 */
final class ReaderErrors implements AutoCloseable {

	private final Field interpreterField = interpreterField();
	private final Interpreter interpreter = interpreter();
	private final String folder = OpenDialog.getLastDirectory();
	private final String name = OpenDialog.getLastName();

	ReaderErrors() {
		setInterpreter(null);
		IJ.redirectErrorMessages(true);
	}

	@Override
	public void close() {
		IJ.redirectErrorMessages(false);
		setInterpreter(interpreter);
		OpenDialog.setLastDirectory(folder);
		OpenDialog.setLastName(name);
	}

	/** Where ImageJ keeps the macro that errors end; null in versions that do not. */
	private static Field interpreterField() {
		try {
			final Field field = IJ.class.getDeclaredField("macroInterpreter");
			field.setAccessible(true);
			return field;
		}
		catch (final NoSuchFieldException | RuntimeException otherVersion) {
			return null;
		}
	}

	private Interpreter interpreter() {
		try {
			return interpreterField == null ? null : (Interpreter) interpreterField.get(null);
		}
		catch (final IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}

	private void setInterpreter(final Interpreter macro) {
		try {
			if (interpreterField != null) interpreterField.set(null, macro);
		}
		catch (final IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}
}
