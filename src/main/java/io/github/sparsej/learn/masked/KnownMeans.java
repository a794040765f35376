package io.github.sparsej.learn.masked;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;

/**
 * The means over the known values of patches, one per patch and channel. Mutable only while it is made; may be read from many
 * threads.
 */
public final class KnownMeans {

	private final int channels;
	private final int channelLength;
	/** NaN where nothing of a channel is known. */
	private final float[] means;

	private KnownMeans(final PatchShape shape, final int count) {
		channels = shape.channels();
		channelLength = shape.length() / channels;
		means = new float[count * channels];
	}

	/**
	 * Takes the mean of the known values of each channel away from them.
	 *
	 * @param patches n patches of this shape; known values are modified
	 * @param mask    says which they are
	 * @return what was taken away
	 */
	public static KnownMeans takeFrom(final Signals patches, final SignalMask mask, final PatchShape shape) {
		final KnownMeans taken = new KnownMeans(shape, patches.count());
		for (int row = 0; row < patches.count(); row++) for (int c = 0; c < taken.channels; c++) taken.take(patches, mask, row, c);
		return taken;
	}

	private void take(final Signals patches, final SignalMask mask, final int row, final int channel) {
		final int begin = channel * channelLength;
		double sum = 0;
		int known = 0;
		for (int j = begin; j < begin + channelLength; j++) {
			if (!mask.isKnown(row, j)) continue;
			sum += patches.values()[patches.offset(row) + j];
			known++;
		}
		final float mean = known == 0 ? Float.NaN : (float) (sum / known);
		means[row * channels + channel] = mean;
		for (int j = begin; j < begin + channelLength; j++) if (mask.isKnown(row, j)) patches.values()[patches.offset(row) + j] -= mean;
	}

	/** The mean of the channel that value j of a patch belongs to, grey values; NaN where nothing of the channel is known. */
	public float at(final int row, final int j) {
		return means[row * channels + j / channelLength];
	}
}
