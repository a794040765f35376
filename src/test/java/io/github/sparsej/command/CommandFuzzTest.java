package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.OddImages;
import io.github.sparsej.testing.PlainRun;

/**
 * Every command with values that nobody would give, on tiny images of all kinds, as a macro line runs it: it does its work or says
 * in words what does not do, and ends. Whatever happens, the images there were stay as they are.
 */
class CommandFuzzTest {

	/** What takes longer is asked to stop by Esc. */
	private static final long PATIENCE_MILLIS = 150;
	/** What does not stop then hangs. */
	private static final long HANG_MILLIS = 15_000;

	/** Keys that tell how much work there is: small, but where a case says otherwise. */
	private static final Map<String, String> SMALL = Map.ofEntries(Map.entry("patches", "30"), Map.entry("iterations", "2"), Map.entry("atoms", "6"), Map.entry("batch", "8"), Map.entry("patchsize", "3"), Map.entry("hidden", "4"),
		Map.entry("epochs", "2"), Map.entry("atomsize", "3"), Map.entry("points", "2"), Map.entry("seeds", "1"), Map.entry("nonzeros", "2"), Map.entry("quantiles", "8"), Map.entry("to", "3"), Map.entry("turns", "1"),
		Map.entry("methods", "None,HEH"), Map.entry("encoders", "Matching pursuit,FISTA"), Map.entry("every", "1"), Map.entry("datalambda", "1"));

	private static final String[] WHOLE = { "0", "1", "1", "2", "2", "3", "3", "4", "4", "5", "6", "7", "8", "10", "12", "-1", "64", "256", "65536", "16777216", "268435456", "2147483647", "-2147483648", "2147483648", "1.0", "1e3", "0x10", "NaN", "Infinity", "", "many", "\u0661", "1,5" };
	private static final String[] REAL = { "0", "0", "-0.0", "1", "1", "0.5", "0.5", "0.1", "0.1", "0.05", "3", "5", "20", "-1", "0.999999", "2", "10", "1e-3", "1e-9", "1e-300", "4.9e-324", "1e9", "1e300", "1.7976931348623157e308", "-1e300", "NaN", "Infinity", "-Infinity", "1,5", "", "much", "0x1p3" };
	private static final String[] FLAGS = { "true", "false", "true", "false", "", "yes", "TRUE", "1" };
	private static final String[] TEXTS = { "", "1", "0,0,0", "1,2,3,4,5,6", "-1,2", "NaN", "1,,2", ",", "None", "HEH", "EMP@0.1", "EMP@-1", "EMP@", "@", "OLS,OLS,HEH", "FISTA", "Top k,LCA", "Energy", "Feed-forward", "a b", "1e-3,1e3", "Camera", "[", "x=1", "\u00e9\u6f22" };

	private static List<ImagePlus> images;
	private static Map<String, Map<String, Class<?>>> inputs;
	private static Map<String, List<String>> choices;
	private static Set<String> paths;
	private static Path folder;
	private static int ran, refused, stopped;

	/** A macro line: the label of a command, the title of the active image (empty for none) and keys with values, some of them twice or without. */
	record Line(String label, String active, List<String> given) {

		String options() {
			final Map<String, String> small = new LinkedHashMap<>();
			inputs.get(label).keySet().stream().filter(SMALL::containsKey).filter(key -> given.stream().noneMatch(option -> option.startsWith(key + "="))).forEach(key -> small.put(key, SMALL.get(key)));
			if (label.startsWith("Sparsification")) small.put("weights", "40");
			final StringBuilder text = new StringBuilder(String.join(" ", given));
			small.forEach((key, value) -> text.append(' ').append(key).append("=[").append(value).append(']'));
			return text.toString();
		}
	}

	@BeforeContainer
	static void imageJ() throws IOException {
		HeadlessImageJ.reset();
		ran = refused = stopped = 0;
		folder = Files.createTempDirectory("sparsej-fuzz");
		quietly(CommandFuzzTest::openAll);
		readInterface();
	}

