package io.github.sparsej.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tiny images of all kinds, none of which a command may fall over. */
public final class OddImages {

	private final SplittableRandom random = new SplittableRandom(5);
	private final List<ImagePlus> images = new ArrayList<>();

	private OddImages() {}

	/** Opens one of each. */
	public static List<ImagePlus> show() {
		final OddImages odd = new OddImages();
		odd.single();
		odd.stacks();
		odd.selected();
		odd.images.forEach(ImagePlus::show);
		return odd.images;
	}

	private void single() {
		add("bytes", filled(new ByteProcessor(9, 8), 255));
		add("words", filled(new ShortProcessor(8, 8), 65535));
		add("floats", filled(new FloatProcessor(12, 10), 1));
		add("colours", filled(new ColorProcessor(8, 9), 0xffffff));
		add("flat", new ByteProcessor(10, 10));
		add("pixel", filled(new FloatProcessor(1, 1), 1));
		add("row", filled(new ByteProcessor(40, 1), 255));
		final ImageProcessor holes = filled(new FloatProcessor(11, 9), 1);
		holes.setf(3, 3, Float.NaN);
		holes.setf(4, 3, Float.POSITIVE_INFINITY);
		holes.setf(8, 7, Float.NEGATIVE_INFINITY);
		add("holes", holes);
		final ImageProcessor nothing = new FloatProcessor(8, 8);
		for (int i = 0; i < 64; i++) nothing.setf(i, Float.NaN);
		add("nothing", nothing);
		final ImageProcessor huge = filled(new FloatProcessor(8, 8), 1);
		huge.multiply(Float.MAX_VALUE);
		add("huge", huge);
	}

	private void stacks() {
		final ImageStack classes = new ImageStack(8, 8);
		for (int i = 0; i < 6; i++) classes.addSlice(i % 2 == 0 ? "a" : "b", filled(new ByteProcessor(8, 8), 255));
		images.add(new ImagePlus("classes", classes));
		final ImageStack many = new ImageStack(7, 7);
		for (int i = 0; i < 8; i++) many.addSlice(filled(new ShortProcessor(7, 7), 4095));
		final ImagePlus hyper = new ImagePlus("hyper", many);
		hyper.setDimensions(2, 2, 2);
		images.add(new CompositeImage(hyper, CompositeImage.COMPOSITE));
	}

	private void selected() {
		images.add(selection("part", new Roi(2, 1, 6, 6)));
		images.add(selection("disc", new OvalRoi(1, 1, 9, 8)));
		images.add(selection("line", new Roi(0, 0, 1, 9)));
	}

	private ImagePlus selection(final String title, final Roi roi) {
		final ImagePlus image = new ImagePlus(title, filled(new ByteProcessor(12, 11), 255));
		image.setRoi(roi);
		return image;
	}

	private void add(final String title, final ImageProcessor pixels) {
		images.add(new ImagePlus(title, pixels));
	}

	private ImageProcessor filled(final ImageProcessor pixels, final int most) {
		for (int i = 0; i < pixels.getPixelCount(); i++)
			if (pixels instanceof FloatProcessor) pixels.setf(i, (float) random.nextDouble(-most, most));
			else pixels.set(i, random.nextInt(most + 1) | (pixels instanceof ColorProcessor ? 0xff000000 : 0));
		return pixels;
	}
}
