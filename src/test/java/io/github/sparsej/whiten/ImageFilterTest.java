package io.github.sparsej.whiten;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.testing.Npy;

class ImageFilterTest {

	@Nested
	class None extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return NoFilter.INSTANCE;
		}

		@Override
		boolean removesMean() {
			return false;
		}

		@Test
		void changesNothing() {
			assertThat(filter().filter(image(5, 4, 1), 5, 4)).containsExactly(image(5, 4, 1));
		}
	}

	@Nested
	class OlshausenAndField extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return OlshausenField.STANDARD;
		}

		@Test
		void squareImageIsThatOfNumpyButForTheUnitOfFrequency() {
			final float[] input = Npy.reference("whitening/of_input_256.npy").floats();
			final float[] expected = Npy.reference("whitening/of_output_256.npy").floats();
			final float[] filtered = filter().filter(input, 256, 256);
			for (int i = 0; i < filtered.length; i++) assertThat(256 * filtered[i]).isCloseTo(expected[i], within(2e-5f));
		}

		@Test
		void oblongOddImageIsThatOfNumpy() {
			final Npy input = Npy.reference("whitening/of_rect_input_200x301.npy");
			final float[] filtered = filter().filter(input.floats(), 301, 200);
			assertClose(filtered, Npy.reference("whitening/of_rect_output_200x301.npy").floats(), 1e-7);
		}

		@Test
		void responseIsThatOfTheFormula() {
			assertThat(OlshausenField.STANDARD.response(0.4)).isCloseTo(0.4 * Math.exp(-1), within(1e-15));
			assertThat(new OlshausenField(0.2, 2, 1).response(0.1)).isCloseTo(0.01 * Math.exp(-0.5), within(1e-15));
			assertThat(OlshausenField.STANDARD.response(0)).isZero();
		}

		@Test
		void oneWaveIsMultipliedByItsResponse() {
			final float[] wave = new float[24 * 10];
			for (int i = 0; i < wave.length; i++) wave[i] = 7 + (float) Math.sin(2 * Math.PI * (3 * (i % 24) / 24.0 + 2 * (i / 24) / 10.0));
			final float gain = (float) OlshausenField.STANDARD.response(Math.hypot(0.125, 0.2));
			final float[] filtered = filter().filter(wave, 24, 10);
			for (int i = 0; i < wave.length; i++) assertThat(filtered[i]).isCloseTo(gain * (wave[i] - 7), within(2e-7f));
		}

		@Test
		void frequenciesLostInRoundingStayZero() {
			final OlshausenField steep = new OlshausenField(0.1, 1, 8);
			final float[] pixels = image(32, 32, 1);
			for (final float value : steep.unfilter(steep.filter(pixels, 32, 32), 100, 32, 32)) assertThat(value).isBetween(0f, 200f);
		}

		@Test
		void parametersOutOfRangeAreNamed() {
			assertThatThrownBy(() -> new OlshausenField(0, 1, 4)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cutoff");
			assertThatThrownBy(() -> new OlshausenField(0.4, Double.NaN, 4)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
			assertThatThrownBy(() -> new OlshausenField(0.4, 1, -4)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-4");
		}
	}

	@Nested
	class SparseHebbianLearning extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return ShlFilter.forPatches(18);
		}

		/** Reference responses have frequency 0 in the middle; there the original takes f = 1e-6 in place of 0. */
		private void assertResponse(final FrequencyResponse response, final String file, final double tolerance) {
			final Npy expected = Npy.reference("shl/" + file);
			for (int k = 0; k <= 128; k++)
				for (int l = 0; l < 256; l++) assertThat(response.at(k, l)).as("(%d, %d)", k, l).isCloseTo(expected.at((l + 128) % 256, (k + 128) % 256), within(tolerance));
		}

		@Test
		void responsesAreThoseOfTheOriginal() {
			final ShlFilter filter = ShlFilter.forPatches(18);
			assertResponse(ShlFilter.retina(256, 256), "filter_retina.npy", 2e-7);
			assertResponse(filter.whiteningResponse(256, 256), "filter_white.npy", 1e-6);
			assertResponse(filter.bandPass(256, 256), "filter_band_w18.npy", 1e-6);
		}

		@Test
		void stagesAndTheirChainAreThoseOfTheOriginal() {
			final float[] gray = Npy.reference("shl/img0_gray_crop.npy").floats();
			final float[] retinal = Npy.reference("shl/img0_retina_norm.npy").floats();
			final RealFft2d fft = RealFft2d.of(256, 256);
			final float[] ours = fft.inverse(fft.forward(gray).multiply(ShlFilter.retina(256, 256)));
			final double largest = FinitePixels.maxAbs(ours);
			for (int i = 0; i < ours.length; i++) assertThat(ours[i] / largest).isCloseTo(retinal[i], within(1e-6));
			final ShlFilter filter = ShlFilter.forPatches(18);
			final float[] white = fft.inverse(fft.forward(retinal).multiply(filter.whiteningResponse(256, 256)));
			assertClose(white, Npy.reference("shl/img0_white.npy").floats(), 1e-6);
			assertClose(filter.filter(gray, 256, 256), Npy.reference("shl/img0_bandpassed.npy").floats(), 2e-6);
		}

		@Test
		void greyScaleAndOffsetDoNotMatter() {
			final float[] pixels = image(40, 31, 5);
			final float[] other = pixels.clone();
			for (int i = 0; i < other.length; i++) other[i] = 100 * other[i] - 3000;
			assertClose(filter().filter(other, 40, 31), filter().filter(pixels, 40, 31), 1e-5);
		}

		@Test
		void slowestFrequenciesAreThoseOfTheLongerSide() {
			// One turn along 40 px is twice 0.5 / 40.
			final double edge = 1 - Math.exp((0.025 - 0.5) / 0.035);
			assertThat(ShlFilter.retina(40, 16).at(1, 0)).isCloseTo(edge * (1 - Math.exp(-2)), within(1e-14));
			assertThat(ShlFilter.retina(16, 40).at(0, 1)).isCloseTo(edge * (1 - Math.exp(-2)), within(1e-14));
		}

		@Test
		void whiteningResponseHasMeanOne() {
			assertThat(ShlFilter.forPatches(9).whiteningResponse(37, 24).mean()).isCloseTo(1, within(1e-12));
		}

		@Test
		void parametersOutOfRangeAreNamed() {
			assertThatThrownBy(() -> ShlFilter.forPatches(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
			assertThatThrownBy(() -> new ShlFilter(null, 8)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Nested
	class Zca extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return ZcaFilter.fit(image(37, 24, 1), 37, 24, 5, 0.01);
		}

		@Test
		void isTheOverlapAverageOfWhitenedPatches() {
			final int w = 4;
			final int width = 19;
			final int height = 14;
			final float[] pixels = image(width, height, 7);
			final double mean = FinitePixels.mean(pixels);
			final double[][] patches = new double[width * height][w * w];
			for (int p = 0; p < patches.length; p++)
				for (int q = 0; q < w * w; q++) patches[p][q] = pixels[(p / width + q / w) % height * width + (p % width + q % w) % width] - mean;
			final double[] covariance = new double[w * w * w * w];
			for (final double[] patch : patches)
				for (int a = 0; a < w * w; a++) for (int b = 0; b < w * w; b++) covariance[a * w * w + b] += patch[a] * patch[b] / patches.length;
			final double variance = covariance[0];
			final double[] zca = SymmetricEigen.of(w * w, covariance).map(v -> 1 / Math.sqrt(v + 0.02 * variance));
			final double[] expected = new double[width * height];
			for (int p = 0; p < patches.length; p++)
				for (int a = 0; a < w * w; a++) {
					double white = 0;
					for (int b = 0; b < w * w; b++) white += zca[a * w * w + b] * patches[p][b];
					expected[(p / width + a / w) % height * width + (p % width + a % w) % width] += white / (w * w);
				}
			final float[] filtered = ZcaFilter.fit(pixels, width, height, w, 0.02).filter(pixels, width, height);
			for (int i = 0; i < filtered.length; i++) assertThat((double) filtered[i]).isCloseTo(expected[i], within(1e-6));
		}

		@Test
		void greyScaleDoesNotMatter() {
			final float[] pixels = image(30, 20, 4);
			final float[] other = pixels.clone();
			for (int i = 0; i < other.length; i++) other[i] = 250 * other[i] + 1000;
			assertClose(ZcaFilter.fit(other, 30, 20, 6, 0.01).filter(other, 30, 20), ZcaFilter.fit(pixels, 30, 20, 6, 0.01).filter(pixels, 30, 20), 1e-4);
		}

		@Test
		void whatIsStoredGivesTheSameFilterAgain() {
			final ZcaFilter filter = ZcaFilter.fit(image(30, 20, 4), 30, 20, 6, 0.01);
			final ZcaFilter again = new ZcaFilter(filter.patchSize(), filter.kernel());
			assertThat(again.filter(image(9, 8, 2), 9, 8)).containsExactly(filter.filter(image(9, 8, 2), 9, 8));
			filter.kernel()[3] = 17;
			assertThat(filter.kernel()).containsExactly(again.kernel());
		}

		@Test
		void whatCannotBeLearnedIsNamed() {
			final float[] flat = new float[100];
			Arrays.fill(flat, 0.3f);
			assertThatThrownBy(() -> ZcaFilter.fit(flat, 10, 10, 4, 0.01)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no structure");
			assertThatThrownBy(() -> ZcaFilter.fit(image(10, 10, 1), 10, 10, 65, 0.01)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("65");
			assertThatThrownBy(() -> ZcaFilter.fit(image(10, 10, 1), 10, 10, 4, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("epsilonShare");
			assertThatThrownBy(() -> new ZcaFilter(2, new double[] { 0, 0, 0, 0, 1, 0, 0, 0, 2 })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weight 0");
			assertThatThrownBy(() -> new ZcaFilter(2, new double[8])).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("9", "8");
		}
	}

	@Nested
	class LocalContrast extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return LocalContrastNormalization.STANDARD;
		}

		@Test
		void stagesAreThoseOfScipy() {
			final float[] input = Npy.reference("whitening/of_input_256.npy").floats();
			final double[] v = LocalContrastNormalization.STANDARD.subtractive(input, 256, 256);
			assertClose(v, Npy.reference("whitening/lcn_subtractive_256.npy").values(), 1e-7);
			assertClose(LocalContrastNormalization.STANDARD.localDeviation(v, 256, 256), Npy.reference("whitening/lcn_localstd_256.npy").values(), 1e-7);
			assertClose(filter().filter(input, 256, 256), Npy.reference("whitening/lcn_output_256.npy").floats(), 5e-6);
		}

		@Test
		void bordersAreMirroredAlsoWhereTheImageIsSmallerThanTheWindow() {
			// Window 1/3 each: mirrored (1, 4) is ... 1 | 1 4 | 4 ...: means 2 and 3.
			final double[] v = new LocalContrastNormalization(1e9, 3).subtractive(new float[] { 1, 4 }, 2, 1);
			assertClose(v, new double[] { -1, 1 }, 1e-9);
			// Window of 5 over two pixels: 4 1 | 1 4 | 4 1: means of 4 1 1 4 4 and 1 1 4 4 1.
			final double[] wide = new LocalContrastNormalization(1e9, 5).subtractive(new float[] { 1, 4 }, 1, 2);
			assertClose(wide, new double[] { 1 - 14 / 5.0, 4 - 11 / 5.0 }, 1e-9);
		}

		@Test
		void constantRegionsAreZero() {
			final float[] pixels = new float[40 * 20];
			for (int i = 0; i < pixels.length; i++) pixels[i] = i % 40 < 20 ? 0.1f : (i * 7919) % 13;
			final float[] y = filter().filter(pixels, 40, 20);
			for (int i = 0; i < y.length; i++) if (i % 40 < 11) assertThat(y[i]).isCloseTo(0, within(1e-12f));
		}

		@Test
		void bordersMirroredOnceAreThoseOfThePublishedConvolutionalSystem() {
			final LocalContrastNormalization once = new LocalContrastNormalization(2, 9, Mirror.ONCE);
			final Npy raw = Npy.reference("champ/n10_K20_w9_HAP/input_raw.npy");
			final float[] expected = Npy.reference("champ/n10_K20_w9_HAP/input_lcn.npy").floats();
			final int size = 65 * 65;
			// The reference was computed in float32.
			for (int i = 0; i < expected.length; i += size) assertClose(once.filter(Arrays.copyOfRange(raw.floats(), i, i + size), 65, 65), Arrays.copyOfRange(expected, i, i + size), 4e-5);
		}

		@Test
		void parametersOutOfRangeAreNamed() {
			assertThatThrownBy(() -> new LocalContrastNormalization(2, 9, null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mirror");
			assertThatThrownBy(() -> new LocalContrastNormalization(0, 9)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sigma");
			assertThatThrownBy(() -> new LocalContrastNormalization(2, 8)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 8");
		}
	}

	@Nested
	class LocalMeans extends ImageFilterContract {
		@Override
		ImageFilter filter() {
			return new LocalMeanRemoval(5);
		}

		@Test
		void differencesAreThoseOfThePublishedConvolutionalSystem() {
			final Npy raw = Npy.reference("champ/n10_K20_w9_HAP/input_raw.npy");
			final float[] expected = Npy.reference("champ/step/decorrelated_5x5.npy").floats();
			final int size = 65 * 65;
			// The reference was computed in float32 from grey values up to 255: 1e-6 of these is the limit.
			for (int i = 0; i < expected.length; i += size)
				assertClose(filter().filter(Arrays.copyOfRange(raw.floats(), i, i + size), 65, 65), Arrays.copyOfRange(expected, i, i + size), 255e-6);
		}

		@Test
		void bordersAreTheMirrorsAxis() {
			// 4 1 | 0 1 4 9 | 4 1 of the squares of 0 to 3.
			assertClose(new LocalMeanRemoval(5).filter(new float[] { 0, 1, 4, 9 }, 1, 4), new float[] { 0 - 10 / 5f, 1 - 15 / 5f, 4 - 18 / 5f, 9 - 19 / 5f }, 1e-6);
		}

		@Test
		void parametersOutOfRangeAreNamed() {
			assertThatThrownBy(() -> new LocalMeanRemoval(4)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 4");
		}
	}
}
