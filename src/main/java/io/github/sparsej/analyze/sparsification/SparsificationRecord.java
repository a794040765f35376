package io.github.sparsej.analyze.sparsification;

/**
 * One step of the simulation. Sums are of the weights before the step, weights are those after it, as in the original.
 *
 * @param step                  number of the step (from 0)
 * @param time                  t at its beginning: step times the step size
 * @param weightsBefore         how many weights are above 0 before it
 * @param weightsLeft           m', how many are above 0 after it
 * @param oneNorm               sum of the weights
 * @param featureBenefit        1 minus the sum of their squares, what is left of the feature for a weight to gain
 * @param totalSquaredDeviation sum of the squared differences of the weights from their mean
 * @param relativeVariance      their variance divided by the square of their mean
 * @param gamma                 relative gap (w_1 - w_2) / w_1 of the two largest weights as the dynamics has it:
 *                              d gamma / dt = gamma lambda / w_1, from that of the first weights on
 * @param largest               the largest weight; NaN if none is left
 * @param median                of an even number of weights the larger one of the two in the middle; NaN if none is left
 * @param smallest              the smallest weight above 0; NaN if none is left
 */
public record SparsificationRecord(long step, double time, int weightsBefore, int weightsLeft, double oneNorm, double featureBenefit, double totalSquaredDeviation,
	double relativeVariance, double gamma, double largest, double median, double smallest) {}
