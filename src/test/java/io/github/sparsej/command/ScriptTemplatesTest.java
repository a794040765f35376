package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.HeadlessImageJ;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.script.ScriptEngineManager;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts under Templates in Fiji's script editor run on a sample, in the languages as Fiji has them. */
class ScriptTemplatesTest {

	private static final Path FOLDER = Path.of("src", "main", "resources", "script_templates", "SparseJ");
	private static final String SOURCE = "run('SparseJ Microaneurysms');";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static void run(final String language, final String script) throws Exception {
		new ScriptEngineManager().getEngineByName(language).eval(Files.readString(FOLDER.resolve(script)));
	}

	private static double rmse(final ImagePlus image, final ImagePlus reference) {
		final float[] x = (float[]) image.getProcessor().convertToFloatProcessor().getPixels(), y = (float[]) reference.getProcessor().convertToFloatProcessor().getPixels();
		double sum = 0;
		for (int i = 0; i < x.length; i++) sum += (x[i] - y[i]) * (double) (x[i] - y[i]);
		return Math.sqrt(sum / x.length);
	}

	@Test
	void groovyLearnsEncodesAndReconstructs() throws Exception {
		final ImagePlus source = HeadlessImageJ.image(SOURCE);
		final String log = HeadlessImageJ.log(() -> {
			try {
				run("groovy", "Learn_Encode_Reconstruct.groovy");
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
		assertThat(log).contains("microaneurysms.png: ", " coefficients in 64 atoms");
		assertThat(rmse(WindowManager.getImage("microaneurysms.png of 4 atoms per patch"), source)).isLessThan(3);
	}

	@Test
	void javaScriptDenoises() throws Exception {
		final ImagePlus noisy = HeadlessImageJ.image(SOURCE), clean = noisy.duplicate();
		ImageProcessor.setRandomSeed(1);
		noisy.getProcessor().noise(20);
		run("nashorn", "Denoise.js");
		assertThat(rmse(WindowManager.getImage("microaneurysms.png denoised"), clean)).isLessThan(0.6 * rmse(noisy, clean));
	}

	@Test
	void javaLearnsFromAnImg(@TempDir final Path classes) throws Exception {
		final ImagePlus source = HeadlessImageJ.image(SOURCE);
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assertThat(compiler.run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), FOLDER.resolve("Atoms_Of_An_Img.java").toString())).isZero();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() }, getClass().getClassLoader())) {
			loader.loadClass("Atoms_Of_An_Img").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		assertThat(rmse(WindowManager.getImage("microaneurysms.png of 64 atoms"), source)).isLessThan(3);
	}

	@Test
	void groovyRunsCommands() throws Exception {
		HeadlessImageJ.image(SOURCE);
		run("groovy", "Commands.groovy");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(38);
	}

	@Test
	void allAreRunHere() throws Exception {
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet())).isEqualTo(Set.of("Learn_Encode_Reconstruct.groovy", "Denoise.js", "Atoms_Of_An_Img.java", "Commands.groovy"));
		}
	}
}
