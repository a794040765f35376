package io.github.sparsej.command;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.file.ModelFiles;

/** Opens a dictionary, checking that the file is whole and that its slices can be atoms. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Open Dictionary...", description = "Opens a saved dictionary, or any stack whose slices are to be atoms", initializer = SparseJCommand.PREPARE)
public final class OpenDictionary extends SparseJCommand {

	@Parameter(label = "File", style = FileWidget.OPEN_STYLE, persist = false, description = "A TIFF stack: a saved dictionary, or any stack whose slices are to be atoms")
	private String path = "";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus dictionary;

	@Override
	void execute(final ProgressBar progress) throws IOException {
		final ImagePlus opened = ModelFiles.open(Check.path("path", path));
		AtomStacks.read(opened); // says what is wrong with it before it is shown
		dictionary = opened;
	}
}
