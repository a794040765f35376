package io.github.sparsej.restore.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.PoissonSampler;
import io.github.sparsej.testing.SampleImages;

class PoissonGaussianEstimateTest {

	private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

	private static final int SIDE = 200;

	/** Photons of a scene of dark and bright stripes, 64 px a period, from 0 to the peak. */
	private static IntToDoubleFunction stripes(final double peak) {
		return i -> peak * (0.5 - 0.5 * Math.cos(i % SIDE * Math.PI / 32));
	}

	private static float[] pixels(final IntToDoubleFunction photons, final int count, final PoissonGaussianNoise camera, final long seed) {
		final PoissonSampler sampler = new PoissonSampler(seed);
		final float[] pixels = new float[count];
		for (int i = 0; i < count; i++) pixels[i] = (float) sampler.next(photons.applyAsDouble(i), camera.cameraGain(), camera.offset(), camera.readNoise());
		return pixels;
	}

	private static Volume image(final IntToDoubleFunction photons, final PoissonGaussianNoise camera) {
		return Volume.plane(SIDE, SIDE, pixels(photons, SIDE * SIDE, camera, 5));
	}

	private static KnownCamera offset(final double offset) {
		return new KnownCamera(UNKNOWN, OptionalDouble.of(offset), UNKNOWN);
	}

	/** Root mean square over the photon numbers 0 to peak of the relative error of the standard deviation by gain and b. */
	private static double deviationError(final PoissonGaussianNoise estimate, final PoissonGaussianNoise camera, final IntToDoubleFunction photons, final int count) {
		double sum = 0;
		int used = 0;
		for (int i = 0; i < count; i++) {
			final double mean = camera.offset() + camera.cameraGain() * photons.applyAsDouble(i), variance = camera.variance(mean);
			if (variance < 0.1 * camera.cameraGain() * camera.cameraGain()) continue; // no noise, no relative error
			sum += Math.pow(Math.sqrt(Math.max(0, estimate.cameraGain() * mean + estimate.varianceAtZero()) / variance) - 1, 2);
			used++;
		}
		return Math.sqrt(sum / used);
	}

	@ParameterizedTest
	@CsvSource({ "5, 1, 0, 0", "5, 5, 100, 0", "20, 5, 0, 2", "20, 1, 100, 2", "200, 5, 100, 10", "200, 0.1, 0, 1", "3, 200, 1000, 50" })
	void theCameraIsFoundByItsNoise(final double peak, final double gain, final double offset, final double readNoise) {
		final PoissonGaussianNoise camera = new PoissonGaussianNoise(gain, offset, readNoise);
		final Volume image = image(stripes(peak), camera);
		final PoissonGaussianNoise blind = PoissonGaussianEstimate.estimate(image, 0, KnownCamera.NOTHING);
		assertThat(blind.cameraGain()).isCloseTo(gain, Percentage.withPercentage(8));
		assertThat(deviationError(blind, camera, stripes(peak), SIDE)).isLessThan(0.03);
		final PoissonGaussianNoise estimate = PoissonGaussianEstimate.estimate(image, 0, offset(offset));
		assertThat(estimate.offset()).isEqualTo(offset);
		assertThat(estimate.cameraGain()).isCloseTo(gain, Percentage.withPercentage(8));
		assertThat(deviationError(estimate, camera, stripes(peak), SIDE)).isLessThan(0.03);
		assertThat(estimate.readNoise()).isCloseTo(readNoise, within(0.1 * readNoise + 0.2 * gain));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cell", "retina", "camera" })
	void theNoiseOfPicturesIsFound(final String sample) {
		final Volume clean = SampleImages.open(sample, 256);
		final PoissonGaussianNoise camera = new PoissonGaussianNoise(5, 100, 2);
		final IntToDoubleFunction photons = i -> clean.plane(0, 0)[i] / 255 * 20;
		final Volume image = Volume.plane(256, 256, pixels(photons, 256 * 256, camera, 9));
		assertThat(deviationError(PoissonGaussianEstimate.estimate(image, 0, KnownCamera.NOTHING), camera, photons, 256 * 256)).isLessThan(0.03);
	}

	/** All samples of microscopy and a photograph, peaks of 5 to 200 photons, gains, offsets and read noises. */
	@Tag("long")
	@Test
	void errorsOverAllSamplesAreAsStated() {
		double blind = 0, worst = 0, withOffset = 0;
		int count = 0;
		for (final String sample : new String[] { "cell", "retina", "microaneurysms", "camera" })
			for (final double peak : new double[] { 5, 20, 50, 200 })
				for (final double gain : new double[] { 1, 5 })
					for (final double offset : new double[] { 0, 100 })
						for (final double readNoise : new double[] { 0, 2 }) {
							final Volume clean = SampleImages.open(sample, 512);
							final PoissonGaussianNoise camera = new PoissonGaussianNoise(gain, offset, readNoise);
							final IntToDoubleFunction photons = i -> clean.plane(0, 0)[i] / 255 * peak;
							final int size = clean.width() * clean.height();
							final Volume image = Volume.plane(clean.width(), clean.height(), pixels(photons, size, camera, 13));
							final double error = deviationError(PoissonGaussianEstimate.estimate(image, 0, KnownCamera.NOTHING), camera, photons, size);
							blind += error;
							worst = Math.max(worst, error);
							withOffset += deviationError(PoissonGaussianEstimate.estimate(image, 0, offset(offset)), camera, photons, size);
							count++;
						}
		assertThat(blind / count).isLessThan(0.015);
		assertThat(worst).isLessThan(0.12);
		assertThat(withOffset / count).isLessThan(0.01);
	}

	/** Classes by the mean of the patches themselves would halve the gain here: most of what spreads those means is noise. */
	@Test
	void noiseOfTheMeansDoesNotFlattenTheLine() {
		final Volume image = image(stripes(1), new PoissonGaussianNoise(1, 0, 2));
		assertThat(PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(UNKNOWN, OptionalDouble.of(0), OptionalDouble.of(2))).cameraGain()).isCloseTo(1, within(0.15));
		assertThat(PoissonGaussianEstimate.estimate(image, 0, offset(0)).cameraGain()).isCloseTo(1, within(0.3));
	}

