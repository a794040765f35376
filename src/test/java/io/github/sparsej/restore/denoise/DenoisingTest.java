package io.github.sparsej.restore.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;
import io.github.sparsej.testing.SampleImages;

class DenoisingTest {

	private static final PatchShape SHAPE = PatchShape.square(6);
	private static final Parallel PARALLEL = Parallel.of(2);

	private static DictionarySettings settings(final DenoiseMethod method, final int patches) {
		return new DictionarySettings(method, SHAPE, 72, patches, 2, 5);
	}

	private static Denoising denoising(final DenoiseMethod method) {
		return Denoising.learning(settings(method, 3000), DenoiseOptions.DEFAULT, PARALLEL);
	}

	private static List<Volume> slices(final int count, final double sigma) {
		final List<Volume> slices = new ArrayList<>();
		for (int i = 0; i < count; i++) slices.add(Noisy.gaussian(clean(i), sigma, i));
		return slices;
	}

	private static Volume clean(final int i) {
		return SampleImages.open("camera", 300).crop(20 * i, 30, 70, 60);
	}

	private static double rmse(final Volume clean, final Volume image) {
		return ImageComparison.of(clean, image, 255).rmse();
	}

	@ParameterizedTest
	@EnumSource(value = DenoiseMethod.class, names = "DICTIONARY", mode = EnumSource.Mode.EXCLUDE)
	void slicesShareOneDictionaryAndComeOutInTheirOrder(final DenoiseMethod method) {
		final List<Volume> done = new ArrayList<>();
		final DenoisingReport report = denoising(method).run(NoisyImages.of(slices(3, 20), Noisy.sigma(20)), null, image -> done.add(image.image()), Progress.NONE);
		assertThat(report.complete()).isTrue();
		assertThat(report.imagesDone()).isEqualTo(3);
		assertThat(report.dictionaries()).hasSize(1);
		assertThat(report.dictionary().patches()).isEqualTo(method == DenoiseMethod.DCT ? 0 : 3000);
		assertThat(report.dictionary().learning().isPresent()).isEqualTo(method != DenoiseMethod.DCT);
		final List<Volume> again = new ArrayList<>();
		Denoising.with(report.dictionary().dictionary(), DenoiseOptions.DEFAULT, Parallel.SERIAL).run(NoisyImages.of(slices(3, 20), Noisy.sigma(20)), null, image -> again.add(image.image()), Progress.NONE);
		for (int i = 0; i < 3; i++) {
			assertThat(rmse(clean(i), done.get(i))).isLessThan(12);
			assertThat(again.get(i).plane(0, 0)).isEqualTo(done.get(i).plane(0, 0));
		}
	}

	/** Channels that take turns, each with noise of its own. */
	@Test
	void everyImageHasTheNoiseOfItsTurn() {
		final List<Volume> images = List.of(Noisy.gaussian(clean(0), 10, 1), Noisy.gaussian(clean(0), 30, 2), Noisy.gaussian(clean(1), 10, 3));
		final List<Volume> done = new ArrayList<>();
		denoising(DenoiseMethod.DCT).run(new NoisyImages(images, List.of(Noisy.sigma(10), Noisy.sigma(30))), null, image -> done.add(image.image()), Progress.NONE);
		for (int i = 0; i < 3; i++) {
			final List<Volume> alone = new ArrayList<>();
			denoising(DenoiseMethod.DCT).run(NoisyImages.of(images.subList(i, i + 1), Noisy.sigma(i == 1 ? 30 : 10)), null, image -> alone.add(image.image()), Progress.NONE);
			assertThat(done.get(i).plane(0, 0)).isEqualTo(alone.get(0).plane(0, 0));
		}
		assertThatThrownBy(() -> new NoisyImages(images, List.of())).hasMessageContaining("got 0");
		assertThatThrownBy(() -> NoisyImages.of(List.of(), Noisy.sigma(1))).hasMessageContaining("no image");
	}

