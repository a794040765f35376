package io.github.sparsej.imagej.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.source.SeriesProperties;
import io.github.sparsej.imagej.source.SeriesShape;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Volume;
import io.github.sparsej.store.AtomChecksum;
import io.github.sparsej.store.ModelFormatException;
import io.github.sparsej.store.PlacedAtomsJson;

/**
 * Codes by placed atoms as images, and back.
 * <ul>
 * <li>maps: one slice an atom, one pixel a place, with its coefficient there; several images are frames</li>
 * <li>points: the image that was encoded, with the middles of the atoms as an overlay; the code itself is a text in its properties</li>
 * </ul>
 */
public final class PlacedCodeImages {

	private PlacedCodeImages() {}

	/**
	 * @param source     the image that was encoded
	 * @param dictionary of the model
	 */
	public static ImagePlus maps(final String title, final PlacedCode code, final ImagePlus source, final Dictionary dictionary) {
		final ImageStack stack = new ImageStack(code.columns(), code.rows());
		for (final PlacedAtoms placed : code.codes()) {
			final float[][] maps = new float[code.atomCount()][code.columns() * code.rows()];
			final PlacedAtoms merged = placed.merged();
			for (int i = 0; i < merged.count(); i++) maps[merged.atom(i)][merged.y(i) * code.columns() + merged.x(i)] = merged.coefficient(i);
			for (int k = 0; k < maps.length; k++) stack.addSlice("atom " + (k + 1), maps[k]);
		}
		final ImagePlus image = ResultImages.stack(title, stack, 1, code.atomCount(), code.codes().size(), PlacedCalibration.ofPlaces(source.getCalibration(), code.shape()));
		new PlacedCodeProperties(image).write(PlacedCodeProperties.MAPS, Titles.base(source), AtomChecksum.of(dictionary), code);
		return image;
	}

	/**
	 * @param encoded    what was encoded, in the dimensions of its source; it gets the points
	 * @param source     the image that was encoded
	 * @param dictionary of the model
	 */
	public static ImagePlus points(final ImagePlus encoded, final PlacedCode code, final ImagePlus source, final Dictionary dictionary) {
		encoded.setOverlay(PlacedAtomOverlay.of(encoded, code));
		final PlacedCodeProperties properties = new PlacedCodeProperties(encoded);
		properties.write(PlacedCodeProperties.POINTS, Titles.base(source), AtomChecksum.of(dictionary), code);
		properties.setCodes(PlacedAtomsJson.write(code.codes()));
		return encoded;
	}

	/** Whether an image is such a code, or was one before it was changed. */
	public static boolean isCode(final ImagePlus image) {
		return new PlacedCodeProperties(image).kind() != null;
	}

	/** Notes in the code's image how the images that were encoded lie in their stack; without, they are frames. */
	public static void setSource(final ImagePlus code, final SourceSeries source) {
		SeriesProperties.write(code, source);
	}

	/**
	 * An image of what was made of the codes that an image holds, in the dimensions and with the labels of the images that were encoded.
	 *
	 * @param images one of each code
	 * @throws IllegalArgumentException if what the code remembers of its source is damaged
	 */
	public static ImagePlus sourceLike(final ImagePlus code, final String title, final List<Volume> images) {
		final SeriesShape shape = SeriesProperties.shape(code, new SeriesShape(images.get(0).channels(), 1, images.size(), 1, true));
		if (shape.count() != images.size()) throw new IllegalArgumentException(code.getTitle() + " is damaged: it has codes of " + images.size() + " images, and remembers " + shape.count());
		return SeriesProperties.image(code, shape, title, images, sourceCalibration(code));
	}

	/** Title of the image that was encoded, without its extension. */
	public static String source(final ImagePlus code) {
		return new PlacedCodeProperties(code).source();
	}

	/** Whether the code was made with these very atoms. */
	public static boolean isOf(final ImagePlus code, final Dictionary dictionary) {
		return AtomChecksum.of(dictionary).equals(new PlacedCodeProperties(code).checksum());
	}

	/** The calibration of the image that was encoded. */
	public static Calibration sourceCalibration(final ImagePlus code) {
		final PlacedCodeProperties properties = new PlacedCodeProperties(code);
		return PlacedCodeProperties.MAPS.equals(properties.kind()) ? PlacedCalibration.ofSource(code.getCalibration(), properties.shape()) : ResultImages.spatial(code.getCalibration());
	}

	/**
	 * The code that an image holds.
	 *
	 * @throws IllegalArgumentException if it is none, or was changed so that it is none any more
	 */
	public static PlacedCode read(final ImagePlus image) {
		final PlacedCodeProperties properties = new PlacedCodeProperties(image);
		if (!isCode(image)) throw new IllegalArgumentException(image.getTitle() + " is no code of placed atoms: make one with Encode Convolutional");
		return properties.kind().equals(PlacedCodeProperties.MAPS) ? maps(image, properties) : points(image, properties);
	}

	private static PlacedCode points(final ImagePlus image, final PlacedCodeProperties properties) {
		try {
			final PlacedCode code = properties.code(PlacedAtomsJson.read(properties.codes()));
			if (image.getWidth() != code.width() || image.getHeight() != code.height()) throw changed(image, code.width(), code.height(), image.getStackSize());
			return code;
		}
		catch (final ModelFormatException e) {
			throw new IllegalArgumentException(image.getTitle() + " is damaged: its code cannot be read: " + e.getMessage(), e);
		}
	}

	private static PlacedCode maps(final ImagePlus image, final PlacedCodeProperties properties) {
		final int atoms = properties.atomCount(), images = properties.images();
		final PlacedCode empty = properties.code(Collections.nCopies(images, PlacedAtoms.none(atoms)));
		if (image.getWidth() != empty.columns() || image.getHeight() != empty.rows() || image.getStackSize() != (long) atoms * images) throw changed(image, empty.columns(), empty.rows(), (long) atoms * images);
		final List<PlacedAtoms> codes = new ArrayList<>();
		for (int n = 0; n < images; n++) codes.add(MapReader.read(image, n * atoms, atoms));
		return properties.code(codes);
	}

	private static IllegalArgumentException changed(final ImagePlus image, final int width, final int height, final long slices) {
		return new IllegalArgumentException(image.getTitle() + " has been changed: it has " + image.getStackSize() + " slices of " + image.getWidth() + " x " + image.getHeight() + ", the code " + slices + " of " + width + " x " + height);
	}
}
