package io.github.sparsej.restore.denoise;

/**
 * What became of a denoising.
 *
 * @param dictionary     that was used, or, where it was stopped before, learned so far
 * @param imagesDone     how many images were denoised and handed on
 * @param untouchedPixels in all of these: pixels that stayed as they were, because no patch without NaN or infinite pixels tells of them
 * @param complete       false if the progress asked to stop before all images were done
 */
public record DenoisingReport(TrainedDictionary dictionary, int imagesDone, long untouchedPixels, boolean complete) {}
