package io.github.sparsej.learn.hebbian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.whiten.ShlFilter;

/**
 * The data of sparse Hebbian learning, from its photographs: statistics of our patches against those of the original's, whose
 * random draws are others. Energy is the root mean square of a patch's pixels (shl-reference.md: 0.2985 +- 0.0894 for the notebook,
 * 0.3053 +- 0.086 with the files in another order, hence other crops; 0.2520 +- 0.0769 for the paper, with its disc).
 */
class KodakDataTest {

	private static final Path SHARED = Path.of("..", "shared");

	private static Signals data(final int patchSize, final boolean originalCrops, final boolean disc) throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("images/kodakdb")), "no reference images here");
		final List<Volume> images = new ArrayList<>();
		final JsonArray crops = JsonParser.parseString(Files.readString(SHARED.resolve("golden/shl/kodak_crops.json"))).getAsJsonArray();
		for (final JsonElement crop : crops) {
			final JsonArray c = crop.getAsJsonArray();
			final Volume image = gray(ImageIO.read(SHARED.resolve("images/kodakdb").resolve(c.get(0).getAsString()).toFile()));
			images.add(originalCrops ? image.crop(c.get(2).getAsInt(), c.get(1).getAsInt(), 256, 256) : image);
		}
		final PatchShape shape = PatchShape.square(patchSize);
		final HebbianOptions learner = new HebbianOptions(441, 0, 1024, 0.0033, 0.9, 0.999, 1e-8, new MatchingPursuitOptions(13, 0, Selection.RECTIFIED), new NoHomeostasis(0.05), 20, 42);
		final WhiteningFit whitening = disc ? WhiteningFit.scalarMean().then(new DiskMask(shape)) : WhiteningFit.scalarMean();
		return new ModelLearning(new ModelSettings(shape, 65520, PatchSelection.HIGH_CONTRAST, ShlFilter.forPatches(patchSize), whitening, Start.ONE_OVER_F, learner).withCrop(256), Parallel.of(2))
			.prepare(images, Collections.nCopies(images.size(), null), Progress.NONE).signals();
	}

	private static Volume gray(final BufferedImage image) {
		final float[] pixels = new float[image.getWidth() * image.getHeight()];
		for (int i = 0; i < pixels.length; i++) {
			final int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
			pixels[i] = (float) (0.2989 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 256;
		}
		return Volume.plane(image.getWidth(), image.getHeight(), pixels);
	}

	/** Mean and standard deviation over the patches. */
	private static double[] energy(final Signals signals) {
		double sum = 0, squares = 0;
		for (int row = 0; row < signals.count(); row++) {
			double energy = 0;
			for (int i = signals.offset(row); i < signals.offset(row) + signals.length(); i++) energy += (double) signals.values()[i] * signals.values()[i];
			final double rms = Math.sqrt(energy / signals.length());
			sum += rms;
			squares += rms * rms;
		}
		final double mean = sum / signals.count();
		return new double[] { mean, Math.sqrt(squares / signals.count() - mean * mean) };
	}

	@Test
	void patchesOfTheOriginalCropsHaveTheirEnergy() throws IOException {
		final double[] notebook = energy(data(18, true, false));
		assertThat(notebook[0]).isCloseTo(0.2985, within(0.0015));
		assertThat(notebook[1]).isCloseTo(0.0894, within(0.0015));
		final double[] paper = energy(data(21, true, true));
		assertThat(paper[0]).isCloseTo(0.2520, within(0.0015));
		assertThat(paper[1]).isCloseTo(0.0769, within(0.0015));
	}

	@Test
	void patchesOfOurOwnCropsHaveAlmostTheSame() throws IOException {
		final double[] energy = energy(data(18, false, false));
		assertThat(energy[0]).isCloseTo(0.302, within(0.02));
		assertThat(energy[1]).isCloseTo(0.088, within(0.01));
	}
}
