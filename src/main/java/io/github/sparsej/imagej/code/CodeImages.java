package io.github.sparsej.imagej.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.source.SeriesProperties;
import io.github.sparsej.imagej.source.SeriesShape;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.store.AtomChecksum;

/**
 * Sparse codes of images as image stacks, one pixel a patch, and back.
 * <ul>
 * <li>compact: k slices of atom numbers (from 1, 0 = none), then k slices of coefficients, by falling magnitude, where k
 * is the most nonzeros of any patch</li>
 * <li>maps: one slice an atom</li>
 * </ul>
 * In both one more slice holds the patch means, where they are kept apart; several layers of patches in depth are frames, and so are several images.
 * How the patches lie, and whether a network makes more of the code than a sum of atoms, is kept in properties of the image, which survive in a TIFF.
 */
public final class CodeImages {

	private CodeImages() {}

	/** Bytes of the image that {@link #maps} would make. */
	public static long bytesOfMaps(final List<ImageCode> codes) {
		return 4L * (codes.get(0).codes().atomCount() + 1) * codes.get(0).grid().count() * codes.size();
	}

	/** Bytes of the image that {@link #compact} would make. */
	public static long bytesOfCompact(final List<ImageCode> codes) {
		return 4L * (2L * most(codes) + 1) * codes.get(0).grid().count() * codes.size();
	}

	/** The most nonzeros of any patch. */
	private static int most(final List<ImageCode> codes) {
		int most = 0;
		for (final ImageCode code : codes) for (int i = 0; i < code.codes().count(); i++) most = Math.max(most, code.codes().nonzeros(i));
		return most;
	}

	/**
	 * @param codes  of images of one size
	 * @param source the image that was encoded
	 */
	public static ImagePlus compact(final String title, final List<ImageCode> codes, final ImagePlus source) {
		final int most = most(codes);
		final CodePlanes planes = new CodePlanes(codes, 2 * most);
		for (int image = 0; image < codes.size(); image++) {
			final SparseCodes of = codes.get(image).codes();
			for (int patch = 0; patch < of.count(); patch++) {
				final int[] entries = byFallingMagnitude(of, patch);
				for (int k = 0; k < entries.length; k++) {
					planes.set(image, patch, k, of.atom(entries[k]) + 1);
					planes.set(image, patch, most + k, of.coefficient(entries[k]));
				}
			}
		}
		for (int k = 0; k < most; k++) {
			planes.label(k, "atom " + (k + 1));
			planes.label(most + k, "coefficient " + (k + 1));
		}
		return planes.image(title, CodeProperties.COMPACT, source);
	}

	/**
	 * @param codes  of images of one size
	 * @param source the image that was encoded
	 */
	public static ImagePlus maps(final String title, final List<ImageCode> codes, final ImagePlus source) {
		final int atoms = codes.get(0).codes().atomCount();
		final CodePlanes planes = new CodePlanes(codes, atoms);
		for (int image = 0; image < codes.size(); image++) {
			final SparseCodes of = codes.get(image).codes();
			for (int patch = 0; patch < of.count(); patch++)
				for (int e = of.start(patch); e < of.start(patch + 1); e++) planes.set(image, patch, of.atom(e), of.coefficient(e));
		}
		for (int i = 0; i < atoms; i++) planes.label(i, "atom " + (i + 1));
		return planes.image(title, CodeProperties.MAPS, source);
	}

	private static int[] byFallingMagnitude(final SparseCodes codes, final int patch) {
		final Integer[] entries = new Integer[codes.nonzeros(patch)];
		Arrays.setAll(entries, k -> codes.start(patch) + k);
		Arrays.sort(entries, Comparator.comparingDouble(e -> -Math.abs(codes.coefficient(e)))); // stable: ties by atom
		return Arrays.stream(entries).mapToInt(Integer::intValue).toArray();
	}

	/** Whether the image is a sparse code. */
	public static boolean isCode(final ImagePlus image) {
		return new CodeProperties(image).kind() != null;
	}

	/** Title of the image that was encoded, without its extension. */
	public static String source(final ImagePlus code) {
		return new CodeProperties(code).source();
	}

	/** Notes in the code's image how the images that were encoded lie in their stack; without, it is that of one image. */
	public static void setSource(final ImagePlus code, final SourceSeries source) {
		SeriesProperties.write(code, source);
	}

	/** Notes in the code's image which dictionary it was made with. */
	public static void setDictionary(final ImagePlus code, final Dictionary dictionary) {
		new CodeProperties(code).setChecksum(AtomChecksum.of(dictionary));
	}

	/** Whether the code was made with these very atoms. */
	public static boolean isOf(final ImagePlus code, final Dictionary dictionary) {
		return AtomChecksum.of(dictionary).equals(new CodeProperties(code).checksum());
	}

	/** The calibration of the image that was encoded. */
	public static Calibration sourceCalibration(final ImagePlus code) {
		final CodeProperties properties = new CodeProperties(code);
		final int stride = properties.stride();
		final Calibration calibration = ResultImages.spatial(code.getCalibration());
		calibration.pixelWidth /= stride;
		calibration.pixelHeight /= stride;
		calibration.xOrigin = calibration.xOrigin * stride + (properties.shape().width() - 1) / 2.0;
		calibration.yOrigin = calibration.yOrigin * stride + (properties.shape().height() - 1) / 2.0;
		return calibration;
	}

	/**
	 * An image of what was made of the codes that an image holds, in the dimensions and with the labels of the images that were encoded.
	 *
	 * @param images one of each code
	 */
	public static ImagePlus sourceLike(final ImagePlus code, final String title, final List<Volume> images) {
		return SeriesProperties.image(code, shape(code), title, images, sourceCalibration(code));
	}

	private static SeriesShape shape(final ImagePlus code) {
		final CodeProperties properties = new CodeProperties(code);
		final int depth = properties.grid().imageDepth();
		return SeriesProperties.shape(code, new SeriesShape(properties.shape().channels(), depth, 1, depth, true));
	}

	/**
	 * The codes that an image holds, one of each image that was encoded.
	 *
	 * @throws IllegalArgumentException if it is none, or was changed so that it is none any more
	 */
	public static List<ImageCode> read(final ImagePlus image) {
		if (!isCode(image)) throw new IllegalArgumentException(image.getTitle() + " is no sparse code: make one with Encode Image");
		final CodeProperties properties = new CodeProperties(image);
		final PatchGrid grid = properties.grid();
		final boolean means = properties.hasMeans();
		final boolean compact = properties.kind().equals(CodeProperties.COMPACT);
		final int values = compact ? 2 * properties.slots() : properties.atomCount();
		final int perLayer = CodePlanes.perLayer(values, means), images = shape(image).count();
		final long slices = (long) perLayer * grid.layers() * images;
		if (image.getWidth() != grid.columns() || image.getHeight() != grid.rows() || image.getStackSize() != slices)
			throw new IllegalArgumentException(image.getTitle() + " has been changed: it has " + image.getStackSize() + " slices of " + image.getWidth() + " x " + image.getHeight()
				+ ", the code " + slices + " of " + grid.columns() + " x " + grid.rows());
		final List<ImageCode> all = new ArrayList<>();
		for (int i = 0; i < images; i++) {
			final CodeReader reader = new CodeReader(image, i, grid, perLayer, properties.atomCount());
			final SparseCodes codes = compact ? reader.compact(properties.slots()) : reader.maps();
			all.add(new ImageCode(grid, codes, means ? reader.plane(perLayer - 1) : new float[0], !properties.isOfNetwork()));
		}
		return all;
	}
}
