package io.github.sparsej.imagej;

import java.util.Arrays;
import java.util.Comparator;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;

/**
 * Sparse codes of images as image stacks, one pixel a patch, and back.
 * <ul>
 * <li>compact: k slices of atom numbers (from 1, 0 = none), then k slices of coefficients, by falling magnitude, where k
 * is the most nonzeros of any patch</li>
 * <li>maps: one slice an atom</li>
 * </ul>
 * In both one more slice holds the patch means, where they are kept apart; several layers of patches in depth are frames.
 * How the patches lie is kept in properties of the image, which survive in a TIFF.
 */
public final class CodeImages {

	private static final String KIND = "sparsej.code", COMPACT = "compact", MAPS = "maps";
	private static final String SOURCE = "sparsej.source", MEANS = "sparsej.means", ATOMS = "sparsej.atoms", STRIDE = "sparsej.stride";
	private static final String IMAGE_SIZE = "sparsej.image.size", PATCH_SHAPE = "sparsej.patch.shape";

	private CodeImages() {}

	/** Bytes of the image that {@link #maps} would make. */
	public static long bytesOfMaps(final ImageCode code) {
		return 4L * (code.codes().atomCount() + 1) * code.grid().count();
	}

	/** @param source the image that was encoded */
	public static ImagePlus compact(final String title, final ImageCode code, final ImagePlus source) {
		final SparseCodes codes = code.codes();
		int most = 0;
		for (int i = 0; i < codes.count(); i++) most = Math.max(most, codes.nonzeros(i));
		final Planes planes = new Planes(code, 2 * most);
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
		return planes.image(title, COMPACT, source);
	}

	/** @param source the image that was encoded */
	public static ImagePlus maps(final String title, final ImageCode code, final ImagePlus source) {
		final SparseCodes codes = code.codes();
		final Planes planes = new Planes(code, codes.atomCount());
		for (int patch = 0; patch < codes.count(); patch++)
			for (int e = codes.start(patch); e < codes.start(patch + 1); e++) planes.set(patch, codes.atom(e), codes.coefficient(e));
		for (int i = 0; i < codes.atomCount(); i++) planes.label(i, "atom " + (i + 1));
		return planes.image(title, MAPS, source);
	}

	private static int[] byFallingMagnitude(final SparseCodes codes, final int patch) {
		final Integer[] entries = new Integer[codes.nonzeros(patch)];
		Arrays.setAll(entries, k -> codes.start(patch) + k);
		Arrays.sort(entries, Comparator.comparingDouble(e -> -Math.abs(codes.coefficient(e)))); // stable: ties by atom
		return Arrays.stream(entries).mapToInt(Integer::intValue).toArray();
	}

	/** Whether the image is a sparse code. */
	public static boolean isCode(final ImagePlus image) {
		return image.getProp(KIND) != null;
	}

	/** Title of the image that was encoded, without its extension. */
	public static String source(final ImagePlus code) {
		return code.getProp(SOURCE);
	}

	/** The calibration of the image that was encoded. */
	public static Calibration sourceCalibration(final ImagePlus code) {
		final int stride = numbers(code, STRIDE, 1)[0];
		final int[] shape = numbers(code, PATCH_SHAPE, 4);
		final Calibration calibration = ResultImages.spatial(code.getCalibration());
		calibration.pixelWidth /= stride;
		calibration.pixelHeight /= stride;
		calibration.xOrigin = calibration.xOrigin * stride + (shape[0] - 1) / 2.0;
		calibration.yOrigin = calibration.yOrigin * stride + (shape[1] - 1) / 2.0;
		return calibration;
	}

	/**
	 * The code that an image holds.
	 *
	 * @throws IllegalArgumentException if it is none, or was changed so that it is none any more
	 */
	public static ImageCode read(final ImagePlus image) {
		if (!isCode(image)) throw new IllegalArgumentException(image.getTitle() + " is no sparse code: make one with Encode Image");
		final int[] size = numbers(image, IMAGE_SIZE, 3), shape = numbers(image, PATCH_SHAPE, 4);
		final PatchGrid grid = PatchGrid.covering(size[0], size[1], size[2], new PatchShape(shape[0], shape[1], shape[2], shape[3]), numbers(image, STRIDE, 1)[0]);
		final boolean means = Boolean.parseBoolean(image.getProp(MEANS));
		final int perLayer = image.getStackSize() / grid.layers();
		final int values = means ? perLayer - 1 : perLayer;
		if (image.getWidth() != grid.columns() || image.getHeight() != grid.rows() || perLayer * grid.layers() != image.getStackSize())
			throw new IllegalArgumentException(image.getTitle() + " has been changed: it has " + image.getWidth() + " x " + image.getHeight() + " positions, its patches lie at " + grid.columns() + " x " + grid.rows());
		final CodeReader reader = new CodeReader(image, grid, perLayer, numbers(image, ATOMS, 1)[0]);
		final SparseCodes codes = COMPACT.equals(image.getProp(KIND)) ? reader.compact(values) : reader.maps(values);
		return new ImageCode(grid, codes, means ? reader.plane(perLayer - 1) : new float[0]);
	}

	private static int[] numbers(final ImagePlus image, final String key, final int count) {
		final String text = image.getProp(key);
		try {
			final int[] numbers = Arrays.stream(String.valueOf(text).split(" ")).mapToInt(Integer::parseInt).toArray();
			if (numbers.length == count) return numbers;
		}
		catch (final NumberFormatException damaged) {
			// said below
		}
		throw new IllegalArgumentException(image.getTitle() + " is damaged: its property " + key + " is '" + text + "', " + count + " whole numbers are needed");
	}