	@AfterContainer
	static void close() throws IOException {
		System.out.println("CommandFuzzTest: " + ran + " commands, " + refused + " ended with a message, " + stopped + " were stopped");
		HeadlessImageJ.reset();
		try (var files = Files.walk(folder)) {
			files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
		}
	}

	private static void openAll() {
		final List<ImagePlus> odd = OddImages.show();
		learned("Learn Dictionary...", "patchsize=3 atoms=6 patches=60 iterations=2 batch=20 curves=false", "floats");
		learned("Learn Dictionary...", "patchsize=3 atoms=6 patches=60 iterations=2 batch=20 curves=false whitening=ZCA disk=true homeostasis=HEH", "bytes");
		learned("Learn Dictionary...", "patchsize=3 atoms=6 patches=60 iterations=2 batch=20 curves=false learner=Online color=Joint", "colours");
		learned("Sparse Autoencoder...", "patchsize=3 hidden=4 patches=60 iterations=2 curves=false", "words");
		learned("Energy Autoencoder...", "patchsize=4 patches=20 atoms=4 iterations=1 curves=false", "part");
		learned("Learn Convolutional Dictionary...", "atoms=3 atomsize=3 epochs=2 nonzeros=4 curves=false layers=2 nextatoms=2 nextsize=2", "classes");
		learned("Train Read-out...", "dictionary=classes-atoms iterations=3", "classes");
		learned("Encode Image...", "dictionary=floats-atoms stride=1", "floats");
		learned("Encode Image...", "dictionary=floats-atoms stride=2 output=Maps", "floats");
		learned("Encode Convolutional...", "dictionary=classes-atoms", "classes");
		learned("Encode Convolutional...", "dictionary=classes-atoms output=Points", "classes");
		learned("Whiten Image...", "", "floats");
		final ImagePlus damaged = WindowManager.getImage("floats-atoms").duplicate();
		damaged.setTitle("damaged");
		damaged.setProperty("Info", ((String) damaged.getProperty("Info")).substring(0, 900));
		damaged.show();
		images = open();
		assertThat(images).hasSizeGreaterThan(odd.size() + 12);
	}

	private static void learned(final String label, final String options, final String title) {
		final PlainRun run = PlainRun.start(label, options, WindowManager.getImage(title));
		assertThat(run.await(20_000)).isTrue();
		assertThat(run.error()).as(label + " " + options).isEmpty();
		assertThat(run.thrown()).isEmpty();
	}

	private static List<ImagePlus> open() {
		return Arrays.stream(Interpreter.getBatchModeImageIDs()).mapToObj(WindowManager::getImage).toList();
	}

	private static void readInterface() {
		inputs = new LinkedHashMap<>();
		choices = new HashMap<>();
		paths = new HashSet<>();
		try (Context context = new Context(CommandService.class, ModuleService.class)) {
			HeadlessImageJ.commands().forEach((label, className) -> {
				final CommandInfo info = context.service(CommandService.class).getCommand(className);
				final Map<String, Class<?>> keys = new LinkedHashMap<>();
				for (final ModuleItem<?> input : info.inputs()) {
					if (input.getVisibility() == ItemVisibility.MESSAGE || Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class) continue;
					keys.put(input.getName(), Types.box(input.getType()));
					if (input.getChoices() != null) choices.put(label + input.getName(), input.getChoices().stream().map(String::valueOf).toList());
					if (FileWidget.OPEN_STYLE.equals(input.getWidgetStyle()) || FileWidget.SAVE_STYLE.equals(input.getWidgetStyle()) || FileWidget.DIRECTORY_STYLE.equals(input.getWidgetStyle())) paths.add(label + input.getName());
				}
				inputs.put(label, keys);
			});
		}
	}

	@Provide
	Arbitrary<Line> lines() {
		final List<String> titles = new ArrayList<>(images.stream().map(ImagePlus::getTitle).toList());
		titles.add("");
		return Arbitraries.of(List.copyOf(inputs.keySet())).flatMap(label -> Combinators.combine(Arbitraries.of(titles), option(label).list().ofMaxSize(4)).as((active, given) -> new Line(label, active, given)));
	}

