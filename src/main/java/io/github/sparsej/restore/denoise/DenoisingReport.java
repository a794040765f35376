package io.github.sparsej.restore.denoise;

import java.util.List;

/**
 * What became of a denoising.
 *
 * @param dictionaries    that were used, or, where it was stopped before, learned so far: the first for the images themselves, and where
 *                        photons are few, further ones for images of half the size and so on
 * @param imagesDone      how many images were denoised and handed on
 * @param untouchedPixels in all of these: pixels that stayed as they were, because no patch without NaN or infinite pixels tells of them
 * @param complete        false if the progress asked to stop before all images were done
 */
public record DenoisingReport(List<TrainedDictionary> dictionaries, int imagesDone, long untouchedPixels, boolean complete) {

	public DenoisingReport {
		dictionaries = List.copyOf(dictionaries);
	}

	/** The dictionary for the images themselves. */
	public TrainedDictionary dictionary() {
		return dictionaries.get(0);
	}
}
