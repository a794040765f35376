package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

class CodedSlicesTest {

	private static final int SIDE = 20, COUNT = 200;

	private static final PreparedConvolutionalEncoder ENCODER = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(COUNT), Parallel.SERIAL)
		.prepare(Dictionary.normalized(PatchShape.square(5), 3, floats(3 * 25)));

	private static float[] floats(final int count) {
		final SplittableRandom random = new SplittableRandom(2);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
		return values;
	}

	private static Optional<CodedSlices> stoppedAfter(final int questions) {
		final int[] asked = new int[1];
		final Progress progress = (fraction, what) -> ++asked[0] <= questions;
		return CodedSlices.of(ENCODER, Collections.nCopies(3, Volume.plane(SIDE, SIDE, floats(SIDE * SIDE))), progress);
	}

	@Test
	void whatWasPlacedBeforeAStopIsKept() {
		final List<PlacedAtoms> all = stoppedAfter(Integer.MAX_VALUE).orElseThrow().codes();
		assertThat(all).hasSize(3).allMatch(code -> code.count() == COUNT);
		assertThat(stoppedAfter(0)).as("nothing placed yet").isEmpty();
		boolean unfinished = false, several = false;
		for (int questions = 1; questions < 40; questions++) {
			final Optional<CodedSlices> stopped = stoppedAfter(questions);
			if (stopped.isEmpty()) continue;
			final List<PlacedAtoms> codes = stopped.get().codes();
			final int begun = stopped.get().begun(), last = codes.get(begun - 1).count();
			assertThat(codes).hasSize(3);
			assertThat(stopped.get().complete()).isEqualTo(begun == 3 && last == COUNT);
			assertThat(last).isPositive();
			assertThat(codes.subList(0, begun - 1)).isEqualTo(all.subList(0, begun - 1));
			assertThat(codes.subList(begun, 3)).allMatch(code -> code.count() == 0);
			unfinished |= last < COUNT;
			several |= begun == 2;
		}
		assertThat(unfinished && several).isTrue();
	}

	@Test
	void theRestIsWhatTheCodesLeave() {
		final Volume image = Volume.plane(SIDE, SIDE, floats(SIDE * SIDE));
		final CodedSlices coded = CodedSlices.of(ENCODER, List.of(image), Progress.NONE).orElseThrow();
		final float[] left = coded.rest(List.of(image), ENCODER.dictionary()).get(0).plane(0, 0), rebuilt = Rebuilt.image(coded.codes().get(0), ENCODER.dictionary(), SIDE, SIDE).plane(0, 0);
		double energy = 0, all = 0;
		for (int i = 0; i < left.length; i++) {
			assertThat(left[i] + rebuilt[i]).isCloseTo(image.plane(0, 0)[i], within(1e-5f));
			energy += left[i] * left[i];
			all += image.plane(0, 0)[i] * image.plane(0, 0)[i];
		}
		assertThat(coded.residual()).isCloseTo(Math.sqrt(energy / all), within(1e-5));
	}
}
