package io.github.sparsej.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.SampleImages;
import io.github.sparsej.whiten.LocalContrastNormalization;

/** Atoms that are patches of the image they are placed in, the sample camera with its contrast made even. */
public enum ConvolutionalWorkload {

	LOW(20, 9, 65), HIGH(60, 19, 65), WHOLE(36, 12, 2048);

	private static final int COUNT = 20;

	private final int atoms;
	private final int atomSide;
	private final int side;

	ConvolutionalWorkload(final int atoms, final int atomSide, final int side) {
		this.atoms = atoms;
		this.atomSide = atomSide;
		this.side = side;
	}

	/** Some crops of the small size, or the camera mirrored again and again up to the large one. */
	List<Volume> images() {
		final Volume camera = SampleImages.open("camera").filter(LocalContrastNormalization.STANDARD);
		final List<Volume> images = new ArrayList<>();
		final SplittableRandom random = new SplittableRandom(1);
		if (side <= camera.width()) while (images.size() < COUNT) images.add(camera.crop(random.nextInt(camera.width() - side + 1), random.nextInt(camera.height() - side + 1), side, side));
		else images.add(mirrored(camera));
		return images;
	}

	private Volume mirrored(final Volume image) {
		final float[] pixels = new float[side * side];
		for (int i = 0; i < pixels.length; i++) pixels[i] = image.plane(0, 0)[mirror(i / side, image.height()) * image.width() + mirror(i % side, image.width())];
		return Volume.plane(side, side, pixels);
	}

	private static int mirror(final int at, final int size) {
		return at / size % 2 == 0 ? at % size : size - 1 - at % size;
	}

	Dictionary dictionary() {
		final Volume image = SampleImages.open("camera").filter(LocalContrastNormalization.STANDARD);
		final SplittableRandom random = new SplittableRandom(2);
		final PatchShape shape = PatchShape.square(atomSide);
		final float[] patches = new float[atoms * shape.length()];
		for (int k = 0; k < atoms; k++)
			System.arraycopy(image.crop(random.nextInt(image.width() - atomSide + 1), random.nextInt(image.height() - atomSide + 1), atomSide, atomSide).plane(0, 0), 0, patches, k * shape.length(), shape.length());
		return Dictionary.normalized(shape, atoms, patches);
	}
}