	@Test
	void stoppedAfterAnImageItIsKept() {
		final List<Volume> done = new ArrayList<>();
		final List<Double> heard = new ArrayList<>();
		final DenoisingReport report = denoising(DenoiseMethod.KSVD).run(NoisyImages.of(slices(4, 20), Noisy.sigma(20)), null, image -> done.add(image.image()), (fraction, what) -> heard.add(fraction) && done.size() < 2);
		assertThat(report.complete()).isFalse();
		assertThat(report.imagesDone()).isEqualTo(2);
		assertThat(done).hasSize(2);
		assertThat(heard).isSorted().first().isEqualTo(0.0);
	}

	@Test
	void stoppedWhileLearningNothingIsDenoised() {
		final DenoisingReport report = denoising(DenoiseMethod.KSVD).run(NoisyImages.of(slices(1, 20), Noisy.sigma(20)), null, image -> {
			throw new AssertionError("no image is done");
		}, (fraction, what) -> !what.equals("Learning dictionary"));
		assertThat(report.complete()).isFalse();
		assertThat(report.imagesDone()).isZero();
		assertThat(report.dictionary().complete()).isFalse();
	}

	/** As those of a virtual stack. */
	@Test
	void imagesAreReadOneByOneAndTwice() {
		final List<Integer> read = new ArrayList<>();
		final List<Volume> slices = slices(3, 20);
		denoising(DenoiseMethod.KSVD).run(NoisyImages.of(new AbstractList<>() {
			@Override
			public Volume get(final int i) {
				read.add(i);
				return slices.get(i);
			}

			@Override
			public int size() {
				return 3;
			}
		}, Noisy.sigma(20)), null, image -> {}, Progress.NONE);
		assertThat(read).containsExactly(0, 0, 1, 2, 0, 1, 2); // the first once more, for its size
	}

	@Test
	void patchesAreDrawnOnceEachFromWhatThereIs() {
		final List<Volume> images = slices(2, 20);
		Arrays.fill(images.get(0).plane(0, 0), Float.NaN);
		final boolean[] inside = new boolean[70 * 60];
		for (int i = 0; i < inside.length; i++) inside[i] = i % 70 < 30;
		final DenoisingReport report = Denoising.learning(settings(DenoiseMethod.KSVD, 40000), DenoiseOptions.DEFAULT, PARALLEL).run(NoisyImages.of(images, Noisy.sigma(20)), new RegionMask(70, 60, inside), image -> {}, Progress.NONE);
		assertThat(report.dictionary().patches()).isEqualTo(25 * 55);
		assertThat(report.untouchedPixels()).isEqualTo(70 * 60);
	}

