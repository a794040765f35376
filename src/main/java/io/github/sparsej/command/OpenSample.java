package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.file.Samples;

/** Opens one of the sample images in the jar. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Open SparseJ Sample...", description = "Opens one of the free sample images that come with SparseJ", initializer = SparseJCommand.PREPARE)
public final class OpenSample extends SparseJCommand {

	@Parameter(label = "Sample", persist = false, description = "Natural images first, then microscopy; all are free (CC0 or public domain)")
	private String name = "Camera";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus sample;

	@Override
	protected void prepareInputs() {
		getInfo().getMutableInput("name", String.class).setChoices(List.of(Samples.names()));
		super.prepareInputs();
	}

	@Override
	void execute(final ProgressBar progress) {
		sample = Samples.open(name);
	}
}
