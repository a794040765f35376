package io.github.sparsej.restore.denoise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.testing.Npy;
import io.github.sparsej.testing.PoissonSampler;

/** Images with noise, and dictionaries for them. */
final class Noisy {

	private Noisy() {}

	/** Normal noise added to all planes. */
	static Volume gaussian(final Volume clean, final double sigma, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return map(clean, pixel -> pixel + sigma * random.nextGaussian());
	}

	/** Photons counted, and read out with noise. */
	static Volume photons(final Volume clean, final double readNoise, final long seed) {
		final PoissonSampler random = new PoissonSampler(seed);
		return map(clean, pixel -> random.next(pixel, 1, 0, readNoise));
	}

	@FunctionalInterface
	interface Pixel {
		double at(double pixel);
	}

	static Volume map(final Volume image, final Pixel pixel) {
		final Volume mapped = image.crop(0, 0, image.width(), image.height());
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++)
				for (int i = 0; i < mapped.plane(z, c).length; i++) mapped.plane(z, c)[i] = (float) pixel.at(mapped.plane(z, c)[i]);
		return mapped;
	}

	/** As many random planes as asked for, smooth enough that there is something to see. */
	static Volume structured(final int width, final int height, final int depth, final int channels) {
		final float[][] planes = new float[depth * channels][width * height];
		for (int p = 0; p < planes.length; p++)
			for (int i = 0; i < width * height; i++) planes[p][i] = (float) (100 + 60 * Math.sin(0.4 * (i % width) + p) * Math.cos(0.13 * (i / width)) + ((i % width / 9 + i / width / 7) % 2 == 0 ? 40 : 0));
		return Volume.of(width, height, depth, channels, planes);
	}

	static List<NoiseModel> sigma(final double... sigmas) {
		return Arrays.stream(sigmas).<NoiseModel>mapToObj(GaussianNoise::new).toList();
	}

	/** Elad &amp; Aharon's overcomplete cosines. */
	static Dictionary cosines(final PatchShape shape, final int atoms) {
		return InitialDictionaries.cosines(shape).create(atoms, Signals.zeros(0, shape.length()), new SplittableRandom(1));
	}

	static Dictionary dictionary(final Npy array) {
		final float[] atoms = new float[array.values().length];
		for (int i = 0; i < atoms.length; i++) atoms[i] = (float) array.values()[i];
		return Dictionary.normalized(PatchShape.square(8), array.shape()[0], atoms);
	}

	/** An image that is committed with the tests. */
	static Volume golden(final String file) {
		try {
			final URL url = Noisy.class.getResource("/golden/denoising/" + file);
			return volume(file.endsWith(".png") ? new ImagePlus(file, ImageIO.read(url)) : new Opener().openTiff(url.openStream(), file));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** An image beside the project; the test is skipped where it is absent. */
	static Volume shared(final String folder, final String file) {
		final Path path = Path.of("..", "shared").resolve(folder).resolve(file);
		Assumptions.assumeTrue(Files.exists(path), () -> "no reference folder here: " + path);
		return volume(IJ.openImage(path.toString()));
	}

	private static Volume volume(final ImagePlus image) {
		return Volume.plane(image.getWidth(), image.getHeight(), (float[]) image.getProcessor().convertToFloatProcessor().getPixels());
	}
}
