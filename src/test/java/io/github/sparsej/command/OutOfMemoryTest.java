package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Plugin;

import ij.IJ;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.SmallHeap;

/** What does not fit into the memory is refused before it begins, with the need and a remedy, and ImageJ goes on. */
class OutOfMemoryTest {

	private static final String IMAGE = "newImage('source', '8-bit noise', 400, 400, 1);\n", ATOMS = IMAGE + "run('Learn Dictionary...', 'patchsize=8 atoms=64 patches=500 iterations=0 initial=DCT curves=false');\nselectImage('source');\n";

	/** Each asks for more than the heap that it is run in. */
	private static final List<String> TOO_LARGE = List.of(
		IMAGE + "run('Learn Dictionary...', 'patchsize=16 patches=100000 iterations=1 curves=false');",
		IMAGE + "run('Learn Dictionary...', 'learner=K-SVD patches=100000 iterations=1 curves=false');",
		IMAGE + "run('Learn Dictionary...', 'learner=[Closed forms] patches=60000 iterations=1 curves=false');",
		IMAGE + "run('Sample Patches...', 'patchsize=16 patches=100000');",
		IMAGE + "run('Sparse Autoencoder...', 'patches=100000 hidden=100 iterations=1 curves=false');",
		IMAGE + "run('Energy Autoencoder...', 'patchsize=8 patches=40000 iterations=1 curves=false');",
		ATOMS + "run('Encode Image...', 'stride=1 nonzeros=40');",
		ATOMS.replace("400, 400", "600, 600") + "run('Encode Image...', 'stride=1 nonzeros=4 output=Maps');",
		ATOMS + "run('Compare Encoders...', 'patches=100000');",
		"newImage('source', '8-bit noise', 2000, 1000, 1);\nrun('Sparse Denoise...', 'sigma=20 iterations=1');",
		"newImage('source', '8-bit noise', 2000, 2000, 1);\nrun('Whiten Image...', '');",
		"newImage('source', '8-bit noise', 1500, 1500, 1);\nrun('Inpaint Image...', 'iterations=1');",
		"newImage('source', '8-bit noise', 700, 700, 10);\nrun('Learn Convolutional Dictionary...', 'epochs=1 atoms=200 curves=false');");

	@Test
	void whatDoesNotFitIsRefusedInWordsAndTheNextCommandWorks(@TempDir final Path folder) throws Exception {
		final List<String> macros = new ArrayList<>();
		for (final String large : TOO_LARGE) {
			macros.add(large);
			macros.add(ATOMS + "run('Encode Image...', '');\nrun('Reconstruct Image...', '');");
		}
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
			"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), SmallHeap.class.getName()));
		command.addAll(macros);
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		final boolean ended = process.waitFor(2, TimeUnit.MINUTES);
		process.destroyForcibly();
		final List<String> results = Files.readAllLines(log, StandardCharsets.UTF_8).stream().filter(line -> line.startsWith("result=")).map(line -> line.substring("result=".length())).toList();
		assertThat(ended).as("ended: %s", results).isTrue();
		assertThat(results).hasSameSizeAs(macros);
		final SoftAssertions all = new SoftAssertions();
		for (int i = 0; i < macros.size(); i += 2) {
			all.assertThat(results.get(i)).as(macros.get(i)).matches("\\[error\\] This needs \\d+ MB of memory, \\d+ MB are free: .+, or give ImageJ more in Edit>Options>Memory & Threads\\.");
			all.assertThat(results.get(i + 1)).as("after " + macros.get(i)).isEqualTo("fine");
		}
		all.assertAll();
	}

	/** Runs out of memory on another thread than its own. */
	@Plugin(type = Command.class, menuPath = SparseJCommand.MENU + "Exhausted...", initializer = SparseJCommand.PREPARE)
	public static final class Exhausted extends SparseJCommand {

		@Override
		void execute(final ProgressBar progress) {
			final Thread own = Thread.currentThread();
			Parallel.of(2).forChunks(1000, 1, progress, "Exhausting", (begin, end) -> {
				if (Thread.currentThread() != own) throw new OutOfMemoryError("Java heap space");
				try {
					Thread.sleep(1); // until the other has begun
				}
				catch (final InterruptedException e) {
					throw new AssertionError(e);
				}
			});
		}
	}

	@Test
	void threadsThatRunOutOfMemoryEndInTheSameWords() throws Exception {
		HeadlessImageJ.reset();
		try (Context context = new Context(CommandService.class, ModuleService.class)) {
			IJ.getErrorMessage();
			HeadlessImageJ.log(context.service(ModuleService.class).createModule(new CommandInfo(Exhausted.class))::run);
			assertThat(IJ.getErrorMessage()).matches("There is not enough memory: this needs more than the \\d+ MB that are free of the \\d+ MB ImageJ may use\\. Nothing was changed; .+ Edit>Options>Memory & Threads\\.");
		}
	}
}
