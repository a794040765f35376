package io.github.sparsej.imagej.code;

import ij.ImagePlus;

import io.github.sparsej.imagej.NumberProperties;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.store.AtomChecksum;

/** How the patches of a code image lie, kept in properties of the image, which survive in a TIFF. */
final class CodeProperties {

	static final String COMPACT = "compact", MAPS = "maps";

	private static final String KIND = "sparsej.code", SOURCE = "sparsej.source", MEANS = "sparsej.means", ATOMS = "sparsej.atoms", STRIDE = "sparsej.stride", SLOTS = "sparsej.nonzeros", NETWORK = "sparsej.network", CHECKSUM = "sparsej.atoms.checksum";
	private static final String IMAGE_SIZE = "sparsej.image.size", PATCH_SHAPE = "sparsej.patch.shape";

	private final ImagePlus image;

	/** @param image that has the properties, or is to get them */
	CodeProperties(final ImagePlus image) {
		this.image = image;
	}

	/**
	 * @param kind   {@link #COMPACT} or {@link #MAPS}
	 * @param source title of the image that was encoded, without its extension
	 * @param slots  atoms per patch there is room for in a compact code
	 */
	void write(final String kind, final String source, final int slots, final ImageCode code) {
		final PatchGrid grid = code.grid();
		final PatchShape shape = grid.shape();
		image.setProp(KIND, kind);
		image.setProp(SOURCE, source);
		image.setProp(MEANS, String.valueOf(code.hasMeans()));
		image.setProp(NETWORK, String.valueOf(!code.isLinear()));
		image.setProp(ATOMS, code.codes().atomCount());
		image.setProp(SLOTS, slots);
		image.setProp(STRIDE, grid.stride());
		image.setProp(IMAGE_SIZE, grid.imageWidth() + " " + grid.imageHeight() + " " + grid.imageDepth());
		image.setProp(PATCH_SHAPE, shape.width() + " " + shape.height() + " " + shape.depth() + " " + shape.channels());
	}

	/** {@link #COMPACT}, {@link #MAPS}, or null for an image that is no code. */
	String kind() {
		return image.getProp(KIND);
	}

	/** Whether a network makes more of the code than a sum of atoms ({@link ImageCode#isLinear} is false); codes of before there were networks say nothing. */
	boolean isOfNetwork() {
		return Boolean.parseBoolean(image.getProp(NETWORK));
	}

	String source() {
		return image.getProp(SOURCE);
	}

	/** Whether the last slice holds patch means. */
	boolean hasMeans() {
		return Boolean.parseBoolean(image.getProp(MEANS));
	}

	int atomCount() {
		return numbers(ATOMS, 1)[0];
	}

	/** Atoms per patch there is room for in a compact code. */
	int slots() {
		return numbers(SLOTS, 1)[0];
	}

	/** {@link AtomChecksum} of the dictionary that the code was made with. */
	String checksum() {
		return image.getProp(CHECKSUM);
	}

	void setChecksum(final String checksum) {
		image.setProp(CHECKSUM, checksum);
	}

	int stride() {
		return numbers(STRIDE, 1)[0];
	}

	PatchShape shape() {
		final int[] shape = numbers(PATCH_SHAPE, 4);
		return new PatchShape(shape[0], shape[1], shape[2], shape[3]);
	}

	/** @throws IllegalArgumentException naming the property that is damaged */
	PatchGrid grid() {
		final int[] size = numbers(IMAGE_SIZE, 3);
		return PatchGrid.covering(size[0], size[1], size[2], shape(), stride());
	}

	private int[] numbers(final String key, final int count) {
		return NumberProperties.read(image, key, count);
	}
}
