package io.github.sparsej.restore.denoise;

import java.util.List;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.NoiseStabilizer;

/** Images seen where their noise has standard deviation 1 in every channel: there channels of different noise can be coded together. Immutable and thread-safe. */
final class UnitNoise {

	private final List<NoiseStabilizer> channels;

	/**
	 * @param noise of each channel
	 * @throws IllegalArgumentException naming the channel, if one has no noise
	 */
	UnitNoise(final List<? extends NoiseModel> noise) {
		for (int c = 0; c < noise.size(); c++)
			if (noise.get(c).isAbsent()) throw new IllegalArgumentException("channel " + (c + 1) + " of " + noise.size() + " has no noise, and cannot be denoised together with others: denoise each channel alone");
		channels = noise.stream().map(NoiseModel::stabilizer).toList();
	}

	NoiseStabilizer channel(final int c) {
		return channels.get(c);
	}

	/** Rows {@code top} to {@code bottom - 1} of an image; NaN for what is not finite. */
	Volume rows(final Volume image, final int top, final int bottom) {
		final Volume rows = image.crop(0, top, image.width(), bottom - top);
		for (int c = 0; c < rows.channels(); c++)
			for (int z = 0; z < rows.depth(); z++) stabilize(rows.plane(z, c), 0, rows.width() * rows.height(), channels.get(c));
		return rows;
	}

	/** @param patches of these channels, changed in place: of an array that is the caller's own */
	void stabilize(final Signals patches) {
		final Signals single = Signals.of(patches.count() * channels.size(), patches.length() / channels.size(), patches.values()); // channels lie one after another
		for (int row = 0; row < single.count(); row++) stabilize(single.values(), single.offset(row), single.length(), channels.get(row % channels.size()));
	}

	private static void stabilize(final float[] pixels, final int offset, final int length, final NoiseStabilizer stabilizer) {
		for (int i = offset; i < offset + length; i++) pixels[i] = Float.isFinite(pixels[i]) ? (float) stabilizer.stabilize(pixels[i]) : Float.NaN;
	}
}
