package io.github.sparsej.imagej.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.IJ;

import io.github.sparsej.testing.HeadlessImageJ;

/** Whatever stands behind a command's name in a macro, its inputs are set or one message says what is wrong, soon. */
class MacroOptionsFuzzTest {

	private static final long NANOSECONDS = 2_000_000_000L;
	private static final String LETTERS = "abcxyz=[]' \t\n,.-+eE0123456789\u00e9\u6f22\0\"\\{}<>%&";

	private static final List<CommandInfo> COMMANDS = HeadlessImageJ.commands().values().stream().map(className -> BridgeContext.get().service(CommandService.class).getCommand(className)).toList();

	/** Options as macros of the jar have them. */
	private static final List<String> LINES = lines();

	private static int parsed, refused;

	@BeforeContainer
	static void imageJ() {
		HeadlessImageJ.reset();
	}

	@AfterContainer
	static void tell() {
		System.out.println("MacroOptionsFuzzTest: " + parsed + " lines, " + refused + " refused");
	}

	private static List<String> lines() {
		final Pattern run = Pattern.compile("run\\(\\s*[\"'][^\"']+[\"']\\s*,\\s*[\"']([^\"']+)[\"']");
		final List<String> lines = new ArrayList<>();
		try (var macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.sorted().toList()) {
				final Matcher options = run.matcher(Files.readString(macro));
				while (options.find()) lines.add(options.group(1));
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		assertThat(lines).hasSizeGreaterThan(20);
		return lines;
	}

	@Property(tries = 1000, seed = "8", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void someAreReadOrRefused(@ForAll final long seed) {
		readChanged(seed);
	}

	@Tag("long")
	@Property(tries = 30_000, seed = "88", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void allAreReadOrRefused(@ForAll final long seed) {
		readChanged(seed);
	}

	@Property(tries = 300)
	void anyTextMayBeGiven(@ForAll final String text) {
		read(COMMANDS.get(Math.floorMod(text.hashCode(), COMMANDS.size())), text);
	}

	/** Values may be long: weights of all atoms, paths, lists of scanned values. */
	@Example
	void lengthIsNoMatter() {
		for (final CommandInfo command : COMMANDS)
			for (final String opening : new String[] { "weights=[", "values=[", "weights='", "weights=", "", "[", "[[[[", "a=[", "a=[ [", "'" })
				for (final String piece : new String[] { "0.125,", "[", "]", "[]", "[ ", "=", " =", "'", "a " }) read(command, opening + piece.repeat(20_000) + (opening.contains("[") ? "]" : ""));
	}

	private static void readChanged(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final StringBuilder line = new StringBuilder(LINES.get(random.nextInt(LINES.size())));
		for (int changes = random.nextInt(5); changes > 0; changes--) {
			final int from = random.nextInt(line.length() + 1), to = Math.min(line.length(), from + random.nextInt(12));
			switch (random.nextInt(4)) {
				case 0 -> line.delete(from, to);
				case 1 -> line.insert(from, line.substring(from, to));
				case 2 -> line.insert(from, LINES.get(random.nextInt(LINES.size())));
				default -> line.insert(from, LETTERS.charAt(random.nextInt(LETTERS.length())));
			}
		}
		read(COMMANDS.get(random.nextInt(COMMANDS.size())), line.toString());
	}

	private static void read(final CommandInfo command, final String options) {
		final Module module = BridgeContext.get().service(ModuleService.class).createModule(command);
		final long begin = System.nanoTime();
		final PrintStream out = System.out;
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			parsed++;
			new MacroOptions(BridgeContext.get().service(ConvertService.class), options).apply(module);
		}
		catch (final IllegalArgumentException e) {
			refused++;
			assertThat(e.getMessage()).isNotBlank();
		}
		catch (final RuntimeException | Error e) {
			throw new AssertionError(command.getTitle() + " with " + options.substring(0, Math.min(200, options.length())), e);
		}
		finally {
			System.setOut(out);
		}
		assertThat(System.nanoTime() - begin).as("time for %s", options.substring(0, Math.min(200, options.length()))).isLessThan(NANOSECONDS);
		IJ.getErrorMessage();
	}
}
