package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.PlainRun;

/** What results do not depend on: language and time zone, other commands at work, what becomes of the image meanwhile, and how many runs there were before. */
class SurroundingsTest {

	private static final String LEARN = "patchsize=6 atoms=20 patches=2000 iterations=40 batch=200 lambda=0.5 curves=false", DENOISE = "sigma=20 iterations=2 patches=2000 atoms=32";

	private static final int RUNS = 1000, WARM = 100;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ImagePlus noise(final String title, final int seed) {
		final float[] pixels = new float[96 * 96];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) (100 + 50 * Math.sin(i * (0.01 + seed * 0.003)) + (i * 2654435761L >>> 7 & 31));
		final ImagePlus image = new ImagePlus(title, new FloatProcessor(96, 96, pixels));
		image.show();
		return image;
	}

	private static List<Object> pixels(final String title) {
		final List<Object> pixels = new ArrayList<>();
		final ImagePlus image = WindowManager.getImage(title);
		assertThat(image).as(title).isNotNull();
		for (int i = 1; i <= image.getStackSize(); i++) pixels.add(((float[]) image.getStack().getProcessor(i).convertToFloatProcessor().getPixels()).clone());
		return pixels;
	}

	private static void run(final String label, final String options, final ImagePlus image) {
		end(PlainRun.start(label, options, image));
	}

	private static void end(final PlainRun run) {
		assertThat(run.await(60_000)).isTrue();
		assertThat(run.thrown()).isEmpty();
		assertThat(run.error()).isEmpty();
	}

	/** Pixels of all steps of a workflow, and the Results as CSV. */
	private static List<Object> workflow() {
		HeadlessImageJ.reset();
		final List<Object> all = new ArrayList<>();
		HeadlessImageJ.log(() -> {
			run("Learn Dictionary...", LEARN, noise("source", 1));
			run("Encode Image...", "dictionary=source-atoms encoder=[Lasso coordinate descent] lambda=2.5", WindowManager.getImage("source"));
			run("Reconstruct Image...", "dictionary=source-atoms", WindowManager.getImage("source-code"));
			run("Compare with Reference...", "reference=source", WindowManager.getImage("source-reconstruction"));
			run("Sparse Denoise...", DENOISE, WindowManager.getImage("source"));
		});
		for (final String title : List.of("source-atoms", "source-code", "source-reconstruction", "source-denoised")) all.addAll(pixels(title));
		all.add(WindowManager.getImage("source-atoms").getProperty("Info"));
		final ResultsTable results = ResultsTable.getResultsTable();
		for (final String heading : results.getHeadings()) if (!heading.contains("Time")) for (int row = 0; row < results.size(); row++) all.add(heading + "=" + results.getStringValue(heading, row));
		return all;
	}

	@Test
	void languageAndTimeZoneChangeNothing() {
		final List<Object> before = workflow();
		final Locale locale = Locale.getDefault();
		final TimeZone zone = TimeZone.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
			assertThat(String.format("%.1f", 0.5)).isEqualTo("0,5");
			assertThat(workflow()).usingRecursiveComparison().isEqualTo(before);
			Locale.setDefault(Locale.forLanguageTag("tr-TR")); // where i is no lower case of I
			assertThat(workflow()).usingRecursiveComparison().isEqualTo(before);
		}
		finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void commandsAtOnceMakeWhatTheyMakeOneAfterTheOther() {
		final List<List<Object>> after = new ArrayList<>();
		for (final boolean atOnce : new boolean[] { false, true }) {
			HeadlessImageJ.reset();
			final List<Object> results = new ArrayList<>();
			HeadlessImageJ.log(() -> {
				final List<PlainRun> runs = new ArrayList<>();
				for (int i = 1; i <= 3; i++) {
					runs.add(PlainRun.start(i < 3 ? "Learn Dictionary..." : "Sparse Denoise...", i < 3 ? LEARN : DENOISE, noise("source" + i, i)));
					if (!atOnce) end(runs.get(runs.size() - 1));
				}
				runs.forEach(SurroundingsTest::end);
			});
			for (final String title : List.of("source1-atoms", "source2-atoms", "source3-denoised")) results.addAll(pixels(title));
			after.add(results);
		}
		assertThat(after.get(1)).usingRecursiveComparison().isEqualTo(after.get(0));
	}

	@Test
	void theImageMayBeClosedOrPaintedOverMeanwhile() {
		HeadlessImageJ.log(() -> {
			for (final boolean close : new boolean[] { true, false })
				for (final String label : List.of("Learn Dictionary...", "Sparse Denoise...", "Inpaint Image...")) {
					HeadlessImageJ.reset();
					final ImagePlus image = noise("source", 1);
					image.getProcessor().setf(5, Float.NaN);
					final PlainRun run = PlainRun.start(label, label.startsWith("Learn") ? LEARN : "iterations=2 patches=2000 atoms=32", image);
					run.await(30);
					if (close) image.close();
					else Arrays.fill((float[]) image.getProcessor().getPixels(), Float.NaN);
					assertThat(run.await(60_000)).isTrue();
					assertThat(run.thrown()).isEmpty();
					assertThat(run.error().orElse("")).as(label).doesNotContain("Something went wrong");
				}
		});
	}

	@Tag("long")
	@Test
	void aThousandRunsLeaveNothingBehind() throws InterruptedException {
		final List<long[]> figures = new ArrayList<>();
		HeadlessImageJ.log(() -> {
			run("Learn Dictionary...", LEARN, noise("source", 1));
			final ImagePlus source = WindowManager.getImage("source");
			for (int i = 0; i <= RUNS; i++) {
				if (i == WARM || i == RUNS) figures.add(figures());
				run("Encode Image...", "dictionary=source-atoms", source);
				run("Reconstruct Image...", "dictionary=source-atoms", WindowManager.getImage("source-code"));
				WindowManager.getImage("source-code").close();
				WindowManager.getImage("source-reconstruction").close();
			}
		});
		final long[] warm = figures.get(0), last = figures.get(1);
		System.out.printf(Locale.ROOT, "soak: heap %.2f MB after %d runs, %.2f MB after %d; threads %d, %d; images %d, %d%n", warm[0] / 1e6, WARM, last[0] / 1e6, RUNS, warm[1], last[1], warm[2], last[2]);
		assertThat(last[0] - warm[0]).as("bytes more after %d runs more", RUNS - WARM).isLessThan(2_000_000);
		assertThat(last[1]).as("threads").isLessThanOrEqualTo(warm[1] + 1);
		assertThat(last[2]).as("open images").isEqualTo(warm[2]);
	}

	/** Bytes in use, threads, open images; threads that wait for work end after a second. */
	private static long[] figures() {
		IJ.wait(1500);
		for (int i = 0; i < 3; i++) System.gc();
		return new long[] { Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), ManagementFactory.getThreadMXBean().getThreadCount(), WindowManager.getWindowCount() + Interpreter.getBatchModeImageCount() };
	}
}
