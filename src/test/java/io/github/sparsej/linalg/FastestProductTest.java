package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FastestProductTest {

	@Test
	void vectorsAreChosenWhereTheModuleIsThere() {
		assertThat(FloatProduct.best()).isInstanceOf(FloatVectors.class).isSameAs(FloatProduct.best());
		assertThat(DoubleProduct.best()).isInstanceOf(DoubleVectors.class);
	}

	@Test
	void plainKernelsAreChosenSilentlyWithoutTheModule() throws IOException, InterruptedException {
		assertThat(ownJvm()).isIn("FloatTiles3x3 DoubleTiles", "FloatTiles4x2 DoubleTiles");
	}

	@Test
	void vectorsAreChosenInAJvmOfItsOwn() throws IOException, InterruptedException {
		assertThat(ownJvm("--add-modules", "jdk.incubator.vector")).contains("FloatVectors DoubleVectors");
	}

	private static String ownJvm(final String... options) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrintChoice.class.getName()));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// They would add the module here too, or print a line of their own.
		builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
		final Process process = builder.start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output.strip();
	}

	/** Main class of a JVM of its own. */
	static final class PrintChoice {

		private PrintChoice() {}

		public static void main(final String[] args) {
			System.out.println(FloatProduct.best().getClass().getSimpleName() + " " + DoubleProduct.best().getClass().getSimpleName());
		}
	}
}
