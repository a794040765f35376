package io.github.sparsej.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.WindowScenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The plugin in the windows of a real ImageJ, on a screen of its own; skipped where there is no Xvfb. */
class RealWindowsTest {

	private static final Path FOLDER = Path.of("target", "windows");

	@Test
	void learnFromADialogRecordEncodeReconstructCompareAndStop() throws Exception {
		final Path home = Files.createDirectories(FOLDER.resolve("home"));
		final Process screen = startXvfb();
		try {
			final String display = ":" + new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8)).readLine();
			final ProcessBuilder imageJ = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"-Duser.home=" + home.toAbsolutePath(), "-Djava.awt.headless=false", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				WindowScenario.class.getName(), FOLDER.toString()).redirectErrorStream(true);
			imageJ.environment().put("DISPLAY", display);
			final Path log = FOLDER.resolve("log.txt");
			final Process process = imageJ.redirectOutput(log.toFile()).start();
			final boolean ended = process.waitFor(3, TimeUnit.MINUTES);
			process.destroyForcibly();
			final List<String> seen = Files.readAllLines(log);
			assertThat(ended).as("ended: %s", seen).isTrue();
			assertThat(seen).contains("menu=io.github.sparsej.imagej.bridge.Command_Runner(\"io.github.sparsej.command.LearnDictionary\")", "preset=21 0.02 SHL", "after cancel=false", "done", "small=4", "stopped=true kept=true");
			assertThat(seen).as("all fields of the largest dialog").contains("parameter=eta", "browse=3 help=true", "seed after cancel=7").noneMatch(line -> line.startsWith("outside=")).anyMatch(line -> line.matches("scan height=[3-9]\\d\\d"));
			assertThat(seen).as("in the submenu of samples").anySatisfy(line -> assertThat(line).startsWith("samples=[SparseJ ").contains("SparseJ Camera", "SparseJ Retina"));
			assertThat(seen).contains("learner=20 Orthogonal matching pursuit None seed 7");
			assertThat(seen).anySatisfy(line -> assertThat(line).matches("message=Estimated for noisy.png: sigma (18|19|2[01])\\.\\d+"));
			assertThat(seen).anySatisfy(line -> assertThat(line).startsWith("denoised=run(\"Sparse Denoise...\", \"sigma=0.0 gain=1.15 method=K-SVD ").contains(" patchsize=8 depth=1 atoms=256 ", " iterations=3 ").doesNotContain("estimate", "settings"));
			assertThat(seen).as("short").anySatisfy(line -> assertThat(line).matches("height=[3-5]\\d\\d"));
			assertThat(seen).as("fits on a screen of 1080 px").anySatisfy(line -> assertThat(line).matches("advanced height=[3-9]\\d\\d"));
			assertThat(seen).as("what the command does, where its page is, keys that the dialog does not ask for").anySatisfy(line -> assertThat(line).startsWith("help=").contains("few atoms", "commands/encode-image.md#encode-image", "atleastone"));
			assertThat(seen).anySatisfy(line -> assertThat(line).startsWith("recorded=run(\"Learn Dictionary...\", \"preset=None learner=Hebbian patchsize=8 atoms=64 patches=20000 ").contains(" homeostasis=None ").doesNotContain("eta=", "seed=", "help", "settings"));
			assertThat(seen).anySatisfy(line -> assertThat(line).startsWith("encoded=run(\"Encode Image...\", \"dictionary=camera-atoms encoder=[Lasso coordinate descent] ").contains(" lambda=20.0 ").doesNotContain("weights=["));
			assertThat(seen).anySatisfy(line -> assertThat(line).startsWith("results=").contains("camera-reconstruction camera.png"));
		}
		finally {
			screen.destroy();
		}
	}

	private static Process startXvfb() {
		try {
			return new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (final IOException e) {
			Assumptions.abort("no Xvfb here: " + e.getMessage());
			throw new IllegalStateException(e); // not reached
		}
	}
}
