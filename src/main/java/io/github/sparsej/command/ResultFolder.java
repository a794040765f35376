package io.github.sparsej.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.gui.Plot;

import io.github.sparsej.analyze.experiment.ExperimentTables;
import io.github.sparsej.analyze.experiment.FinishedRun;
import io.github.sparsej.imagej.file.FileNames;
import io.github.sparsej.imagej.file.PngFiles;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.store.WholeFile;

/** Where an experiment leaves its results as files: runs.csv, curves.csv and plots as PNG; nowhere if the user named no folder. */
record ResultFolder(Optional<Path> path) {

	/** The folder of a key, made if it is not there; none if the key is empty. */
	static ResultFolder of(final String key, final String value) throws IOException {
		if (value == null || value.isBlank()) return new ResultFolder(Optional.empty());
		final Path folder = Check.path(key, value);
		try {
			return new ResultFolder(Optional.of(Files.createDirectories(folder)));
		}
		catch (final IOException e) {
			throw new IOException(key + "=[" + value + "]: the folder cannot be made: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
	}

	void write(final List<FinishedRun> runs) throws IOException {
		if (path.isEmpty()) return;
		WholeFile.write(path.get().resolve("runs.csv"), ExperimentTables.runs(runs).getBytes(StandardCharsets.UTF_8));
		WholeFile.write(path.get().resolve("curves.csv"), ExperimentTables.curves(runs).getBytes(StandardCharsets.UTF_8));
	}

	/** Shows a plot, if there is anything to plot, and writes it. */
	void show(final Optional<Plot> plot) throws IOException {
		if (plot.isEmpty()) return;
		Plots.show(plot.get());
		if (path.isPresent()) PngFiles.save(plot.get().getImagePlus(), path.get().resolve(FileNames.of(plot.get().getTitle()) + ".png"));
	}
}