	@Test
	void fewerPatchesThanAtomsAreRefusedWithARemedy() {
		final NoisyImages small = NoisyImages.of(List.of(Noisy.gaussian(clean(0).crop(0, 0, 12, 10), 20, 1)), Noisy.sigma(20));
		assertThatThrownBy(() -> denoising(DenoiseMethod.KSVD).run(small, null, image -> {}, Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("35 patches of 6 x 6").hasMessageContaining("72 atoms").hasMessageContaining("denoise with DCT");
		assertThat(denoising(DenoiseMethod.DCT).run(small, null, image -> {}, Progress.NONE).complete()).isTrue();
	}

	@Test
	void whatHasNoNoiseOrNoStructureStaysAsItIs() {
		final Volume constant = Noisy.map(clean(0), pixel -> 7);
		for (final Volume image : List.of(constant, clean(0))) {
			final List<Volume> done = new ArrayList<>();
			assertThat(denoising(DenoiseMethod.KSVD).run(NoisyImages.of(List.of(image), Noisy.sigma(image == constant ? 3 : 0)), null, one -> done.add(one.image()), Progress.NONE).complete()).isTrue();
			assertThat(done.get(0).plane(0, 0)).isEqualTo(image.plane(0, 0));
		}
	}

	@Test
	void settingsSayWhatIsWrong() {
		assertThatThrownBy(() -> settings(DenoiseMethod.DICTIONARY, 1)).hasMessageContaining("got DICTIONARY");
		assertThatThrownBy(() -> settings(DenoiseMethod.DCT, 0)).hasMessageContaining("patches must be at least 1, got 0");
		assertThatThrownBy(() -> new DictionarySettings(DenoiseMethod.DCT, SHAPE, 0, 1, 1, 1)).hasMessageContaining("atoms");
		assertThatThrownBy(() -> new DictionarySettings(DenoiseMethod.DCT, SHAPE, 1, 1, -1, 1)).hasMessageContaining("iterations");
	}

	/** Few photons: known noise is worth a lot, and so are larger scales; bright ones are not asked for larger scales. */
	@Test
	void faintImagesAreDenoisedAtSeveralScales() {
		final Volume clean = Noisy.map(SampleImages.open("cell", 160), pixel -> pixel * 3 / 255), noisy = Noisy.photons(clean, 0.5, 4);
		final List<NoiseModel> photons = List.of(new PoissonGaussianNoise(1, 0, 0.5));
		final List<Volume> done = new ArrayList<>();
		final DenoisingReport report = denoising(DenoiseMethod.KSVD).run(NoisyImages.of(List.of(noisy), photons), null, image -> done.add(image.image()), Progress.NONE);
		assertThat(report.dictionaries().size()).isGreaterThan(1);
		double best = Double.POSITIVE_INFINITY;
		for (final double sigma : new double[] { 1, 1.4, 1.8 }) {
			final List<Volume> gaussian = new ArrayList<>();
			denoising(DenoiseMethod.KSVD).run(NoisyImages.of(List.of(noisy), List.of(new GaussianNoise(sigma))), null, image -> gaussian.add(image.image()), Progress.NONE);
			best = Math.min(best, rmse(clean, gaussian.get(0)));
		}
		assertThat(rmse(clean, done.get(0))).isLessThan(0.7 * best);
		final Volume bright = Noisy.photons(Noisy.map(SampleImages.open("cell", 160), pixel -> pixel * 4), 0, 4);
		assertThat(denoising(DenoiseMethod.KSVD).run(NoisyImages.of(List.of(bright), List.of(new PoissonGaussianNoise(1, 0, 0))), null, image -> {}, Progress.NONE).dictionaries()).hasSize(1);
	}

	@Test
	void photonsAreDenoisedTheSameInOtherUnitsAndOnOtherThreads() {
		final Volume noisy = Noisy.photons(Noisy.map(SampleImages.open("cell", 120), pixel -> pixel * 3 / 255), 0.5, 4);
		noisy.plane(0, 0)[5000] = Float.NaN;
		final List<Volume> done = new ArrayList<>();
		denoising(DenoiseMethod.DCT).run(NoisyImages.of(List.of(noisy), List.of(new PoissonGaussianNoise(1, 0, 0.5))), null, image -> done.add(image.image()), Progress.NONE);
		Denoising.learning(settings(DenoiseMethod.DCT, 1), DenoiseOptions.DEFAULT, Parallel.SERIAL).run(NoisyImages.of(List.of(Noisy.map(noisy, pixel -> 8 * pixel)), List.of(new PoissonGaussianNoise(8, 0, 4))), null, image -> done.add(image.image()), Progress.NONE);
		assertThat(done.get(0).plane(0, 0)[5000]).isNaN();
		int broken = 0;
		for (int i = 0; i < 120 * 120; i++) {
			if (!Float.isFinite(done.get(0).plane(0, 0)[i])) broken++;
			else assertThat(done.get(1).plane(0, 0)[i]).isEqualTo(8 * done.get(0).plane(0, 0)[i]);
		}
		assertThat(broken).isEqualTo(1);
	}
}
