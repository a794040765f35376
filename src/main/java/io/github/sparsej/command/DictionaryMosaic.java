package io.github.sparsej.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.AtomMosaic;
import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;

/** All atoms of a dictionary side by side in one picture. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Dictionary Mosaic", initializer = SparseJCommand.PREPARE)
public final class DictionaryMosaic extends SparseJCommand {

	@Parameter(label = "Dictionary", required = false)
	private ImagePlus dictionary;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus mosaic;

	@Override
	void execute(final ProgressBar progress) {
		mosaic = AtomMosaic.of(Titles.without(Check.image(dictionary), "-atoms") + "-mosaic", AtomStacks.read(dictionary).dictionary(), dictionary.getCalibration());
	}
}