	private static Arbitrary<String> option(final String label) {
		final Map<String, Class<?>> keys = inputs.get(label);
		return Arbitraries.of(List.copyOf(keys.keySet())).flatMap(key -> value(label, key, keys.get(key)).map(value -> key + "=[" + value + "]"));
	}

	private static Arbitrary<String> value(final String label, final String key, final Class<?> type) {
		if (paths.contains(label + key)) return Arbitraries.of("", folder.toString(), folder.resolve("none").resolve("file.tif").toString(), folder.resolve("file.tif").toString(), folder.resolve("\u00e9 file").toString(), "\u0000");
		if (type == Integer.class) return Arbitraries.of(WHOLE);
		if (type == Double.class) return Arbitraries.of(REAL);
		if (type == Boolean.class) return Arbitraries.of(FLAGS);
		if (choices.containsKey(label + key)) return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(choices.get(label + key))), Tuple.of(1, Arbitraries.of("", "Best")));
		final List<String> titles = images.stream().map(ImagePlus::getTitle).toList();
		if (type == ImagePlus.class) return Arbitraries.of(titles);
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(titles)), Tuple.of(3, Arbitraries.of(TEXTS)), Tuple.of(1, Arbitraries.strings().ofMaxLength(20)));
	}

	@Property(tries = 500, seed = "8", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void someEndWithAResultOrInWords(@ForAll("lines") final Line line) {
		run(line);
	}

	@Tag("long")
	@Property(tries = 12_000, seed = "88", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void allEndWithAResultOrInWords(@ForAll("lines") final Line line) {
		run(line);
	}

	private static void run(final Line line) {
		final String options = line.options();
		final String before = state();
		quietly(() -> {
			final PlainRun run = PlainRun.start(line.label, options, line.active.isEmpty() ? null : WindowManager.getImage(line.active));
			if (!run.await(PATIENCE_MILLIS)) {
				stopped++;
				final long end = System.nanoTime() + HANG_MILLIS * 1_000_000;
				do IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				while (!run.await(50) && System.nanoTime() < end);
				assertThat(run.await(1)).as(() -> line.label + " on " + line.active + ": " + options + " does not stop: " + run.where()).isTrue();
			}
			ran++;
			if (run.error().isPresent()) refused++;
			run.thrown().ifPresent(thrown -> {
				throw new AssertionError(line.label + " on " + line.active + ": " + options + " throws", thrown);
			});
			assertThat(run.error().orElse("")).as(line.label + " on " + line.active + ": " + options).doesNotContain("Something went wrong").doesNotContain("not enough memory");
			run.error().ifPresent(error -> assertThat(error).as(line.label + " on " + line.active + ": " + options).isNotBlank());
			for (final ImagePlus image : open()) if (!images.contains(image)) image.close();
		});
		ResultsTable.getResultsTable().reset();
		assertThat(state()).as(line.label + " on " + line.active + ": " + options + " changes an image").isEqualTo(before);
	}

	/** The pixels, titles and sizes of the images there were. */
	private static String state() {
		final StringBuilder text = new StringBuilder();
		for (final ImagePlus image : images) {
			text.append(image.getTitle()).append(Arrays.toString(image.getDimensions())).append(image.getRoi()).append(image.getCurrentSlice());
			for (int i = 1; i <= image.getStackSize(); i++) {
				final Object pixels = image.getStack().getPixels(i);
				text.append(pixels instanceof byte[] bytes ? Arrays.hashCode(bytes) : pixels instanceof short[] shorts ? Arrays.hashCode(shorts) : pixels instanceof int[] ints ? Arrays.hashCode(ints) : Arrays.hashCode((float[]) pixels)).append(' ');
			}
		}
		return text.toString();
	}

	/** Without windows the Log is the standard output. */
	private static void quietly(final Runnable work) {
		final PrintStream before = System.out;
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			work.run();
		}
		finally {
			System.setOut(before);
		}
	}
}