	/** The slices of a code image being made. */
	private static final class Planes {

		private final ImageCode code;
		private final PatchGrid grid;
		private final int perLayer;
		private final float[][] planes;
		private final String[] labels;

		Planes(final ImageCode code, final int values) {
			this.code = code;
			grid = code.grid();
			perLayer = values + (code.hasMeans() || values == 0 ? 1 : 0);
			planes = new float[perLayer * grid.layers()][grid.columns() * grid.rows()];
			labels = new String[perLayer];
			if (code.hasMeans()) {
				labels[values] = "patch mean";
				for (int patch = 0; patch < grid.count(); patch++) set(patch, values, code.mean(patch));
			}
		}

		void label(final int slice, final String text) {
			labels[slice] = text;
		}

		void set(final int patch, final int slice, final float value) {
			final int positions = grid.columns() * grid.rows();
			planes[patch / positions * perLayer + slice][patch % positions] = value;
		}

		ImagePlus image(final String title, final String kind, final ImagePlus source) {
			final ImageStack stack = new ImageStack(grid.columns(), grid.rows());
			for (int i = 0; i < planes.length; i++) stack.addSlice(labels[i % perLayer], planes[i]);
			final ImagePlus image = ResultImages.stack(title, stack, 1, perLayer, grid.layers(), calibration(source.getCalibration()));
			final PatchShape shape = grid.shape();
			image.setProp(KIND, kind);
			image.setProp(SOURCE, Titles.base(source));
			image.setProp(MEANS, String.valueOf(code.hasMeans()));
			image.setProp(ATOMS, code.codes().atomCount());
			image.setProp(STRIDE, grid.stride());
			image.setProp(IMAGE_SIZE, grid.imageWidth() + " " + grid.imageHeight() + " " + grid.imageDepth());
			image.setProp(PATCH_SHAPE, shape.width() + " " + shape.height() + " " + shape.depth() + " " + shape.channels());
			return image;
		}

		/** One pixel is one stride wide, and stands for the middle of its patch. */
		private Calibration calibration(final Calibration like) {
			final Calibration calibration = ResultImages.spatial(like);
			calibration.pixelWidth *= grid.stride();
			calibration.pixelHeight *= grid.stride();
			calibration.xOrigin = (like.xOrigin - (grid.shape().width() - 1) / 2.0) / grid.stride();
			calibration.yOrigin = (like.yOrigin - (grid.shape().height() - 1) / 2.0) / grid.stride();
			return calibration;
		}
	}

	/** The slices of a code image being read. */
	private static final class CodeReader {

		private final ImagePlus image;
		private final PatchGrid grid;
		private final int perLayer;
		private final int atomCount;

		CodeReader(final ImagePlus image, final PatchGrid grid, final int perLayer, final int atomCount) {
			this.image = image;
			this.grid = grid;
			this.perLayer = perLayer;
			this.atomCount = atomCount;
		}

		/** One slice of all layers, one value a patch. */
		float[] plane(final int slice) {
			final int positions = grid.columns() * grid.rows();
			final float[] values = new float[grid.count()];
			for (int layer = 0; layer < grid.layers(); layer++)
				System.arraycopy(image.getStack().getProcessor(layer * perLayer + slice + 1).convertToFloatProcessor().getPixels(), 0, values, layer * positions, positions);
			return values;
		}

		SparseCodes compact(final int values) {
			final int most = values / 2;
			final float[][] atoms = new float[most][], coefficients = new float[most][];
			for (int k = 0; k < most; k++) {
				atoms[k] = plane(k);
				coefficients[k] = plane(most + k);
			}
			return build(most, (patch, k) -> atoms[k][patch] - 1, (patch, k) -> coefficients[k][patch]);
		}

		SparseCodes maps(final int values) {
			if (values != atomCount) throw new IllegalArgumentException(image.getTitle() + " has been changed: " + atomCount + " atoms need as many slices, it has " + values);
			final float[][] coefficients = new float[atomCount][];
			for (int k = 0; k < atomCount; k++) coefficients[k] = plane(k);
			return build(atomCount, (patch, k) -> coefficients[k][patch] == 0 ? -1 : k, (patch, k) -> coefficients[k][patch]);
		}

		private interface Slot {
			float of(int patch, int k);
		}

		/** @param atom atom (from 0) in slot k of a patch, or -1 where the slot is empty */
		private SparseCodes build(final int slots, final Slot atom, final Slot coefficient) {
			final SparseCodesBuilder codes = new SparseCodesBuilder(atomCount, grid.count());
			final int[] atoms = new int[slots];
			final float[] coefficients = new float[slots];
			for (int patch = 0; patch < grid.count(); patch++) {
				int used = 0;
				for (int k = 0; k < slots; k++) {
					final int found = (int) atom.of(patch, k);
					if (found < 0) continue;
					int place = used++; // insertion keeps the atoms rising
					for (; place > 0 && atoms[place - 1] > found; place--) {
						atoms[place] = atoms[place - 1];
						coefficients[place] = coefficients[place - 1];
					}
					atoms[place] = found;
					coefficients[place] = coefficient.of(patch, k);
				}
				codes.append(atoms, coefficients, 0, used, StopReason.MAX_NONZEROS);
			}
			return codes.build();
		}
	}
}
