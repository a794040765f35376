package io.github.sparsej.convolve.readout;

import io.github.sparsej.model.LearningCurve;

/**
 * What {@link ReadoutTrainer} brings back.
 *
 * @param readout  of the weights so far
 * @param train    what it tells of the rows it was trained on
 * @param test     what it tells of the others, of which there may be none
 * @param loss     mean over the rows trained on of -ln p(class of the row), with the penalty: step 1 is the start, those that follow are after each iteration
 * @param complete false if the progress asked to stop before the end
 */
public record ReadoutResult(SoftmaxReadout readout, Confusion train, Confusion test, LearningCurve loss, boolean complete) {}
