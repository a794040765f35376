package io.github.sparsej.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

class PatchSamplerTest {

	private static PatchSampler uniform(final PatchShape shape, final int count) {
		return new PatchSampler(shape, PatchSamplerOptions.uniform(count, 7));
	}

	@Test
	void patchesAreThoseAtTheirPlaces() {
		final Volume image = TestImages.coordinates(20, 15, 4, 2);
		final PatchSample sample = uniform(new PatchShape(5, 3, 2, 2), 200).sample(image);
		assertThat(sample.possiblePlaces()).isEqualTo(16 * 13 * 3);
		assertThat(sample.refusedPlaces()).isZero();
		for (int i = 0; i < 200; i++) {
			final int corner = sample.x(i) + 100 * sample.y(i) + 10000 * sample.z(i);
			assertThat(sample.patches().value(i, 0)).isEqualTo(corner);
			assertThat(sample.patches().value(i, 59)).isEqualTo(corner + 4 + 200 + 10000 + 1000000);
		}
	}

	@Test
	void sameSeedSamePatchesAnotherSeedOthers() {
		final Volume image = TestImages.random(40, 40, 1, 1, 1);
		final PatchShape shape = PatchShape.square(6);
		for (final PatchSelection selection : PatchSelection.values()) {
			final float[] first = new PatchSampler(shape, new PatchSamplerOptions(50, selection, 4, 1)).sample(image).patches().values();
			assertThat(new PatchSampler(shape, new PatchSamplerOptions(50, selection, 4, 1)).sample(image).patches().values()).containsExactly(first);
			assertThat(new PatchSampler(shape, new PatchSamplerOptions(50, selection, 4, 2)).sample(image).patches().values()).isNotEqualTo(first);
		}
	}

	@Test
	void noPlaceComesTwiceBeforeEveryPlaceCameOnce() {
		final PatchSample sample = uniform(PatchShape.square(2), 85).sample(TestImages.random(9, 6, 1, 1, 1));
		final int[] times = new int[40];
		for (int i = 0; i < 85; i++) times[sample.y(i) * 8 + sample.x(i)]++;
		assertThat(Arrays.stream(times)).allMatch(t -> t == 2 || t == 3);
	}

	@Test
	void everyPlaceHasTheSameChance() {
		final int[] times = new int[7 * 4];
		for (int seed = 0; seed < 4000; seed++) {
			final PatchSample sample = new PatchSampler(PatchShape.square(3), PatchSamplerOptions.uniform(7, seed)).sample(TestImages.random(9, 6, 1, 1, 1));
			for (int i = 0; i < 7; i++) times[sample.y(i) * 7 + sample.x(i)]++;
		}
		// 1000 expected, binomial standard deviation 27
		assertThat(Arrays.stream(times)).allMatch(t -> Math.abs(t - 1000) < 130);
	}

	@Test
	void highContrastKeepsTheLargestDeviationsOfAllPlaces() {
		final Volume image = TestImages.random(12, 12, 1, 1, 3);
		final PatchShape shape = PatchShape.square(4);
		final PatchSample all = uniform(shape, 81).sample(image);
		final double[] deviations = new double[81];
		for (int i = 0; i < 81; i++) deviations[i] = all.standardDeviation(i);
		Arrays.sort(deviations);
		final PatchSample best = new PatchSampler(shape, PatchSamplerOptions.highContrast(20, 5)).sample(image);
		for (int i = 0; i < 20; i++) assertThat(best.standardDeviation(i)).isEqualTo(deviations[80 - i]);
	}

	@Test
	void standardDeviationDividesByN() {
		final PatchSample sample = uniform(PatchShape.square(2), 1).sample(Volume.plane(2, 2, new float[] { 1, 3, 1, 3 }));
		assertThat(sample.standardDeviation(0)).isEqualTo(1);
		assertThat(uniform(PatchShape.square(2), 1).sample(Volume.plane(2, 2, new float[] { 5, 5, 5, 5 })).standardDeviation(0)).isZero();
	}

