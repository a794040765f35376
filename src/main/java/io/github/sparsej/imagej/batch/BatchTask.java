package io.github.sparsej.imagej.batch;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a batch is asked to do.
 *
 * @param label      of the action, which its table is called after
 * @param input      the files
 * @param subfolders whether they come from sub-folders too
 * @param output     where results go
 * @param resume     whether what is done already is left as it is
 * @param settings   stands for the action and all that its results depend on besides the file
 */
public record BatchTask(String label, InputFiles input, boolean subfolders, Path output, boolean resume, String settings) {

	String tableName() {
		return "sparse-batch-" + label.toLowerCase(Locale.ROOT).split(" ")[0] + ".csv";
	}
}
