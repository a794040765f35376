package io.github.sparsej.restore.inpaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.file.Samples.Sample;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.inpaint.Inpainting.Learning;

/**
 * Half of the pixels of every sample (512 x 512 px of its centre at most) told by cosines and by a learned dictionary, beside ImageJ's
 * own ways: at least 3 dB better than any of them. Two samples do not get there beside Remove NaNs, the median of known pixels alone
 * at its best radius: much of grass and of the camera's picture varies from pixel to pixel. Learned atoms tell edges and textures up to
 * 1 dB better than cosines, and smooth samples up to 0.3 dB worse.
 */
@Tag("long")
class InpaintingQualityTest {

	private static final Parallel PARALLEL = Parallel.of(2);
	private static final int SIDE = 512;
	/** Samples that are told less than 3 dB better than by Remove NaNs, and by how much they are. */
	private static final Map<Sample, Double> HARD = Map.of(Sample.CAMERA, 2.4, Sample.GRASS, 1.5);
	private static final double MOST_LOST_BY_LEARNING = 0.4;

	private static Volume sample(final Sample sample) {
		final Volume whole = SourceImages.currentSlice(Samples.open(sample), SourceImages.Color.LUMINANCE).get(0);
		final int width = Math.min(SIDE, whole.width()), height = Math.min(SIDE, whole.height());
		return whole.crop((whole.width() - width) / 2, (whole.height() - height) / 2, width, height);
	}

	@TestFactory
	Stream<DynamicTest> halfOfEverySampleIsTold() {
		final Dictionary cosines = InitialDictionaries.cosines(PatchShape.square(8)).create(256, null, null);
		return Arrays.stream(Sample.values()).map(sample -> DynamicTest.dynamicTest(sample.label(), () -> {
			final Volume image = sample(sample);
			final SplittableRandom random = new SplittableRandom(1);
			final float[] pixels = image.plane(0, 0).clone();
			for (int i = 0; i < pixels.length; i++) if (random.nextDouble() < 0.5) pixels[i] = Float.NaN;
			final List<Volume> half = List.of(Volume.plane(image.width(), image.height(), pixels));
			final ImageJWays others = ImageJWays.of(half.get(0), image);
			final Inpainting inpainting = new Inpainting(InpaintOptions.DEFAULT, PARALLEL);
			final double byCosines = psnr(image, inpainting.inpaint(half, cosines, Progress.NONE).orElseThrow().images().get(0));
			final double byLearned = psnr(image, inpainting.inpaint(half, Learning.of(42), Progress.NONE).orElseThrow().images().get(0));
			System.out.printf(Locale.ROOT, "%-15s background %.2f, median %.2f, outliers %.2f, Remove NaNs %.2f, cosines %.2f, learned %.2f dB%n", sample.label(),
				others.background(), others.median(), others.outliers(), others.removeNaNs(), byCosines, byLearned);
			assertThat(byLearned).isGreaterThan(3 + Math.max(others.background(), Math.max(others.median(), others.outliers())));
			assertThat(byLearned).isGreaterThan(HARD.getOrDefault(sample, 3.) + others.removeNaNs());
			assertThat(byLearned).isGreaterThan(byCosines - MOST_LOST_BY_LEARNING);
		}));
	}

	private static double psnr(final Volume image, final Volume told) {
		return ImageComparison.of(image, told, 255).psnr();
	}
}
