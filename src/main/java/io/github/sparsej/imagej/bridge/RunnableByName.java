package io.github.sparsej.imagej.bridge;

import java.util.List;

import io.github.sparsej.model.Progress;

/** What a command tells one who runs it without ImageJ's windows, besides what SciJava knows of it. */
public interface RunnableByName {

	/** Names of the String inputs that name an open image by its title. */
	List<String> imagesByTitle();

	/** Tells the listener of the progress too, which may stop the command. To be called before it runs. */
	void tellProgress(Progress listener);
}
