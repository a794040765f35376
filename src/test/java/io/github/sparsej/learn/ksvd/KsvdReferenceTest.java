package io.github.sparsej.learn.ksvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;

import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.Npy;

/**
 * The setting of denoising, against dictionaries of a reference in numpy: 40000 random patches 8x8 of a noisy image, less their
 * means, coded to l2 residual 8 * 1.15 sigma, from the cosines, 10 sweeps of two power steps. Which patches are drawn is all that differs.
 */
class KsvdReferenceTest {

	private static final PatchShape SHAPE = PatchShape.square(8);
	private static final int SIDE = 256, PLACES = SIDE - 7, PATCHES = 40000;

	/** All patches of the image, coded with what was learned and with the reference: as few nonzeros, and as near. */
	@ParameterizedTest
	@ValueSource(ints = { 15, 25, 50 })
	void codesAllPatchesByAsFewAtomsAsTheReference(final int sigma) {
		final float[] image = image(sigma);
		final OmpOptions encoder = new OmpOptions(32, 8 * 1.15 * sigma);
		final Dictionary reference = Dictionary.normalized(SHAPE, 256, Npy.reference("denoising/camera256_sigma" + sigma + "_ksvd_D_256x64.npy").floats());
		final Signals some = patches(image, Arrays.copyOf(Batches.shuffled(PLACES * PLACES, new SplittableRandom(0)), PATCHES)), all = patches(image, IntStream.range(0, PLACES * PLACES).toArray());
		final Dictionary learned = new KsvdOptions(256, 10, encoder, false, 2, AtomConstraint.NONE, 0).learner(InitialDictionaries.cosines(SHAPE), Parallel.of(2)).learn(some, Progress.NONE).dictionary();
		final SparseCodes ours = encoder.encoder(null, Parallel.of(2)).prepare(learned).encode(all, Progress.NONE), theirs = encoder.encoder(null, Parallel.of(2)).prepare(reference).encode(all, Progress.NONE);
		assertThat((double) ours.nonzeros()).isCloseTo(theirs.nonzeros(), within(0.02 * theirs.nonzeros()));
		final double residual = Residuals.relative(all, theirs, reference, Parallel.of(2));
		assertThat(Residuals.relative(all, ours, learned, Parallel.of(2))).isCloseTo(residual, within(0.002 * residual));
	}

	private static float[] image(final int sigma) {
		final Path file = Path.of("..", "shared", "golden", "denoising", "camera256_sigma" + sigma + "_noisy_f32.tif");
		Assumptions.assumeTrue(Files.exists(file), () -> "no reference folder here: " + file);
		return (float[]) IJ.openImage(file.toString()).getProcessor().getPixels();
	}

	private static Signals patches(final float[] image, final int[] places) {
		final Signals patches = Signals.zeros(places.length, SHAPE.length());
		for (int row = 0; row < places.length; row++) {
			final int corner = places[row] / PLACES * SIDE + places[row] % PLACES;
			double mean = 0;
			for (int j = 0; j < SHAPE.length(); j++) mean += image[corner + j / 8 * SIDE + j % 8] / (double) SHAPE.length();
			for (int j = 0; j < SHAPE.length(); j++) patches.values()[patches.offset(row) + j] = (float) (image[corner + j / 8 * SIDE + j % 8] - mean);
		}
		return patches;
	}
}