	@Test
	void patchesStayInsideTheRegion() {
		final boolean[] inside = new boolean[30 * 20];
		for (int i = 0; i < inside.length; i++) inside[i] = Math.hypot(i % 30 - 15, i / 30 - 10) <= 8;
		final RegionMask region = new RegionMask(30, 20, inside);
		final PatchSample sample = uniform(new PatchShape(4, 5, 1, 1), 500).sample(TestImages.random(30, 20, 3, 1, 1), region);
		final Set<Integer> places = new HashSet<>();
		for (int i = 0; i < 500; i++) {
			for (int dy = 0; dy < 5; dy++) for (int dx = 0; dx < 4; dx++) assertThat(region.inside(sample.x(i) + dx, sample.y(i) + dy)).isTrue();
			places.add((sample.z(i) * 20 + sample.y(i)) * 30 + sample.x(i));
		}
		int expected = 0;
		for (int y = 0; y + 5 <= 20; y++)
			for (int x = 0; x + 4 <= 30; x++) {
				boolean all = true;
				for (int dy = 0; dy < 5; dy++) for (int dx = 0; dx < 4; dx++) all &= region.inside(x + dx, y + dy);
				if (all) expected++;
			}
		assertThat(sample.possiblePlaces()).isEqualTo(3 * expected);
		assertThat(places).hasSize(Math.min(500, 3 * expected));
	}

	@Test
	void patchesThatTouchPixelsThatAreNotFiniteAreRefusedAndCounted() {
		final Volume image = TestImages.random(10, 8, 3, 2, 1);
		image.plane(1, 0)[3 * 10 + 4] = Float.NaN;
		image.plane(2, 1)[0] = Float.NEGATIVE_INFINITY;
		final PatchSample sample = uniform(new PatchShape(3, 3, 1, 2), 1000).sample(image);
		assertThat(sample.refusedPlaces()).isEqualTo(9 + 1);
		assertThat(sample.possiblePlaces()).isEqualTo(3 * 8 * 6 - 10);
		for (final float value : sample.patches().values()) assertThat(value).isFinite();
		final Set<Integer> places = new HashSet<>();
		for (int i = 0; i < 1000; i++) places.add((sample.z(i) * 8 + sample.y(i)) * 10 + sample.x(i));
		assertThat(places).hasSize(3 * 8 * 6 - 10);
	}

	@Test
	void patchesOfSeveralSlicesAreRefusedForAPixelInAnyOfThem() {
		final Volume image = TestImages.random(5, 5, 4, 1, 1);
		image.plane(2, 0)[12] = Float.NaN; // the middle: every patch in its slice touches it
		final PatchSample sample = uniform(new PatchShape(3, 3, 2, 1), 30).sample(image);
		assertThat(sample.refusedPlaces()).isEqualTo(2 * 9);
		for (int i = 0; i < 30; i++) assertThat(sample.z(i)).isZero();
	}

	@Test
	void imagesShareThePatchesAndMayDifferInSize() {
		final List<Volume> images = List.of(TestImages.random(9, 9, 1, 1, 1), TestImages.random(30, 8, 1, 1, 2), TestImages.random(8, 8, 2, 1, 3));
		final PatchSample sample = uniform(PatchShape.square(8), 11).sample(images);
		final int[] shares = new int[3];
		for (int i = 0; i < 11; i++) {
			shares[sample.image(i)]++;
			if (i > 0) assertThat(sample.image(i)).isGreaterThanOrEqualTo(sample.image(i - 1));
			assertThat(sample.patches().value(i, 0)).isEqualTo(images.get(sample.image(i)).plane(sample.z(i), 0)[sample.y(i) * images.get(sample.image(i)).width() + sample.x(i)]);
		}
		assertThat(shares).containsExactly(4, 4, 3);
	}

