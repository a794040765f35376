package io.github.sparsej.restore.inpaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/** What cannot be filled in is said, with where: slice, channel and number of pixels. */
class InpaintLimitsTest {

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessage(said);
	}

	private static Inpainter inpainter(final PatchShape shape) {
		final float[] atom = new float[shape.length()];
		Arrays.fill(atom, 1);
		return new Inpainter(Dictionary.normalized(shape, 1, atom), InpaintOptions.DEFAULT, Parallel.SERIAL);
	}

	/** All pixels are 3 but those of one plane, which are missing. */
	private static Volume without(final int slices, final int channels, final int plane) {
		final float[][] planes = new float[slices * channels][30];
		for (final float[] each : planes) Arrays.fill(each, 3);
		Arrays.fill(planes[plane], Float.NaN);
		return Volume.of(6, 5, slices, channels, planes);
	}

	@Test
	void aSliceOrChannelWithoutAnyPixelIsNamed() {
		final PatchShape flat = new PatchShape(3, 3, 1, 1), deep = new PatchShape(3, 3, 2, 1), coloured = new PatchShape(3, 3, 1, 2);
		refused(() -> inpainter(flat).inpaint(without(1, 1, 0), Progress.NONE), "all pixels are missing: there is no known pixel to fill them in from");
		refused(() -> inpainter(flat).inpaint(without(3, 1, 1), Progress.NONE), "all pixels are missing in slice 2: with patches of one slice they cannot be filled in from others; use a larger depth");
		refused(() -> inpainter(coloured).inpaint(without(1, 2, 1), Progress.NONE), "all pixels are missing in channel 2: there is no known pixel to fill them in from");
		refused(() -> inpainter(coloured).inpaint(without(2, 2, 3), Progress.NONE), "all pixels are missing in slice 2 in channel 2: with patches of one slice they cannot be filled in from others; use a larger depth");
		assertThat(inpainter(deep).inpaint(without(3, 1, 1), Progress.NONE).orElseThrow().plane(1, 0)).as("atoms of two slices tell one by another").doesNotContain(Float.NaN);
	}

	/** Atoms of one column never see two. */
	@Test
	void pixelsThatNoPatchReachesAreCounted() {
		final float[] pixels = new float[30];
		for (int i = 0; i < 30; i++) pixels[i] = i % 6 == 2 ? Float.NaN : i;
		refused(() -> inpainter(new PatchShape(1, 3, 1, 1)).inpaint(Volume.plane(6, 5, pixels), Progress.NONE), "5 pixels are missing where no patch of 1 x 3 reaches a known one");
	}

	@Test
	void aMaskIsOfItsImage() {
		final Volume image = Volume.of(6, 5, 2, 2, new float[4][30]);
		final Inpainter inpainter = new Inpainter(InitialDictionaries.cosines(PatchShape.square(3)).create(9, null, null), InpaintOptions.DEFAULT, Parallel.SERIAL);
		for (final int[] size : new int[][] { { 5, 5, 1, 1 }, { 6, 4, 1, 1 }, { 6, 5, 3, 1 }, { 6, 5, 1, 3 } })
			refused(() -> inpainter.inpaint(image, Volume.of(size[0], size[1], size[2], size[3], new float[size[2] * size[3]][size[0] * size[1]]), Progress.NONE),
				"a mask of " + size[0] + " x " + size[1] + " pixels in " + size[2] + (size[2] == 1 ? " slice" : " slices") + " and " + size[3] + (size[3] == 1 ? " channel" : " channels") + " does not fit an image of 6 x 5 pixels in 2 slices and 2 channels");
	}
}
