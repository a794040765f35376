package io.github.sparsej.imagej.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.file.ModelFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop over files, its table and its names, with files that hold nothing and an action that does nothing. */
class FileBatchTest {

	@TempDir
	private Path folder;
	private final List<String> worked = new ArrayList<>();

	@BeforeEach
	void files() throws IOException {
		for (final String name : List.of("a.tif", "b.tif", "c.tif", "d.tif")) Files.writeString(folder.resolve(name), name);
		ResultsTable.getResultsTable().reset();
	}

	private Path output() {
		return folder.resolve("output");
	}

	private void run(final FileBatch.Writing writing) throws IOException {
		final BatchTask task = new BatchTask("Denoise", InputFiles.find("input", folder, "*.tif", false), false, output(), true, "settings");
		try (ProgressBar progress = new ProgressBar(() -> false)) {
			new FileBatch(task, (file, asked) -> new ImagePlus(file.getFileName().toString(), new FloatProcessor(3, 2)), (image, figures, step) -> {
				worked.add(image.getTitle());
				if (image.getTitle().equals("b.tif")) throw new IllegalStateException("it is broken,\nsays \"b\"");
				figures.add("Sigma", 0.1 + worked.size());
				return List.of(new ImagePlus("T-denoised", image.getProcessor()));
			}, writing).run(progress);
		}
	}

	@Test
	void aResultThatCannotBeWrittenEndsTheBatchAndKeepsWhatIsDone() throws IOException {
		assertThatThrownBy(() -> run((result, path) -> {
			if (path.endsWith("c-denoised.tif")) throw new IOException("no space left on device");
			ModelFiles.save(result, path);
		})).isInstanceOf(IOException.class).hasMessage("no space left on device");
		assertThat(worked).containsExactly("a.tif", "b.tif", "c.tif");
		try (Stream<Path> written = Files.list(output())) {
			assertThat(written.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("a-denoised.tif", "sparse-batch-denoise.csv");
		}
		worked.clear();
		run(ModelFiles::save);
		assertThat(worked).as("what failed and what is missing").containsExactly("b.tif", "c.tif", "d.tif");
		final BatchTable table = BatchTable.read(output().resolve("sparse-batch-denoise.csv"));
		assertThat(table.lines()).extracting(BatchLine::status).containsExactly("done", "failed", "done", "done");
		assertThat(table.line("a.tif").orElseThrow().figures()).containsExactly(Map.entry("Sigma", "1.1"));
		assertThat(table.line("b.tif").orElseThrow().message()).contains("it is broken, says \"b\"");
	}

	/** With the disc full at any time: lines are lost with their ends alone, and are written anew. */
	@Test
	void aTableCutShortAnywhereIsReadAsFarAsItGoes() throws IOException {
		run(ModelFiles::save);
		final Path path = output().resolve("sparse-batch-denoise.csv");
		final String whole = Files.readString(path);
		final List<BatchLine> lines = List.copyOf(BatchTable.read(path).lines());
		for (int length = 0; length < whole.length(); length++) {
			Files.writeString(path, whole.substring(0, length));
			final int ends = (int) whole.substring(0, length).chars().filter(c -> c == '\n').count();
			assertThat(BatchTable.read(path).lines()).as("cut at %d", length).containsExactlyElementsOf(lines.subList(0, Math.max(0, ends - 1)));
		}
	}

	@Test
	void namesAreTheShortestThatNoOtherFileHas() {
		final List<Path> files = Stream.of("a.tif", "a.png", "b.tif", "B.TIF", "c.tif", "sub/c.png", "d.tif.png", "d.tif", "e").map(Path::of).toList();
		final ResultNames names = new ResultNames(files, name -> name.replaceFirst("\\.(tif|png|TIF)$", ""), (file, name) -> name.equals(Path.of("e")) && !file.equals(name));
		assertThat(files.stream().map(names::of)).containsExactly("a.tif", "a.png", "b.tif", "B.TIF", "c", "c", "d.tif.png", "d", "e");
	}

	@Test
	void patternsAreOfNamesInAnyFolder() throws IOException {
		Files.createDirectories(folder.resolve("deep/.secret"));
		for (final String name : List.of("deep/E.TIF", "deep/f.png", "deep/.secret/g.tif", ".h.tif")) Files.writeString(folder.resolve(name), name);
		assertThat(InputFiles.find("input", folder, "*.tif", false).files()).extracting(InputFiles::name).containsExactly("a.tif", "b.tif", "c.tif", "d.tif");
		assertThat(InputFiles.find("input", folder, "[ab].tif; e*; *.{png,gif}", true).files()).extracting(InputFiles::name).containsExactly("a.tif", "b.tif", "deep/E.TIF", "deep/f.png");
	}
}
