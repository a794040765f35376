package io.github.sparsej.whiten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.testing.Npy;

/** What every whitening of patches keeps to. */
abstract class WhiteningContract {

	/** 200 patches of 8 x 8 px. */
	static Signals patches() {
		final Npy x = Npy.golden("encoders/64x128_X_200x64.npy");
		final float[] values = x.floats();
		// Those patches have mean 0: give each another one.
		for (int i = 0; i < values.length; i++) values[i] += 0.01f * (i / 64 % 37) + 0.2f;
		return Signals.of(x.shape()[0], x.shape()[1], values);
	}

	/** The whitening under test, for {@link #patches}. */
	abstract Whitening whitening();

	@Test
	void inverseGivesThePatchesBackButForMeansThatAreKeptApart() {
		final Signals patches = patches();
		final Whitening whitening = whitening();
		Signals back = whitening.invert(whitening.apply(patches));
		if (whitening.removesPatchMeans()) {
			for (final float mean : PatchMeans.of(back)) assertThat(mean).isCloseTo(0, within(1e-6f));
			back = PatchMeans.add(back, PatchMeans.of(patches));
		}
		assertThat(back.values()).containsExactly(patches.values(), within(2e-6f));
	}

	@Test
	void argumentsAreNotModifiedNorHandedOut() {
		final Signals patches = patches();
		final Signals whitened = whitening().apply(patches);
		assertThat(patches.values()).containsExactly(patches().values());
		assertThat(whitened.values()).isNotSameAs(patches.values());
		final float[] before = whitened.values().clone();
		assertThat(whitening().invert(whitened).values()).isNotSameAs(whitened.values());
		assertThat(whitened.values()).containsExactly(before);
	}

	@Test
	void everyPatchIsTreatedByItself() {
		final Signals patches = patches();
		final Signals whitened = whitening().apply(patches);
		final Signals back = whitening().invert(whitened);
		assertThat(whitened.count()).isEqualTo(200);
		assertThat(whitened.length()).isEqualTo(64);
		for (final int[] rows : new int[][] { { 17 }, { 3, 199, 3, 0, 64 } }) {
			assertThat(whitening().apply(patches.select(rows)).values()).containsExactly(whitened.select(rows).values());
			assertThat(whitening().invert(whitened.select(rows)).values()).containsExactly(back.select(rows).values());
		}
	}

	@Test
	void manyThreadsMayUseIt() {
		final Whitening whitening = whitening();
		final Signals patches = patches();
		final float[] expected = whitening.apply(patches).values();
		assertThat(IntStream.range(0, 16).parallel().allMatch(i -> Arrays.equals(whitening.apply(patches).values(), expected))).isTrue();
	}

	@Test
	void noPatchesGiveNone() {
		assertThat(whitening().apply(Signals.zeros(0, 64)).count()).isZero();
		assertThat(whitening().invert(Signals.zeros(0, 64)).count()).isZero();
	}

	@Test
	void inverseOfAnythingHasNoPatchMeansWhereTheyAreKeptApart() {
		final Whitening whitening = whitening();
		final Signals anything = patches();
		if (whitening.removesPatchMeans() && !(whitening instanceof PatchCentering))
			for (final float mean : PatchMeans.of(whitening.invert(anything))) assertThat(mean).isCloseTo(0, within(1e-6f));
	}

	@Test
	void hasAName() {
		assertThat(whitening().name()).isNotBlank().isNotEqualTo("INSTANCE");
	}
}
