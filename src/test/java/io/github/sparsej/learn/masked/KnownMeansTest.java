package io.github.sparsej.learn.masked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;

class KnownMeansTest {

	@Test
	void eachChannelLosesTheMeanOfItsKnownValues() {
		final float x = Float.NaN;
		final Signals patches = Signals.of(2, 6, new float[] { 1, x, 3, 10, 20, 60, x, x, x, 5, x, x });
		final KnownMeans means = KnownMeans.takeFrom(patches, SignalMask.ofNumbers(patches), new PatchShape(3, 1, 1, 2));
		assertThat(patches.values()).containsExactly(-1, x, 1, -20, -10, 30, x, x, x, 0, x, x);
		assertThat(means.at(0, 1)).isEqualTo(2);
		assertThat(means.at(0, 3)).isEqualTo(30);
		assertThat(means.at(1, 0)).isNaN();
		assertThat(means.at(1, 5)).isEqualTo(5);
	}
}
