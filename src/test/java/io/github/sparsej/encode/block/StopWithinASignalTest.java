package io.github.sparsej.encode.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** One signal may take for ever: who asks to stop then does not wait for its end, and gets no code of it. */
class StopWithinASignalTest {

	private static final int ATOMS = 64, LENGTH = 16;
	/** Looks of the progress before it asks to stop: the first two are those before a chunk. */
	private static final int LOOKS = 3;

	private static final EncoderOptions ENDLESS = new LcaOptions(1e-4, LcaOptions.Threshold.SOFT, false, 1e-7, 0, Integer.MAX_VALUE);

	private static float[] random(final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-1, 1);
		return values;
	}

	@Test
	void theSignalInWorkIsLeft() {
		final Dictionary dictionary = Dictionary.normalized(new PatchShape(4, 4, 1, 1), ATOMS, random(ATOMS * LENGTH, 1));
		final Signals signals = Signals.of(2, LENGTH, random(2 * LENGTH, 2));
		for (final Parallel parallel : new Parallel[] { Parallel.SERIAL, Parallel.of(2) }) {
			final int[] looks = new int[1];
			final Progress progress = (fraction, what) -> ++looks[0] < LOOKS;
			final SparseCodes codes = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ENDLESS.encoder(null, parallel).prepare(dictionary).encode(signals, progress));
			assertThat(codes.nonzeros()).isZero();
			assertThat(codes.stopReason(0)).isEqualTo(StopReason.CANCELLED);
			assertThat(looks[0]).as("asked once more, and not again").isEqualTo(LOOKS);
		}
	}
}
