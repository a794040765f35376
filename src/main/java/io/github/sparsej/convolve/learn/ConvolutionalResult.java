package io.github.sparsej.convolve.learn;

import java.util.List;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;

/**
 * What a {@link ConvolutionalLearner} brings back.
 *
 * @param dictionary  the atoms
 * @param homeostasis the gains, and the running mean of uses per image
 * @param curves      at every epoch that was completed: {@link #RESIDUAL}, {@link #ENERGY_LEFT}
 * @param uses        how often each atom was placed in an epoch, all images together
 * @param codes       of the last epoch that was completed, in the order of the images, with the atoms before the step that followed; empty if
 *                    none was. {@link io.github.sparsej.convolve.AtomPlaces} tells from them where each atom is used
 * @param complete    false if the progress asked to stop before the end
 */
public record ConvolutionalResult(Dictionary dictionary, HomeostasisState homeostasis, List<LearningCurve> curves, AtomRecord uses, List<PlacedAtoms> codes, boolean complete) {

	/** Mean over the images of the l2 norm of the residual, before the step. */
	public static final String RESIDUAL = "residual norm";
	/** Mean over the images that are not all 0 of ||residual||² / ||image||². */
	public static final String ENERGY_LEFT = "energy left";
	/** Quantity of the record of uses. */
	public static final String USES = "uses";

	public ConvolutionalResult {
		curves = List.copyOf(curves);
		codes = List.copyOf(codes);
	}

	/** A curve by its name. */
	public LearningCurve curve(final String quantity) {
		return curves.stream().filter(curve -> curve.quantity().equals(quantity)).findFirst().orElseThrow(() -> new IllegalArgumentException("no curve of " + quantity));
	}
}
