package io.github.sparsej.restore.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;
import io.github.sparsej.testing.Close;

class HalfSizeTest {

	private static final Parallel PARALLEL = Parallel.of(2);

	@Test
	void pixelsAreMeansOfFourAndWhatIsNotFiniteIsNaN() {
		final Volume image = Volume.plane(5, 4, new float[] { 1, 2, 3, 4, 9, 5, 6, 7, 8, 9, 0, 0, 1, 1, 9, 0, Float.POSITIVE_INFINITY, 1, 2, 9 });
		assertThat(HalfSize.of(image).plane(0, 0)).containsExactly(3.5f, 5.5f, Float.NaN, 1.25f);
	}

	@Test
	void aPixelIsInTheRegionIfAllFourAre() {
		final boolean[] inside = new boolean[4 * 5];
		for (int i = 0; i < 12; i++) inside[i] = i != 3;
		final RegionMask half = HalfSize.of(new RegionMask(4, 5, inside));
		assertThat(half.width()).isEqualTo(2);
		assertThat(half.height()).isEqualTo(2);
		assertThat(new boolean[] { half.inside(0, 0), half.inside(1, 0), half.inside(0, 1), half.inside(1, 1) }).containsExactly(true, false, false, false);
	}

	/** The mean of the half and its variance, of many pixels of the same mean. */
	@Test
	void noiseIsThatOfTheHalf() {
		final Volume flat = Noisy.map(Volume.plane(400, 300, new float[400 * 300]), pixel -> 6), noisy = Noisy.map(Noisy.photons(flat, 2, 5), pixel -> 100 + 3 * pixel);
		final PoissonGaussianNoise noise = new PoissonGaussianNoise(3, 100, 6);
		final float[] half = HalfSize.of(noisy).plane(0, 0);
		double sum = 0, squares = 0;
		for (final float pixel : half) {
			sum += pixel - 118;
			squares += (pixel - 118) * (pixel - 118);
		}
		assertThat(sum / half.length).isCloseTo(0, within(0.1));
		assertThat(squares / half.length).isCloseTo(HalfSize.of(noise).variance(118), within(0.5));
		assertThat(HalfSize.scaled(noise, 0.5).variance(118)).isCloseTo(0.25 * noise.variance(118), within(1e-12));
	}

	@Test
	void coarseStructureIsTakenFromTheHalfAndFineStays() {
		final Volume fine = Noisy.gaussian(Noisy.structured(40, 36, 2, 2), 5, 1), same = fine.crop(0, 0, 40, 36);
		HalfSize.correct(same, HalfSize.of(fine), PARALLEL);
		for (int p = 0; p < 4; p++) Close.assertClose(same.plane(p % 2, p / 2), fine.plane(p % 2, p / 2), 1e-4);
		final Volume raised = fine.crop(0, 0, 40, 36);
		HalfSize.correct(raised, Noisy.map(HalfSize.of(fine), pixel -> pixel + 7), PARALLEL);
		Close.assertClose(raised.plane(1, 1), Noisy.map(fine, pixel -> pixel + 7).plane(1, 1), 1e-4);
	}

	@Test
	void nothingIsTakenFromWhereSomethingIsNotFinite() {
		final Volume fine = Noisy.structured(16, 16, 1, 1), corrected = fine.crop(0, 0, 16, 16), coarse = Noisy.map(HalfSize.of(fine), pixel -> pixel + 7);
		for (int i = 0; i < 64; i++) if (i % 8 < 4) coarse.plane(0, 0)[i] = Float.NaN;
		HalfSize.correct(corrected, coarse, PARALLEL);
		for (int i = 0; i < 256; i++) assertThat(corrected.plane(0, 0)[i] - fine.plane(0, 0)[i]).isCloseTo(i % 16 < 6 ? 0 : i % 16 < 10 ? 7 * (i % 16 - 5.5f) / 4 : 7, within(1e-3f));
		final float[] blend = HalfSize.blend(fine, coarse, 0.75, PARALLEL).plane(0, 0);
		for (int i = 0; i < 256; i++) if (i % 16 < 7) assertThat(blend[i]).isEqualTo(fine.plane(0, 0)[i]);
	}

	@Test
	void aMixtureIsLinearBetweenTheHalvesPixelsAndHasTheirMeans() {
		final Volume zero = Volume.plane(24, 4, new float[96]), ramp = Noisy.map(Volume.plane(12, 2, new float[24]), pixel -> 0);
		for (int i = 0; i < 24; i++) ramp.plane(0, 0)[i] = 2 * (i % 12);
		final float[] blend = HalfSize.blend(Noisy.map(zero, pixel -> 100), ramp, 0.25, PARALLEL).plane(0, 0);
		for (int x = 8; x < 16; x++) assertThat(blend[24 + x]).isCloseTo((float) (25 + 0.75 * (x - 0.5)), within(0.02f)); // far from the ends
		final Volume half = Noisy.structured(40, 30, 1, 1), back = HalfSize.of(HalfSize.blend(Noisy.map(Noisy.structured(80, 60, 1, 1), pixel -> 0), half, 0, PARALLEL));
		assertThat(ImageComparison.of(half, back, 255).rmse()).isLessThan(2);
	}
}
