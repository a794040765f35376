package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.WindowManager;

import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.file.ModelFiles;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.PlainRun;

/** A file of a model that is damaged anywhere is refused in words, or what can still be used of it is used. */
class DamagedFileTest {

	private static final String SOURCE = "newImage('source', '8-bit noise', 12, 12, 2);\n";

	@TempDir
	Path folder;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private byte[] file(final String learn) throws IOException {
		HeadlessImageJ.log(() -> HeadlessImageJ.image(SOURCE + learn));
		final Path whole = folder.resolve("whole.tif");
		ModelFiles.save(WindowManager.getImage("source-atoms"), whole);
		return Files.readAllBytes(whole);
	}

	/** Opens as Open Dictionary does; a refusal is an IOException or IllegalArgumentException with words. */
	private static boolean opens(final Path path) {
		try {
			AtomStacks.read(ModelFiles.open(path));
			return true;
		}
		catch (final IOException | IllegalArgumentException e) {
			assertThat(e.getMessage()).isNotBlank();
			return false;
		}
	}

	@Tag("long")
	@ParameterizedTest
	@Timeout(value = 60, unit = TimeUnit.SECONDS)
	@ValueSource(strings = { "run('Learn Dictionary...', 'patchsize=2 atoms=4 patches=40 iterations=1 batch=20 curves=false');", "run('Sparse Autoencoder...', 'patchsize=2 hidden=3 patches=40 iterations=1 curves=false');",
		"run('Learn Convolutional Dictionary...', 'atoms=2 atomsize=3 nonzeros=2 epochs=1 layers=2 nextatoms=2 nextsize=2 curves=false');" })
	void cutShortAnywhereItIsRefused(final String learn) throws IOException {
		final byte[] whole = file(learn);
		final Path part = folder.resolve("part.tif");
		HeadlessImageJ.log(() -> {
			write(part, whole);
			assertThat(opens(part)).isTrue();
			try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
				for (int length = whole.length - 1; length >= 0; length--) {
					file.truncate(length);
					assertThat(opens(part)).as("%d of %d bytes", length, whole.length).isFalse();
				}
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Tag("long")
	@Test
	@Timeout(value = 60, unit = TimeUnit.SECONDS)
	void anyBitMayBeWrong() throws IOException {
		final byte[] whole = file("run('Learn Dictionary...', 'patchsize=2 atoms=4 patches=40 iterations=1 batch=20 curves=false');");
		final Path wrong = folder.resolve("wrong.tif");
		HeadlessImageJ.log(() -> {
			write(wrong, whole);
			try (FileChannel file = FileChannel.open(wrong, StandardOpenOption.WRITE)) {
				for (int i = 0; i < whole.length; i++) {
					file.write(ByteBuffer.wrap(new byte[] { (byte) (whole[i] ^ 1 << i % Byte.SIZE) }), i);
					opens(wrong);
					file.write(ByteBuffer.wrap(whole, i, 1), i);
				}
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** Through the command itself, which says it to the user. */
	@Test
	void theCommandSaysWhatIsWrong() throws IOException {
		final byte[] whole = file("run('Learn Dictionary...', 'patchsize=2 atoms=4 patches=40 iterations=1 batch=20 curves=false');");
		final Path part = folder.resolve("part.tif");
		write(part, Arrays.copyOf(whole, whole.length - 1));
		final PlainRun run = PlainRun.start("Open Dictionary...", "path=[" + part + "]", null);
		assertThat(run.await(10_000)).isTrue();
		assertThat(run.thrown()).isEmpty();
		assertThat(run.error().orElse("")).startsWith(part + " cannot be opened: ").contains("cut short");
	}

	private static void write(final Path path, final byte[] bytes) {
		try {
			Files.write(path, bytes);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}
}
