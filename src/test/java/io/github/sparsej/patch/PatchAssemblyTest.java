package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatchAssemblyTest {

	@Property(tries = 300)
	void cutThenAssembleGivesTheImageBackBitByBit(@ForAll @IntRange(min = 1, max = 6) final int pw, @ForAll @IntRange(min = 1, max = 6) final int ph,
		@ForAll @IntRange(min = 1, max = 3) final int pd, @ForAll @IntRange(min = 1, max = 2) final int channels, @ForAll @IntRange(min = 0, max = 9) final int moreX,
		@ForAll @IntRange(min = 0, max = 9) final int moreY, @ForAll @IntRange(min = 0, max = 3) final int moreZ, @ForAll @IntRange(min = 1, max = 6) final int wish,
		@ForAll @IntRange(min = 1, max = 50) final int batch)
	{
		final PatchShape shape = new PatchShape(pw, ph, pd, channels);
		final Volume image = TestImages.random(pw + moreX, ph + moreY, pd + moreZ, channels, wish);
		final PatchGrid grid = PatchGrid.covering(image.width(), image.height(), image.depth(), shape, Math.min(wish, Math.max(pw, Math.max(ph, pd))));
		final PatchAssembly assembly = new PatchAssembly(grid);
		while (assembly.next() < grid.count()) {
			final int first = assembly.next();
			assembly.add(first, grid.cut(image, first, Math.min(batch, grid.count() - first)));
		}
		final Volume back = assembly.result();
		for (int c = 0; c < channels; c++) for (int z = 0; z < image.depth(); z++) assertThat(back.plane(z, c)).containsExactly(image.plane(z, c));
	}

	@Test
	void everyPixelIsTheMeanOfThePatchesThatCoverIt() {
		final PatchGrid grid = PatchGrid.covering(3, 1, 1, new PatchShape(2, 1, 1, 1), 1);
		final PatchAssembly assembly = new PatchAssembly(grid);
		assembly.add(0, Signals.of(2, 2, new float[] { 1, 2, 5, 7 }));
		assertThat(assembly.result().plane(0, 0)).containsExactly(1, 3.5f, 7);
	}

	@Test
	void valuesThatAreNotKeptCountInNoMean() {
		final PatchGrid grid = PatchGrid.covering(4, 1, 1, new PatchShape(3, 1, 1, 1), 1);
		final PatchAssembly assembly = new PatchAssembly(grid, value -> value != 2);
		assembly.add(0, Signals.of(2, 3, new float[] { 1, 2, 100, 5, 7, 100 }));
		assertThat(assembly.result().plane(0, 0)).as("no patch tells of the last pixel").containsExactly(1, 3.5f, 7, 0);
	}

	@Test
	void discsGiveBackEveryPixelTheyCoverInAllSlicesAndChannels() {
		final PatchShape shape = new PatchShape(5, 4, 2, 2);
		final Volume image = TestImages.random(14, 13, 4, 2, 9);
		final PatchGrid grid = PatchGrid.covering(14, 13, 4, shape, 1);
		final DiskMask disc = new DiskMask(shape);
		final PatchAssembly assembly = new PatchAssembly(grid, disc::keeps);
		assembly.add(0, disc.apply(grid.cut(image, 0, grid.count())));
		final Volume back = assembly.result();
		for (int c = 0; c < 2; c++)
			for (int z = 0; z < 4; z++)
				for (int y = 0; y < 13; y++)
					for (int x = 0; x < 14; x++) {
						// Of the first row of a disc, and its last, the middle pixel alone is inside; of its first column none.
						final boolean outside = x < 1 || x > 12 || (y < 1 || y > 11) && (x < 2 || x > 11);
						assertThat(back.plane(z, c)[y * 14 + x]).as("(%d, %d)", x, y).isEqualTo(outside ? 0 : image.plane(z, c)[y * 14 + x]);
					}
	}

	@Test
	void meansAreTakenAcrossSlicesToo() {
		final PatchGrid grid = PatchGrid.covering(1, 1, 3, new PatchShape(1, 1, 2, 1), 1);
		final PatchAssembly assembly = new PatchAssembly(grid);
		assembly.add(0, Signals.of(1, 2, new float[] { 1, 2 }));
		assembly.add(1, Signals.of(1, 2, new float[] { 6, 9 }));
		final Volume result = assembly.result();
		assertThat(new float[] { result.plane(0, 0)[0], result.plane(1, 0)[0], result.plane(2, 0)[0] }).containsExactly(1, 4, 9);
	}

	@Test
	void wrongOrderLengthAndMissingPatchesAreNamed() {
		final PatchGrid grid = PatchGrid.covering(4, 4, 1, PatchShape.square(2), 2);
		final PatchAssembly assembly = new PatchAssembly(grid);
		assertThatThrownBy(() -> assembly.add(1, Signals.zeros(1, 4))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("expected number 0", "got 1");
		assertThatThrownBy(() -> assembly.add(0, Signals.zeros(1, 5))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 x 2", "got 5");
		assertThatThrownBy(() -> assembly.add(0, Signals.zeros(5, 4))).isInstanceOf(IndexOutOfBoundsException.class);
		assembly.add(0, Signals.zeros(3, 4));
		assertThatThrownBy(assembly::result).isInstanceOf(IllegalStateException.class).hasMessageContaining("3 of 4");
	}
}
