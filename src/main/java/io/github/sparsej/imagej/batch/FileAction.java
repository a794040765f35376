package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.result.ResultsRow;

/** What a batch does with an image. */
@FunctionalInterface
public interface FileAction {

	/**
	 * @param figures added to the row of the file
	 * @return the results, titled as by hand: T-denoised and the like
	 * @throws IllegalArgumentException with the reason, if the image does not do
	 */
	List<ImagePlus> run(ImagePlus image, ResultsRow figures, ProgressBar progress) throws IOException;
}
