package io.github.sparsej.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.github.sparsej.model.Volume;

/** A folder of twenty noisy pictures as folders are: of many kinds, some in sub-folders, two of one name, three of them bad. */
public final class MixedFolder {

	/** Files that no command can work on: text that claims to be an image, one cut short, an empty one. */
	public static final List<String> BAD = List.of("a-text.tif", "deep/cut.tif", "deep/empty.tif");
	/** All others, in the order of their names. */
	public static final List<String> GOOD = List.of("bits16.tif", "bits32.tif", "bits8.tif", "cell.png", "cell.tif", "deep/c.bmp", "deep/d.tif", "deep/deeper/e.tif", "deep/deeper/f.png", "photo.JPG", "photo2.jpg", "pixel art.gif", "rgb.png", "stack16.tif", "stack8.tif", "two.gif", "v1.2.tif");

	private static final double SIGMA = 10;

	private final int side;
	private final Volume picture;

	private MixedFolder(final int side) {
		this.side = side;
		picture = SampleImages.open("raccoon", 256);
	}

	/** @param side of the pictures, px */
	public static void make(final Path folder, final int side) throws IOException {
		new MixedFolder(side).make(folder);
	}

	private void make(final Path folder) throws IOException {
		Files.createDirectories(folder.resolve("deep/deeper"));
		for (int i = 0; i < GOOD.size(); i++) save(image(GOOD.get(i), i), folder.resolve(GOOD.get(i)));
		Files.writeString(folder.resolve(BAD.get(0)), "No pixels here.\n".repeat(20));
		save(new ImagePlus("cut", noisy(90)), folder.resolve(BAD.get(1)));
		final byte[] whole = Files.readAllBytes(folder.resolve(BAD.get(1)));
		Files.write(folder.resolve(BAD.get(1)), Arrays.copyOf(whole, whole.length - 1000));
		Files.createFile(folder.resolve(BAD.get(2)));
		Files.writeString(folder.resolve("notes.md"), "not of the pattern");
		Files.writeString(folder.resolve(".hidden.tif"), "hidden");
	}

	private ImagePlus image(final String name, final int number) {
		if (name.contains("stack")) {
			final ImageStack stack = new ImageStack(side, side);
			for (int z = 0; z < 3; z++) stack.addSlice(bits(name, noisy(number + 20 * z)));
			return new ImagePlus(name, stack);
		}
		if (name.matches(".*(rgb|f|photo2?)\\.(png|JPG|jpg)")) {
			final ColorProcessor rgb = new ColorProcessor(side, side);
			for (int c = 0; c < 3; c++) rgb.setChannel(c + 1, noisy(number + 30 * c).convertToByteProcessor(false));
			return new ImagePlus(name, rgb);
		}
		return new ImagePlus(name, bits(name, noisy(number)));
	}

	private static ImageProcessor bits(final String name, final FloatProcessor noisy) {
		if (name.contains("32")) return noisy;
		return name.contains("16") ? noisy.convertToShortProcessor(false) : noisy.convertToByteProcessor(false);
	}

	private FloatProcessor noisy(final int number) {
		final SplittableRandom random = new SplittableRandom(number);
		final int x = random.nextInt(picture.width() - side), y = random.nextInt(picture.height() - side);
		final float[] pixels = picture.crop(x, y, side, side).plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) Math.max(0, Math.min(255, pixels[i] + SIGMA * random.nextGaussian()));
		return new FloatProcessor(side, side, pixels);
	}

	private static void save(final ImagePlus image, final Path file) throws IOException {
		final FileSaver saver = new FileSaver(image);
		final String path = file.toString();
		final boolean saved = switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
			case "png" -> saver.saveAsPng(path);
			case "jpg" -> saver.saveAsJpeg(path);
			case "gif" -> saver.saveAsGif(path);
			case "bmp" -> saver.saveAsBmp(path);
			default -> image.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path);
		};
		if (!saved || !Files.exists(file)) throw new IOException(file + " was not written");
	}
}