	@Test
	void theStabilizedImageHasUnitNoise() {
		final Volume image = image(stripes(30), new PoissonGaussianNoise(4, 200, 3));
		final NoiseStabilizer stabilizer = PoissonGaussianEstimate.estimate(image, 0, KnownCamera.NOTHING).stabilizer();
		assertThat(NoiseLevel.estimate(Volume.plane(SIDE, SIDE, stabilizer.stabilize(image.plane(0, 0))), 0).sigma()).isCloseTo(1, within(0.03));
	}

	@Test
	void whatIsKnownIsKept() {
		final PoissonGaussianNoise camera = new PoissonGaussianNoise(4, 200, 9);
		final Volume image = image(stripes(30), camera);
		final OptionalDouble gain = OptionalDouble.of(4), offset = OptionalDouble.of(200), readNoise = OptionalDouble.of(9);
		assertThat(PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(gain, offset, readNoise))).isEqualTo(camera);
		final PoissonGaussianNoise offsetByReadNoise = PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(gain, UNKNOWN, readNoise));
		assertThat(offsetByReadNoise.offset()).isCloseTo(200, within(2.0));
		assertThat(offsetByReadNoise.cameraGain()).isEqualTo(4);
		assertThat(offsetByReadNoise.readNoise()).isEqualTo(9);
		assertThat(PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(gain, offset, UNKNOWN)).readNoise()).isCloseTo(9, within(0.5));
		assertThat(PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(UNKNOWN, offset, readNoise)).cameraGain()).isCloseTo(4, within(0.1));
		assertThat(PoissonGaussianEstimate.estimate(image, 0, new KnownCamera(UNKNOWN, UNKNOWN, readNoise)).offset()).isCloseTo(200, within(4.0));
	}

	@Test
	void saturatedPixelsAreLeftOut() {
		final float[] pixels = image(stripes(100), new PoissonGaussianNoise(2, 0, 0)).plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) pixels[i] = Math.min(pixels[i], 160);
		assertThat(PoissonGaussianEstimate.estimate(Volume.plane(SIDE, SIDE, pixels), 0, offset(0)).cameraGain()).isCloseTo(2, within(0.12));
	}

	/** Two slices, each equally bright everywhere: only together do they have a range of means. */
	@Test
	void slicesAreOneSample() {
		final PoissonGaussianNoise camera = new PoissonGaussianNoise(3, 0, 0);
		final float[] dark = pixels(i -> 4, SIDE * SIDE, camera, 1), bright = pixels(i -> 40, SIDE * SIDE, camera, 2);
		final Volume stack = Volume.of(SIDE, SIDE, 2, 1, new float[][] { dark, bright });
		assertThat(PoissonGaussianEstimate.estimate(stack, 0, KnownCamera.NOTHING).cameraGain()).isCloseTo(3, within(0.15));
		assertThatThrownBy(() -> PoissonGaussianEstimate.estimate(Volume.plane(SIDE, SIDE, dark), 0, offset(0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("equally bright");
		assertThat(PoissonGaussianEstimate.estimate(Volume.plane(SIDE, SIDE, dark), 0, new KnownCamera(UNKNOWN, OptionalDouble.of(0), OptionalDouble.of(0))).cameraGain()).isCloseTo(3, within(0.15));
	}

	@Test
	void whatCannotBeEstimatedIsNamed() {
		assertThatThrownBy(() -> PoissonGaussianEstimate.estimate(Volume.plane(20, 20, new float[400]), 0, KnownCamera.NOTHING)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("constant");
		assertThatThrownBy(() -> PoissonGaussianEstimate.estimate(image(i -> 30, new PoissonGaussianNoise(1, 0, 0)).crop(0, 0, 12, 12), 0, KnownCamera.NOTHING)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too small");
		final float[] falling = image(stripes(100), new PoissonGaussianNoise(1, 0, 0)).plane(0, 0).clone();
		for (int i = 0; i < falling.length; i++) falling[i] = 200 - falling[i];
		assertThatThrownBy(() -> PoissonGaussianEstimate.estimate(Volume.plane(SIDE, SIDE, falling), 0, offset(0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("does not grow with brightness");
		assertThatThrownBy(() -> new KnownCamera(OptionalDouble.of(-1), UNKNOWN, UNKNOWN)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("gain", "-1");
	}
}
