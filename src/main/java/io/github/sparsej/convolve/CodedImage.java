package io.github.sparsej.convolve;

import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/**
 * What an encoder makes of one image: image = rebuilt from the atoms + residual.
 *
 * @param atoms        the code
 * @param residual     what is left, of the size of the image
 * @param stopReason   why no more atoms were added; {@link StopReason#CANCELLED} also where the code was broken off half-way, and stands
 * @param norm         l2 norm of the image, over all channels
 * @param residualNorm l2 norm of the residual, over all channels
 */
public record CodedImage(PlacedAtoms atoms, Volume residual, StopReason stopReason, double norm, double residualNorm) {}
