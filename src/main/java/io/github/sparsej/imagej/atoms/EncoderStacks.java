package io.github.sparsej.imagej.atoms;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.model.PatchShape;

/** What the units of an auto-encoder look for, as an image stack beside that of its atoms. */
public final class EncoderStacks {

	private EncoderStacks() {}

	/**
	 * The weights of the encoder as they are, one slice a unit.
	 *
	 * @param shape  of the patches
	 * @param source calibration of the image that patches come from
	 */
	public static ImagePlus toImage(final String title, final FeedForwardSettings network, final PatchShape shape, final Calibration source) {
		return VectorStacks.of(title, shape, network.units(), network::encoder, i -> "unit " + (i + 1), source);
	}
}
