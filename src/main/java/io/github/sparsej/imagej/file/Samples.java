package io.github.sparsej.imagej.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageConverter;

import javax.imageio.ImageIO;

/** The sample images inside the jar (origin and licences: samples/README.md beside them). */
public final class Samples {

	/** A sample image. */
	public enum Sample {
		CAMERA("Camera", "camera"),
		ASTRONAUT("Astronaut", "astronaut"),
		ASCENT("Ascent", "ascent"),
		RACCOON("Raccoon", "raccoon"),
		GRASS("Grass", "grass"),
		GRAVEL("Gravel", "gravel"),
		BRICK("Brick", "brick"),
		CELL("Cell", "cell"),
		RETINA("Retina", "retina"),
		MICROANEURYSMS("Microaneurysms", "microaneurysms");

		private final String label;
		private final String file;

		Sample(final String label, final String file) {
			this.label = label;
			this.file = file;
		}

		/** The name in menus and macros. */
		public String label() {
			return label;
		}
	}

	private Samples() {}

	/** The names of all samples, natural images first. */
	public static String[] names() {
		return Arrays.stream(Sample.values()).map(Sample::label).toArray(String[]::new);
	}

	/**
	 * @param name one of {@link #names()}
	 * @return the image, 8-bit, titled by the name of its file
	 * @throws IllegalArgumentException if there is no such sample
	 */
	public static ImagePlus open(final String name) {
		for (final Sample sample : Sample.values()) if (sample.label.equals(name)) return open(sample);
		throw new IllegalArgumentException("name=[" + name + "]: there is no such sample; there are " + Arrays.toString(names()));
	}

	/** @return the image, 8-bit, titled by the name of its file */
	public static ImagePlus open(final Sample sample) {
		final String file = sample.file + ".png";
		try (InputStream in = Samples.class.getResourceAsStream("/samples/" + file)) {
			final ImagePlus image = new ImagePlus(file, ImageIO.read(in));
			if (!(image.getProcessor() instanceof ByteProcessor)) new ImageConverter(image).convertToGray8();
			return image;
		}
		catch (final IOException e) {
			throw new IllegalStateException("the sample " + file + " cannot be read from the jar: " + e.getMessage(), e);
		}
	}
}
