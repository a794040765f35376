package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void anOldFileIsThere() throws IOException {
		file = folder.resolve("model.tif");
		WholeFile.write(file, new byte[] { 1, 2, 3 });
	}

	@Test
	void theNewFileTakesThePlaceOfTheOld() throws IOException {
		WholeFile.write(file, new byte[] { 4, 5 });
		assertThat(file).hasBinaryContent(new byte[] { 4, 5 });
		assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining(path -> !path.equals(file));
	}

	@Test
	void whereThereIsNoFolderItSaysSo() {
		final Path nowhere = folder.resolve("none").resolve("model.tif");
		assertThatIOException().isThrownBy(() -> WholeFile.write(nowhere, new byte[1])).withMessageContaining(nowhere + " cannot be written: there is no folder ").withMessageContaining("none");
		assertThatIOException().isThrownBy(() -> WholeFile.write(folder.getRoot(), new byte[1])).withMessageContaining("there is no folder");
	}

	@Test
	void aFolderIsNotWrittenOver() throws IOException {
		final Path inner = Files.createDirectory(folder.resolve("inner"));
		assertThatIOException().isThrownBy(() -> WholeFile.write(inner, new byte[1])).withMessage(inner + " cannot be written: it is a folder");
		assertThat(inner).isEmptyDirectory();
	}

	@Test
	void whereWritingFailsNothingIsLeftBehind() {
		assertThatIOException().isThrownBy(() -> WholeFile.write(file, out -> {
			out.write(new byte[1 << 17]);
			throw new IOException("disk is full");
		})).withMessage(file + " cannot be written: IOException disk is full");
		assertThatIOException().isThrownBy(() -> WholeFile.write(file, out -> {
			throw new IOException();
		})).withMessage(file + " cannot be written: IOException");
		assertThat(file).hasBinaryContent(new byte[] { 1, 2, 3 });
		assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
	}

	/** The place of the part is taken by what is not ours to remove: the message tells what was wrong, and all stays as it was. */
	@Test
	void theOldFileStaysWhereTheNewCannotBeWritten() throws IOException {
		final Path taken = Files.createDirectory(folder.resolve("model.tif.part"));
		final Path others = Files.write(taken.resolve("others"), new byte[] { 9 });
		assertThatIOException().isThrownBy(() -> WholeFile.write(file, new byte[] { 4, 5 })).withMessageStartingWith(file + " cannot be written: FileSystemException " + taken).withCauseInstanceOf(IOException.class);
		assertThat(file).hasBinaryContent(new byte[] { 1, 2, 3 });
		assertThat(others).hasBinaryContent(new byte[] { 9 });
	}
}
