package io.github.sparsej.restore.inpaint;

import io.github.sparsej.encode.greedy.MaskedOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Require;

/**
 * Options of {@link Inpainter}.
 *
 * @param stride      distance of neighbouring patches, px, from 1 to the patch's longest side
 * @param maxNonzeros most atoms per patch, at least 1
 * @param tolerance   root mean square of the residual over the known values of a patch that is good enough, grey values, 0 or more;
 *                    0 for {@value #SHARE} of the standard deviation of all known pixels, which scales with the image
 */
public record InpaintOptions(int stride, int maxNonzeros, double tolerance) {

	/**
	 * On images of 50 % missing pixels: below it, patches of little structure are described by many atoms, which fit known pixels
	 * better and the missing ones worse; far above it, structure is lost.
	 */
	public static final double SHARE = 0.04;

	/** Every place, at most 16 atoms, and the tolerance told by the image. */
	public static final InpaintOptions DEFAULT = new InpaintOptions(1, 16, 0);

	public InpaintOptions {
		Require.atLeastOne("the stride", stride);
		new OmpOptions(maxNonzeros, tolerance); // says what is wrong
	}

	/** The tolerance for images whose known pixels have this standard deviation, grey values. */
	public double toleranceFor(final double deviation) {
		return tolerance > 0 ? tolerance : SHARE * deviation;
	}

	/** The coding step. */
	MaskedOmp encoder(final double deviation, final Parallel parallel) {
		return new MaskedOmp(new OmpOptions(maxNonzeros, toleranceFor(deviation)), parallel).perKnownValue();
	}
}
