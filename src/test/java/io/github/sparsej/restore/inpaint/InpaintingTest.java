package io.github.sparsej.restore.inpaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.file.Samples.Sample;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.inpaint.Inpainting.Inpainted;
import io.github.sparsej.restore.inpaint.Inpainting.Learning;

class InpaintingTest {

	private static final Learning LEARNING = new Learning(PatchShape.square(8), 128, 4000, 3, 42);

	private static Volume gravel() {
		return SourceImages.currentSlice(Samples.open(Sample.GRAVEL), SourceImages.Color.LUMINANCE).get(0).crop(200, 150, 96, 96);
	}

	private static Volume without(final Volume image, final double share, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] pixels = image.plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) if (random.nextDouble() < share) pixels[i] = Float.NaN;
		return Volume.plane(image.width(), image.height(), pixels);
	}

	private static Inpainting inpainting(final int threads) {
		return new Inpainting(InpaintOptions.DEFAULT, Parallel.of(threads));
	}

	private static double psnr(final Volume image, final Inpainted told) {
		return ImageComparison.of(image, told.images().get(0), 255).psnr();
	}

	/** Against ImageJ's Remove NaNs, which is the median of the known pixels around. */
	@Test
	void halfOfAnImageIsToldBetterThanByMedians() {
		final Volume image = gravel(), half = without(image, 0.5, 1);
		final Inpainted learned = inpainting(2).inpaint(List.of(half), LEARNING, Progress.NONE).orElseThrow();
		final Inpainted again = inpainting(2).inpaint(List.of(half), learned.dictionary(), Progress.NONE).orElseThrow();
		assertThat(psnr(image, learned)).isGreaterThan(ImageJWays.of(half, image).best() + 3);
		assertThat(again.images().get(0).plane(0, 0)).isEqualTo(learned.images().get(0).plane(0, 0));
		assertThat(again.learned()).isEmpty();
		assertThat(learned.learned().orElseThrow().curves().get(0).values()).hasSize(3);
	}

	@Test
	void severalImagesAreToldByOneDictionaryOnAnyNumberOfThreads() {
		final List<Volume> images = List.of(without(gravel(), 0.5, 1), without(gravel(), 0.3, 2).crop(0, 0, 60, 50));
		final Inpainted one = inpainting(1).inpaint(images, LEARNING, Progress.NONE).orElseThrow();
		final Inpainted eight = inpainting(8).inpaint(images, LEARNING, Progress.NONE).orElseThrow();
		assertThat(eight.dictionary().toArray()).isEqualTo(one.dictionary().toArray());
		for (int i = 0; i < 2; i++) assertThat(eight.images().get(i).plane(0, 0)).isEqualTo(one.images().get(i).plane(0, 0));
		assertThat(one.images().get(1).width()).isEqualTo(60);
	}

	@Test
	void stoppedAfterAnImageItIsKept() {
		final List<Volume> images = List.of(without(gravel(), 0.5, 1), without(gravel(), 0.5, 2));
		final Volume first = inpainting(1).inpaint(images, LEARNING, Progress.NONE).orElseThrow().images().get(0);
		final Inpainted stopped = inpainting(1).inpaint(images, LEARNING, (fraction, what) -> fraction < 0.85).orElseThrow();
		assertThat(stopped.images()).hasSize(1);
		assertThat(stopped.images().get(0).plane(0, 0)).isEqualTo(first.plane(0, 0));
	}

	@Test
	void stoppingTheFirstImageGivesNothing() {
		final List<Volume> images = List.of(without(gravel(), 0.5, 1));
		final double[] last = { 0 };
		final AtomicInteger calls = new AtomicInteger();
		inpainting(2).inpaint(images, LEARNING, (fraction, what) -> {
			assertThat(fraction).isBetween(last[0], 1.0);
			last[0] = fraction;
			calls.incrementAndGet();
			return true;
		});
		for (final double stop : new double[] { 0, 0.01, 0.3, 0.8 }) assertThat(inpainting(2).inpaint(images, LEARNING, (fraction, what) -> fraction < stop)).as("stopped at %s", stop).isEmpty();
		assertThat(last[0]).isGreaterThan(0.9);
	}

	@Test
	void patchesAreDrawnWhereEnoughIsKnown() {
		final float[] pixels = gravel().plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) if (i % 96 < 48) pixels[i] = Float.NaN;
		final Signals drawn = new KnownPatchSampler(PatchShape.square(8), 500, 1).sample(List.of(Volume.plane(96, 96, pixels)), Progress.NONE);
		assertThat(drawn.count()).isEqualTo(500);
		for (int row = 0; row < 500; row++) {
			int known = 0;
			for (final float value : drawn.row(row)) if (!Float.isNaN(value)) known++;
			assertThat(known).isGreaterThanOrEqualTo(16);
		}
		final Signals few = new KnownPatchSampler(PatchShape.square(8), 100000, 1).sample(List.of(gravel().crop(0, 0, 10, 9)), Progress.NONE);
		assertThat(few.count()).as("all places, each once").isEqualTo(6);
		assertThat(few.row(0)).isNotEqualTo(few.row(1));
	}

	@Test
	void badLearningIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Learning(PatchShape.square(8), 0, 1, 1, 1)).withMessageContaining("atoms");
		assertThatIllegalArgumentException().isThrownBy(() -> new Learning(PatchShape.square(8), 1, 0, 1, 1)).withMessageContaining("patches");
		assertThatIllegalArgumentException().isThrownBy(() -> new Learning(PatchShape.square(8), 1, 1, -1, 1)).withMessageContaining("sweeps");
		assertThatIllegalArgumentException().isThrownBy(() -> inpainting(1).inpaint(List.of(without(gravel(), 2, 1)), LEARNING, Progress.NONE)).withMessageContaining("two known pixels");
		assertThatIllegalArgumentException().isThrownBy(() -> inpainting(1).inpaint(List.of(gravel().crop(0, 0, 7, 90)), LEARNING, Progress.NONE)).withMessageContaining("7 x 90");
	}
}
