package io.github.sparsej.testing;

import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Small images of the kinds that people open, by the names that the documentation has for them. All are titled {@link #TITLE}. */
public final class KindsOfImages {

	public static final String TITLE = "T";
	/** The display range of all but RGB, which is not that of the pixels; each further channel of composites begins one later and ends one earlier. */
	public static final int LEAST = 5, MOST = 250;

	private static final int WIDTH = 40, HEIGHT = 30;
	/** Shifts of colours in a pixel of RGB. */
	private static final int RED = 16, GREEN = 8;

	private static final Map<String, Supplier<ImagePlus>> KINDS = new LinkedHashMap<>();

	static {
		KINDS.put("8-bit", () -> image(8, 1, 1, 1));
		KINDS.put("16-bit", () -> image(16, 1, 1, 1));
		KINDS.put("32-bit", () -> image(32, 1, 1, 1));
		KINDS.put("RGB", () -> image(24, 1, 1, 1));
		KINDS.put("8-bit color", () -> image(8, 1, 1, 1, image -> image.getProcessor().setLut(LUT.createLutFromColor(Color.RED))));
		KINDS.put("composite of 3 channels", () -> image(16, 3, 1, 1));
		KINDS.put("stack", () -> image(8, 1, 3, 1));
		KINDS.put("time series", () -> image(16, 1, 1, 3));
		KINDS.put("RGB stack", () -> image(24, 1, 3, 1));
		KINDS.put("hyperstack", () -> image(16, 2, 3, 2));
		KINDS.put("virtual stack", () -> new ImagePlus(TITLE, new ReadSlices(image(16, 1, 3, 1).getStack())));
		KINDS.put("rectangular selection", () -> selected(new Roi(5, 6, 20, 15)));
		KINDS.put("free selection", () -> selected(new PolygonRoi(new float[] { 3, 30, 36, 20, 6 }, new float[] { 4, 2, 20, 28, 25 }, Roi.FREEROI)));
		KINDS.put("oval selection in a stack", () -> image(8, 1, 3, 1, image -> image.setRoi(new OvalRoi(4, 4, 28, 22))));
		KINDS.put("line selection", () -> selected(new Line(3, 3, 20, 20)));
		KINDS.put("point selection", () -> selected(new PointRoi(10, 10)));
		KINDS.put("selection partly outside", () -> selected(new Roi(-10, -5, 30, 30)));
		KINDS.put("selection outside", () -> selected(new Roi(100, 100, 10, 10)));
		KINDS.put("pixels of 0.2 x 0.5 um", () -> image(16, 1, 1, 1, image -> calibrate(image.getCalibration())));
		KINDS.put("density calibration", () -> image(8, 1, 1, 1, image -> image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 10, 0.5 }, "OD")));
		KINDS.put("signed 16-bit", () -> image(16, 1, 1, 1, image -> image.getCalibration().setSigned16BitCalibration()));
		KINDS.put("1 px wide", () -> image(1, HEIGHT));
		KINDS.put("1 px high", () -> image(WIDTH, 1));
		KINDS.put("smaller than a patch", () -> image(3, 3));
		KINDS.put("20000 px wide", () -> image(20_000, 12));
		KINDS.put("all pixels equal", () -> floats(pixels -> Arrays.fill(pixels, 7)));
		KINDS.put("all pixels 0", () -> floats(pixels -> Arrays.fill(pixels, 0)));
		KINDS.put("some pixels NaN", () -> floats(pixels -> Arrays.fill(pixels, 3 * WIDTH + 4, 3 * WIDTH + 7, Float.NaN)));
		KINDS.put("some pixels infinite", () -> floats(pixels -> Arrays.fill(pixels, 3 * WIDTH + 4, 3 * WIDTH + 7, Float.POSITIVE_INFINITY)));
		KINDS.put("all pixels NaN", () -> floats(pixels -> Arrays.fill(pixels, Float.NaN)));
		KINDS.put("negative values", () -> image(32, 1, 1, 1, image -> image.getProcessor().add(-300)));
		KINDS.put("overlay", () -> image(8, 1, 1, 1, image -> image.setOverlay(new Overlay(new Roi(2, 2, 9, 9)))));
		KINDS.put("inverted LUT", () -> image(8, 1, 1, 1, image -> image.getProcessor().invertLut()));
		KINDS.put("slice labels", () -> image(8, 1, 6, 1, image -> label(image.getStack())));
	}

	private KindsOfImages() {}

	/** The names of all kinds. */
	public static Iterable<String> names() {
		return KINDS.keySet();
	}

	/** A new image of a kind, not shown. */
	public static ImagePlus make(final String kind) {
		if (!KINDS.containsKey(kind)) throw new IllegalArgumentException(kind + ": there are " + KINDS.keySet());
		return KINDS.get(kind).get();
	}

	private static ImagePlus selected(final Roi selection) {
		return image(8, 1, 1, 1, image -> image.setRoi(selection, false));
	}

	private static ImagePlus floats(final Consumer<float[]> change) {
		return image(32, 1, 1, 1, image -> change.accept((float[]) image.getProcessor().getPixels()));
	}

	private static ImagePlus image(final int width, final int height) {
		final ImagePlus image = IJ.createImage(TITLE, "8-bit black", width, height, 1);
		paint(image.getProcessor(), 0);
		image.setDisplayRange(LEAST, MOST);
		return image;
	}

	private static ImagePlus image(final int bits, final int channels, final int slices, final int frames) {
		return image(bits, channels, slices, frames, image -> {});
	}

	private static ImagePlus image(final int bits, final int channels, final int slices, final int frames, final Consumer<ImagePlus> change) {
		final int count = channels * slices * frames;
		final ImagePlus image = IJ.createImage(TITLE, WIDTH, HEIGHT, count, bits);
		for (int i = 1; i <= count; i++) paint(image.getStack().getProcessor(i), i);
		if (bits != 24) image.setDisplayRange(LEAST, MOST);
		image.setDimensions(channels, slices, frames);
		if (channels > 1) image.setOpenAsHyperStack(true);
		final ImagePlus whole = channels > 1 ? composite(image) : image;
		change.accept(whole);
		return whole;
	}

	/** In its own colours, and with a display range for each. */
	private static ImagePlus composite(final ImagePlus image) {
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		final Color[] colors = { Color.MAGENTA, Color.CYAN, Color.YELLOW };
		for (int c = 1; c <= image.getNChannels(); c++) {
			composite.setC(c);
			composite.setChannelLut(LUT.createLutFromColor(colors[c - 1]));
			composite.setDisplayRange(LEAST + c - 1, MOST - c + 1);
		}
		composite.setC(1);
		return composite;
	}

	/** Waves and noise, 20 to 235. */
	private static void paint(final ImageProcessor pixels, final int seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int width = pixels.getWidth();
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			final double value = 128 + 80 * Math.sin((i % width + seed) / 3.0) * Math.cos(i / width / 4.0) + 25 * (random.nextDouble() - 0.5);
			if (pixels.getBitDepth() == 24) pixels.set(i, (int) value << RED | (int) (value / 2) << GREEN | (int) (255 - value));
			else pixels.setf(i, pixels.getBitDepth() == 32 ? (float) value : (int) value);
		}
	}

	private static void calibrate(final Calibration calibration) {
		calibration.setUnit("um");
		calibration.pixelWidth = 0.2;
		calibration.pixelHeight = 0.5;
		calibration.pixelDepth = 2;
		calibration.xOrigin = 3;
	}

	/** Two classes, in turn. */
	private static void label(final ImageStack stack) {
		for (int i = 1; i <= stack.size(); i++) stack.setSliceLabel(i % 2 == 0 ? "even" : "odd", i);
	}
}
