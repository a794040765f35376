package io.github.sparsej.command;

import java.io.IOException;
import java.nio.file.Path;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.batch.BatchTask;
import io.github.sparsej.imagej.batch.DictionaryBatch;
import io.github.sparsej.imagej.batch.FileBatch;
import io.github.sparsej.imagej.batch.InputFiles;
import io.github.sparsej.imagej.file.ModelFiles;

/** Does the same with all images of a folder. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Sparse Batch...", description = "Denoises, encodes or whitens all images of a folder, or learns a dictionary from them", initializer = SparseJCommand.PREPARE)
public final class SparseBatch extends SparseJCommand {

	@Parameter(label = "Input folder", style = FileWidget.DIRECTORY_STYLE, persist = false, description = "Whose images are worked on, one after another")
	private String input = "";

	@Parameter(label = "Output folder", style = FileWidget.DIRECTORY_STYLE, persist = false, description = "Where results and the table of files go; made if it is not there")
	private String output = "";

	@Parameter(label = "Pattern of file names", persist = false, description = "* for any letters, ? for one, {a,b} for either; several between semicolons, like *.tif;*.png")
	private String pattern = "*.tif";

	@Parameter(label = "Sub-folders too", persist = false, description = "The output folder gets the same sub-folders")
	private Boolean subfolders = false;

	@Parameter(label = "Resume", persist = false, description = "Leaves alone what is done already: the same file, the same action and options, results whole")
	private Boolean resume = true;

	@Parameter(label = "Action", choices = { BatchAction.DENOISE, BatchAction.ENCODE, BatchAction.LEARN, BatchAction.WHITEN }, persist = false, description = "Sparse Denoise, Encode Image or Whiten Image on each file; Learn Dictionary once on all")
	private String action = BatchAction.DENOISE;

	@Parameter(label = "Options of the action", required = false, persist = false, description = "Its keys and values, as a macro would give them: sigma=20 scope=[All slices]")
	private String options = "";

	@Override
	void execute(final ProgressBar progress) throws IOException {
		Check.choice("action", action, BatchAction.DENOISE, BatchAction.ENCODE, BatchAction.LEARN, BatchAction.WHITEN);
		final Path results = Check.folder("output", output);
		final boolean deep = Check.flag("subfolders", subfolders), again = Check.flag("resume", resume);
		final InputFiles files = InputFiles.find("input", Check.folder("input", input), pattern == null ? "" : pattern, deep);
		final BatchAction chosen = new BatchAction(context(), action, options == null ? "" : options);
		final BatchTask task = new BatchTask(action, files, deep, results, again, chosen.check(files));
		if (chosen.isLearning()) new DictionaryBatch(task, chosen::learn, ModelFiles::save).run(progress);
		else new FileBatch(task, SourceFile::open, chosen::run, ModelFiles::save).run(progress);
	}
}
