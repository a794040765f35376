package io.github.sparsej.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.file.Samples.Sample;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.whiten.NoFilter;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * 64 atoms of 8 x 8 px learned on one natural sample describe the others (8 nonzeros by orthogonal matching pursuit,
 * stride 4, patch means apart) at least as well as the 64 cosines do. Brick, whose joints run along the axes as cosines
 * do, is measured but not asked to.
 */
@Tag("long")
class LearnedAtomsAgainstCosinesTest {

	private static final Parallel PARALLEL = Parallel.of(2);
	private static final Sample SOURCE = Sample.CAMERA;

	private static Volume sample(final Sample sample) {
		return SourceImages.currentSlice(Samples.open(sample), SourceImages.Color.LUMINANCE).get(0);
	}

	private static SparseModel model(final int batches) {
		final HebbianOptions learner = new HebbianOptions(64, batches, 1024, 0.003, 0.9, 0.999, HebbianOptions.EPSILON, new MatchingPursuitOptions(8, 0, Selection.SIGNED), new NoHomeostasis(0.05), HebbianOptions.DEAD_AFTER, 42);
		final ModelSettings settings = new ModelSettings(PatchShape.square(8), 60000, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.patchMeans(), ModelSettings.Start.DCT, learner);
		return new ModelLearning(settings, PARALLEL).learn(sample(SOURCE), SOURCE.label(), Progress.NONE).model();
	}

	private static double psnr(final SparseModel model, final Volume image) {
		final ImageCode code = new ImageCoder(model, new OmpOptions(8, 0), 4, PARALLEL).encode(image, Progress.NONE);
		return ImageComparison.of(image, new ImageDecoder(model, PARALLEL).decode(code, Progress.NONE).orElseThrow(), 255).psnr();
	}

	@TestFactory
	Stream<DynamicTest> learnedAtomsReachTheCosines() {
		final SparseModel cosines = model(0), learned = model(400);
		return Arrays.stream(Sample.values()).filter(sample -> sample.ordinal() <= Sample.BRICK.ordinal()).map(sample -> DynamicTest.dynamicTest(sample.label(), () -> {
			final double byCosines = psnr(cosines, sample(sample)), byLearned = psnr(learned, sample(sample));
			System.out.printf(Locale.ROOT, "%-10s learned on %s %.2f dB, cosines %.2f dB%n", sample.label(), SOURCE.label(), byLearned, byCosines);
			if (sample != Sample.BRICK) assertThat(byLearned).isGreaterThanOrEqualTo(byCosines);
		}));
	}
}
