package io.github.sparsej.imagej;

import java.util.Arrays;
import java.util.Comparator;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SparseCodes;
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
 * In both one more slice holds the patch means, where they are kept apart; several layers of patches in depth are frames.
 * How the patches lie, and whether a network makes more of the code than a sum of atoms, is kept in properties of the image, which survive in a TIFF.
 */
public final class CodeImages {

	private CodeImages() {}

	/** Bytes of the image that {@link #maps} would make. */
	public static long bytesOfMaps(final ImageCode code) {
		return 4L * (code.codes().atomCount() + 1) * code.grid().count();
	}

	/** Bytes of the image that {@link #compact} would make. */
	public static long bytesOfCompact(final ImageCode code) {
		return 4L * (2L * most(code.codes()) + 1) * code.grid().count();
	}

	/** The most nonzeros of any patch. */
	private static int most(final SparseCodes codes) {
		int most = 0;
		for (int i = 0; i < codes.count(); i++) most = Math.max(most, codes.nonzeros(i));
		return most;
	}

	/** @param source the image that was encoded */
	public static ImagePlus compact(final String title, final ImageCode code, final ImagePlus source) {
		final SparseCodes codes = code.codes();
		final int most = most(codes);
		final CodePlanes planes = new CodePlanes(code, 2 * most);
		for (int patch = 0; patch < codes.count(); patch++) {
			final int[] entries = byFallingMagnitude(codes, patch);
			for (int k = 0; k < entries.length; k++) {
				planes.set(patch, k, codes.atom(entries[k]) + 1);
				planes.set(patch, most + k, codes.coefficient(entries[k]));
			}
		}
		for (int k = 0; k < most; k++) {
			planes.label(k, "atom " + (k + 1));
			planes.label(most + k, "coefficient " + (k + 1));
		}
		return planes.image(title, CodeProperties.COMPACT, source);
	}

	/** @param source the image that was encoded */
	public static ImagePlus maps(final String title, final ImageCode code, final ImagePlus source) {
		final SparseCodes codes = code.codes();
		final CodePlanes planes = new CodePlanes(code, codes.atomCount());
		for (int patch = 0; patch < codes.count(); patch++)
			for (int e = codes.start(patch); e < codes.start(patch + 1); e++) planes.set(patch, codes.atom(e), codes.coefficient(e));
		for (int i = 0; i < codes.atomCount(); i++) planes.label(i, "atom " + (i + 1));
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
	 * The code that an image holds.
	 *
	 * @throws IllegalArgumentException if it is none, or was changed so that it is none any more
	 */
	public static ImageCode read(final ImagePlus image) {
		if (!isCode(image)) throw new IllegalArgumentException(image.getTitle() + " is no sparse code: make one with Encode Image");
		final CodeProperties properties = new CodeProperties(image);
		final PatchGrid grid = properties.grid();
		final boolean means = properties.hasMeans();
		final boolean compact = properties.kind().equals(CodeProperties.COMPACT);
		final int values = compact ? 2 * properties.slots() : properties.atomCount();
		final int perLayer = CodePlanes.perLayer(values, means);
		if (image.getWidth() != grid.columns() || image.getHeight() != grid.rows() || image.getStackSize() != (long) perLayer * grid.layers())
			throw new IllegalArgumentException(image.getTitle() + " has been changed: it has " + image.getStackSize() + " slices of " + image.getWidth() + " x " + image.getHeight()
				+ ", the code " + (long) perLayer * grid.layers() + " of " + grid.columns() + " x " + grid.rows());
		final CodeReader reader = new CodeReader(image, grid, perLayer, properties.atomCount());
		final SparseCodes codes = compact ? reader.compact(properties.slots()) : reader.maps();
		return new ImageCode(grid, codes, means ? reader.plane(perLayer - 1) : new float[0], !properties.isOfNetwork());
	}
}
