package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatchSumsTest {

	private static final PatchGrid PAIR = PatchGrid.covering(3, 1, 1, new PatchShape(2, 1, 1, 1), 1);

	@Test
	void onlyPatchesIncludedAreAdded() {
		final PatchSums sums = PatchSums.ofAll(PAIR);
		sums.add(0, Signals.of(2, 2, new float[] { 1, 2, 5, 7 }), row -> row == 1);
		sums.add(0, Signals.of(1, 2, new float[] { 10, 20 }), row -> true);
		assertThat(sums.take(0, 0).sums()).containsExactly(10, 25, 7);
	}

	@Test
	void countsAreThoseOfAllPatchesOfTheGrid() {
		final int[] counts = new int[5];
		PatchSums.ofAll(PatchGrid.covering(4, 3, 2, new PatchShape(3, 2, 2, 1), 1)).take(1, 0).counts(1, counts, 1);
		assertThat(counts).containsExactly(0, 2, 4, 4, 2);
	}

	@Test
	void whatWasTakenOutBeginsAnew() {
		final PatchSums sums = PatchSums.ofAll(PAIR);
		sums.addConstant(0, new float[] { 1, 2 });
		sums.take(0, 0);
		sums.addConstant(1, new float[] { 4 });
		assertThat(sums.take(0, 0).sums()).containsExactly(0, 4, 4);
	}

	@Test
	void patchesBeyondTheLastAreRefused() {
		assertThatThrownBy(() -> PatchSums.ofAll(PAIR).addConstant(1, new float[2])).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("2 patches from number 1");
	}

	@Property(tries = 200)
	void constantPatchesAddUpAsTheSameWrittenOut(@ForAll @IntRange(min = 1, max = 5) final int pw, @ForAll @IntRange(min = 1, max = 4) final int ph, @ForAll @IntRange(min = 1, max = 3) final int pd,
		@ForAll @IntRange(min = 1, max = 2) final int channels, @ForAll @IntRange(min = 0, max = 9) final int more, @ForAll @IntRange(min = 1, max = 5) final int wish, @ForAll @IntRange(min = 1, max = 40) final int batch)
	{
		final PatchShape shape = new PatchShape(pw, ph, pd, channels);
		final PatchGrid grid = PatchGrid.covering(pw + more, ph + more / 2, pd + more / 3, shape, Math.min(wish, Math.max(pw, Math.max(ph, pd))));
		final PatchSums constant = PatchSums.ofAll(grid), whole = PatchSums.ofAll(grid);
		for (int first = 0; first < grid.count(); first += batch) {
			final int count = Math.min(batch, grid.count() - first);
			final float[] values = TestImages.random(count * channels, 1, 1, 1, first).plane(0, 0);
			final Signals patches = Signals.zeros(count, shape.length());
			for (int i = 0; i < values.length; i++) Arrays.fill(patches.values(), i * shape.length() / channels, (i + 1) * shape.length() / channels, values[i]);
			constant.addConstant(first, values);
			whole.add(first, patches, row -> true);
		}
		for (int c = 0; c < channels; c++)
			for (int z = 0; z < grid.imageDepth(); z++) assertThat(constant.take(z, c).sums()).usingComparatorWithPrecision(1e-9).containsExactly(whole.take(z, c).sums());
	}
}
