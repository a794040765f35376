package io.github.sparsej.imagej.code;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.imagej.NumberProperties;
import io.github.sparsej.model.PatchShape;

/** What an image keeps of a code by placed atoms in its properties, which survive in a TIFF. */
final class PlacedCodeProperties {

	static final String MAPS = "maps", POINTS = "points";

	private static final String KIND = "sparsej.placed", SOURCE = "sparsej.placed.source", ATOMS = "sparsej.placed.atoms", IMAGES = "sparsej.placed.images", SIZE = "sparsej.placed.size", SHAPE = "sparsej.placed.shape",
		LAYER = "sparsej.placed.layer", MASKED = "sparsej.placed.masked", CHECKSUM = "sparsej.placed.checksum", CODES = "sparsej.placed.codes";

	private final ImagePlus image;

	/** @param image that has the properties, or is to get them */
	PlacedCodeProperties(final ImagePlus image) {
		this.image = image;
	}

	/**
	 * @param kind     {@link #MAPS} or {@link #POINTS}
	 * @param source   title of the image that was encoded, without its extension
	 * @param checksum of the model's atoms
	 */
	void write(final String kind, final String source, final String checksum, final PlacedCode code) {
		image.setProp(KIND, kind);
		image.setProp(SOURCE, source);
		image.setProp(ATOMS, code.atomCount());
		image.setProp(IMAGES, code.codes().size());
		image.setProp(SIZE, code.width() + " " + code.height());
		image.setProp(SHAPE, code.shape().width() + " " + code.shape().height() + " " + code.shape().channels());
		image.setProp(LAYER, code.layer());
		image.setProp(MASKED, String.valueOf(code.masked()));
		image.setProp(CHECKSUM, checksum);
	}

	/** {@link #MAPS}, {@link #POINTS}, or null for an image that is no such code. */
	String kind() {
		return image.getProp(KIND);
	}

	String source() {
		return image.getProp(SOURCE);
	}

	/** {@link io.github.sparsej.store.AtomChecksum} of the dictionary that the code was made with. */
	String checksum() {
		return image.getProp(CHECKSUM);
	}

	int atomCount() {
		return NumberProperties.read(image, ATOMS, 1)[0];
	}

	/** Number of images that were encoded. */
	int images() {
		return NumberProperties.read(image, IMAGES, 1)[0];
	}

	/** The text of the codes of a {@link #POINTS} image. */
	String codes() {
		return String.valueOf(image.getProp(CODES));
	}

	void setCodes(final String text) {
		image.setProp(CODES, text);
	}

	/** @throws IllegalArgumentException naming the property that is damaged */
	PatchShape shape() {
		final int[] shape = NumberProperties.read(image, SHAPE, 3);
		return new PatchShape(shape[0], shape[1], 1, shape[2]);
	}

	/** @throws IllegalArgumentException naming the property that is damaged */
	PlacedCode code(final List<PlacedAtoms> codes) {
		final int[] size = NumberProperties.read(image, SIZE, 2);
		return new PlacedCode(codes, size[0], size[1], shape(), NumberProperties.read(image, LAYER, 1)[0], Boolean.parseBoolean(image.getProp(MASKED)));
	}
}