	@Test
	void whatCannotGivePatchesIsNamed() {
		final PatchSampler sampler = uniform(PatchShape.square(4), 10);
		final float[] nan = new float[36];
		Arrays.fill(nan, Float.NaN);
		assertThatThrownBy(() -> sampler.sample(Volume.plane(6, 6, nan))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
		assertThatThrownBy(() -> sampler.sample(List.of(TestImages.random(6, 6, 1, 1, 1), Volume.plane(6, 6, nan)))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("image 2");
		assertThatThrownBy(() -> sampler.sample(TestImages.random(6, 3, 1, 1, 1))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("6 x 3", "4 x 4");
		assertThatThrownBy(() -> sampler.sample(TestImages.random(6, 6, 1, 3, 1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 channels");
		assertThatThrownBy(() -> sampler.sample(TestImages.random(6, 6, 1, 1, 1), new RegionMask(6, 6, new boolean[36]))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("region");
		assertThatThrownBy(() -> sampler.sample(TestImages.random(6, 6, 1, 1, 1), new RegionMask(5, 6, new boolean[30]))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("5 x 6", "6 x 6");
		assertThatThrownBy(() -> sampler.sample(List.of())).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PatchSamplerOptions.uniform(0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
	}

	@Test
	void discHoldsThePixelsOfSparseHebbianLearning() {
		assertThat(new DiskMask(PatchShape.square(18)).count()).isEqualTo(216);
		assertThat(new DiskMask(PatchShape.square(21)).count()).isEqualTo(317);
		assertThat(new DiskMask(PatchShape.square(1)).count()).isEqualTo(1);
		assertThat(new DiskMask(new PatchShape(5, 1, 1, 1)).count()).isEqualTo(5);
	}

	@Test
	void discIsAppliedInEverySliceAndChannelOfACopy() {
		final Signals ones = Signals.of(2, 36, new float[72]);
		Arrays.fill(ones.values(), 1);
		final Signals masked = new DiskMask(new PatchShape(3, 3, 2, 2)).apply(ones);
		final float[] cross = { 0, 1, 0, 1, 1, 1, 0, 1, 0 };
		for (int i = 0; i < 72; i++) assertThat(masked.values()[i]).isEqualTo(cross[i % 9]);
		assertThat(ones.values()).containsOnly(1);
		assertThatThrownBy(() -> new DiskMask(PatchShape.square(3)).apply(ones)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void discAsAWhiteningKeepsWhatIsInside() {
		final DiskMask disc = new DiskMask(new PatchShape(3, 3, 2, 2));
		final int[] cross = { 0, 1, 0, 1, 1, 1, 0, 1, 0 };
		for (int i = 0; i < 36; i++) assertThat(disc.keeps(i)).isEqualTo(cross[i % 9] == 1);
		final Signals signals = Signals.of(1, 36, new float[36]);
		for (int i = 0; i < 36; i++) signals.values()[i] = i + 1;
		assertThat(disc.invert(disc.apply(signals)).values()).containsExactly(disc.apply(signals).values());
		assertThat(disc.removesPatchMeans()).isFalse();
	}

	@Test
	void stopsWhenAskedTo() {
		final Volume image = Volume.plane(50, 50, new float[2500]);
		final PatchSampler sampler = new PatchSampler(PatchShape.square(4), PatchSamplerOptions.highContrast(2000, 1));
		assertThatThrownBy(() -> sampler.sample(List.of(image, image), Arrays.asList(null, null), (fraction, what) -> fraction < 0.5)).isInstanceOf(CancellationException.class);
	}

	@Test
	void possiblePlacesAreInsideTheRegionAndTouchNothingThatIsNotFinite() {
		final Volume image = TestImages.random(9, 6, 1, 1, 1);
		final PatchSampler sampler = uniform(PatchShape.square(2), 1);
		assertThat(sampler.possiblePlaces(image, null)).isEqualTo(8 * 5);
		image.plane(0, 0)[0] = Float.NaN;
		assertThat(sampler.possiblePlaces(image, null)).isEqualTo(8 * 5 - 1);
		final boolean[] inside = new boolean[9 * 6];
		for (final int pixel : new int[] { 0, 1, 2, 9, 10, 11 }) inside[pixel] = true;
		assertThat(sampler.possiblePlaces(image, new RegionMask(9, 6, inside))).isEqualTo(1);
		assertThat(sampler.possiblePlaces(image, new RegionMask(9, 6, new boolean[9 * 6]))).isZero();
		assertThatThrownBy(() -> sampler.possiblePlaces(TestImages.random(1, 6, 1, 1, 1), null)).hasMessageContaining("smaller than a patch");
	}
}
