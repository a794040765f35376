package io.github.sparsej.restore.denoise;

import java.util.Arrays;

import io.github.sparsej.model.Signals;
import io.github.sparsej.whiten.PatchMeans;

/** The means of each channel of patches: what is kept of them apart from their codes. */
final class ChannelMeans {

	private ChannelMeans() {}

	/**
	 * Takes away the mean of each channel of each patch. A patch with a value that is not finite becomes 0 throughout.
	 *
	 * @param patches n patches, changed in place: of an array that is the caller's own
	 * @return n x channels means, not finite where a value of that channel is not
	 */
	static float[] subtract(final Signals patches, final int channels) {
		final float[] values = patches.values();
		final Signals single = Signals.of(patches.count() * channels, patches.length() / channels, values); // channels lie one after another
		final float[] means = PatchMeans.of(single);
		for (int row = 0; row < patches.count(); row++)
			if (!isFinite(means, row, channels)) Arrays.fill(values, patches.offset(row), patches.offset(row) + patches.length(), 0);
			else for (int i = row * channels; i < (row + 1) * channels; i++) subtract(values, single.offset(i), single.length(), means[i]);
		return means;
	}

	private static void subtract(final float[] values, final int offset, final int length, final float mean) {
		for (int j = offset; j < offset + length; j++) values[j] -= mean;
	}

	private static boolean isFinite(final float[] means, final int row, final int channels) {
		for (int c = 0; c < channels; c++) if (!Float.isFinite(means[row * channels + c])) return false;
		return true;
	}

	/**
	 * Makes the means of patches that hold a value that is not finite 0.
	 *
	 * @param means as {@link #subtract} gave them; modified
	 * @return as many values: 1 where a patch is finite, 0 where not
	 */
	static float[] replaceBroken(final float[] means, final int channels) {
		final float[] finite = new float[means.length];
		for (int row = 0; row < means.length / channels; row++) Arrays.fill(isFinite(means, row, channels) ? finite : means, row * channels, (row + 1) * channels, isFinite(means, row, channels) ? 1 : 0);
		return finite;
	}
}
