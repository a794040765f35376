package io.github.sparsej.testing;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.Menus;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** The real ImageJ without a screen, in this JVM: its command table filled from plugins.config, macros run by its interpreter. */
public final class HeadlessImageJ {

	private static final Pattern ENTRY = Pattern.compile("^([^\"#]*),\\s*\"([^\"\\[]+?)(?:\\[[^\"]*\\])?\"\\s*,\\s*(.+)$");

	/** As ImageJ's own menu is listed in its jar: menu and number, label, class. */
	private static final Pattern OWN_ENTRY = Pattern.compile("^[A-Za-z-]+\\d+\\s*=\\s*\"([^\"\\[]+?)(?:\\[[^\"]*\\])?\"\\s*,\\s*(.+)$");

	/** Commands that ImageJ lists in its code. */
	private static final Map<String, String> LISTED_IN_CODE = Map.of("8-bit", "ij.plugin.Converter(\"8-bit\")", "32-bit", "ij.plugin.Converter(\"32-bit\")", "RGB Color", "ij.plugin.Converter(\"RGB Color\")",
		"Duplicate...", "ij.plugin.Duplicator", "Scale...", "ij.plugin.Scaler", "Crop", "ij.plugin.Resizer(\"crop\")");
	private static final Pattern COMMAND = Pattern.compile("^io\\.github\\.sparsej\\.imagej\\.bridge\\.Command_Runner\\(\"([\\w.]+)\"\\)$");

	private HeadlessImageJ() {}

	/** The entries of plugins.config: label to class and argument. */
	public static Map<String, String> menu() {
		final Map<String, String> entries = new LinkedHashMap<>();
		menuPaths().forEach((path, target) -> entries.put(path.substring(path.lastIndexOf('>') + 1), target));
		return entries;
	}

	/** The entries of plugins.config that run a command as it is, without options: label to class. */
	public static Map<String, String> commands() {
		final Map<String, String> commands = new LinkedHashMap<>();
		menu().forEach((label, target) -> {
			final Matcher command = COMMAND.matcher(target);
			if (command.matches()) commands.put(label, command.group(1));
		});
		return commands;
	}

	/** The entries of plugins.config: menu path with label to class and argument. */
	public static Map<String, String> menuPaths() {
		final Map<String, String> entries = new LinkedHashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(HeadlessImageJ.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
			lines.lines().map(ENTRY::matcher).filter(Matcher::matches).forEach(entry -> entries.put(entry.group(1).strip() + ">" + entry.group(2), entry.group(3).strip()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return entries;
	}

	/** ImageJ's own commands, which macros of users mix with these: label to class and argument. */
	private static Map<String, String> commandsOfImageJ() {
		final Map<String, String> entries = new LinkedHashMap<>(LISTED_IN_CODE);
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(Menus.class.getResourceAsStream("/IJ_Props.txt"), StandardCharsets.UTF_8))) {
			lines.lines().map(OWN_ENTRY::matcher).filter(Matcher::matches).forEach(entry -> entries.put(entry.group(1), entry.group(2).strip()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return entries;
	}

	/** Closes all images and empties Results, Log and the command table, then fills the last anew. */
	public static void reset() {
		try {
			final Field table = Menus.class.getDeclaredField("pluginsTable");
			table.setAccessible(true);
			final Map<String, String> commands = commandsOfImageJ();
			commands.putAll(menu());
			table.set(null, new Hashtable<>(commands));
			final Field current = WindowManager.class.getDeclaredField("tempImageTable"); // of each thread, also of those of SciJava that run commands
			current.setAccessible(true);
			((Map<?, ?>) current.get(null)).clear();
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
		Interpreter.batchMode = true;
		macro("close('*');");
		ResultsTable.getResultsTable().reset();
		WindowManager.setTempCurrentImage(null);
	}

	/**
	 * Runs a macro in batch mode.
	 *
	 * @return what it returns, or "[error] " and the message if a command ended it
	 */
	public static String macro(final String text) {
		final Interpreter interpreter = new Interpreter();
		interpreter.setIgnoreErrors(true); // else an error opens a dialog
		Interpreter.batchMode = true;
		final String returned = interpreter.run("setBatchMode(true);\n" + text, "");
		return interpreter.getErrorMessage() == null ? returned : "[error] " + interpreter.getErrorMessage();
	}

	/** Runs a macro that shall succeed; returns the image that is active then, even if others have its title. */
	public static ImagePlus image(final String text) {
		final String id = macro(text + "\nreturn d2s(getImageID(), 0);");
		if (id.startsWith("[error]")) throw new AssertionError(id);
		return WindowManager.getImage(Integer.parseInt(id));
	}

	/** What is written into the Log, which without windows is the standard output. */
	public static String log(final Runnable work) {
		final PrintStream before = System.out;
		final ByteArrayOutputStream written = new ByteArrayOutputStream();
		System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
		try {
			work.run();
		}
		finally {
			System.setOut(before);
		}
		return written.toString(StandardCharsets.UTF_8);
	}
}
