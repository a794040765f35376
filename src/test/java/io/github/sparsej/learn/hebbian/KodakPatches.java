package io.github.sparsej.learn.hebbian;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.whiten.ShlFilter;

/**
 * The patches of the published experiment on 20 photographs, as its reference run had them: a crop of 256 x 256 px of each
 * (the reference's own places), the chain of filters, 3276 patches of 18 x 18 px of largest deviation among 8 times as many, less
 * the one mean over all patches of the image; no mask. Which patches are drawn is all that differs.
 */
final class KodakPatches {

	static final PatchShape SHAPE = PatchShape.square(18);

	private static final Path SHARED = Path.of("..", "shared");
	private static final Path IMAGES = SHARED.resolve(Path.of("images", "kodakdb")), CROPS = SHARED.resolve(Path.of("golden", "shl", "kodak_crops.json"));
	/** A file's name, and the first row and column of its crop. */
	private static final Pattern CROP = Pattern.compile("\"([^\"]+)\",\\s*(\\d+),\\s*(\\d+)");
	private static final int SIDE = 256;
	/** Patches of each image that are drawn, and that are kept. */
	private static final int DRAWN = 26208, KEPT = 3276;

	private KodakPatches() {}

	/** The test is skipped where the photographs are absent. */
	static Signals draw(final long seed) {
		Assumptions.assumeTrue(Files.isDirectory(IMAGES) && Files.exists(CROPS), "no reference photographs here");
		try {
			final Matcher crop = CROP.matcher(Files.readString(CROPS));
			final List<float[]> patches = new ArrayList<>();
			while (crop.find()) {
				final float[] pixels = gray(ImageIO.read(IMAGES.resolve(crop.group(1)).toFile()), Integer.parseInt(crop.group(2)), Integer.parseInt(crop.group(3)));
				patches.addAll(lessTheirMean(highest(ShlFilter.forPatches(SHAPE.width()).filter(pixels, SIDE, SIDE), new SplittableRandom(seed))));
			}
			final Signals signals = Signals.zeros(patches.size(), SHAPE.length());
			for (int row = 0; row < patches.size(); row++) System.arraycopy(patches.get(row), 0, signals.values(), signals.offset(row), SHAPE.length());
			return signals;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static float[] gray(final BufferedImage image, final int top, final int left) {
		final float[] gray = new float[SIDE * SIDE];
		for (int i = 0; i < gray.length; i++) {
			final int rgb = image.getRGB(left + i % SIDE, top + i / SIDE);
			gray[i] = (float) ((0.2989 * (rgb >> 16 & 255) + 0.5870 * (rgb >> 8 & 255) + 0.1140 * (rgb & 255)) / 256);
		}
		return gray;
	}

	private static List<float[]> highest(final float[] pixels, final SplittableRandom random) {
		final List<float[]> drawn = new ArrayList<>();
		for (int i = 0; i < DRAWN; i++) {
			final int top = 1 + random.nextInt(SIDE - SHAPE.height()), left = 1 + random.nextInt(SIDE - SHAPE.width());
			final float[] patch = new float[SHAPE.length()];
			for (int y = 0; y < SHAPE.height(); y++) System.arraycopy(pixels, (top + y) * SIDE + left, patch, y * SHAPE.width(), SHAPE.width());
			drawn.add(patch);
		}
		drawn.sort(Comparator.comparingDouble(KodakPatches::variance).reversed());
		return drawn.subList(0, KEPT);
	}

	private static double variance(final float[] patch) {
		double mean = 0, sum = 0;
		for (final float value : patch) mean += value / patch.length;
		for (final float value : patch) sum += (value - mean) * (value - mean);
		return sum;
	}

	private static List<float[]> lessTheirMean(final List<float[]> patches) {
		double mean = 0;
		for (final float[] patch : patches) for (final float value : patch) mean += value / (patch.length * (double) patches.size());
		for (final float[] patch : patches) for (int j = 0; j < patch.length; j++) patch[j] -= (float) mean;
		return patches;
	}
}
