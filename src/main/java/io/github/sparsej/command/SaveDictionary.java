package io.github.sparsej.command;

import java.io.IOException;
import java.nio.file.Path;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.file.ModelFiles;

/** Saves a dictionary with all that belongs to it as a TIFF stack. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Save Dictionary...", description = "Saves a dictionary with all that belongs to it as a TIFF stack", initializer = SparseJCommand.PREPARE)
public final class SaveDictionary extends SparseJCommand {

	@Parameter(label = "Dictionary", required = false, description = "The stack of atoms; the active one unless named")
	private ImagePlus dictionary;

	@Parameter(label = "File", style = FileWidget.SAVE_STYLE, persist = false, description = "Name of a TIFF file; .tif is added where it is missing, an existing file is replaced")
	private String path = "";

	@Override
	void execute(final ProgressBar progress) throws IOException {
		Check.image(dictionary);
		final Path file = Check.path("path", path);
		final boolean tiff = file.getFileName().toString().matches("(?i).*\\.tiff?");
		ModelFiles.save(AtomStacks.toImage(Titles.base(dictionary), AtomStacks.read(dictionary), dictionary.getCalibration()), tiff ? file : file.resolveSibling(file.getFileName() + ".tif"));
	}
}
