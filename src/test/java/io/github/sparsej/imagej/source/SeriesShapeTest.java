package io.github.sparsej.imagej.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.model.Volume;

class SeriesShapeTest {

	@Property(tries = 500)
	void everyPlaneHasItsPlaceInImageJsOrder(@ForAll @IntRange(min = 1, max = 4) final int channels, @ForAll @IntRange(min = 1, max = 4) final int slices, @ForAll @IntRange(min = 1, max = 3) final int frames, @ForAll final boolean deep, @ForAll final boolean joint) {
		final SeriesShape shape = new SeriesShape(channels, slices, frames, deep ? slices : 1, joint);
		final ImagePlus order = new ImagePlus("order", ImageStack.create(1, 1, channels * slices * frames, 8));
		order.setDimensions(channels, slices, frames);
		final Set<Integer> taken = new TreeSet<>();
		int image = 0;
		for (int t = 1; t <= frames; t++)
			for (int z = 1; z <= slices; z += shape.depth())
				for (int turn = 0; turn < shape.turns(); turn++, image++)
					for (int c = 0; c < (joint ? channels : 1); c++)
						for (int k = 0; k < shape.depth(); k++) {
							assertThat(shape.index(image, c, k) + 1).isEqualTo(order.getStackIndex(1 + (joint ? c : turn), z + k, t));
							taken.add(shape.index(image, c, k));
						}
		assertThat(image).isEqualTo(shape.count());
		assertThat(taken).hasSize(channels * slices * frames);
	}

	@Property(tries = 500)
	void whatIsThereOfItIsAStackWithoutGaps(@ForAll @IntRange(min = 1, max = 3) final int channels, @ForAll @IntRange(min = 1, max = 3) final int slices, @ForAll @IntRange(min = 1, max = 3) final int frames, @ForAll final boolean deep, @ForAll final boolean joint, @ForAll @IntRange(min = 1, max = 27) final int done) {
		final SeriesShape shape = new SeriesShape(channels, slices, frames, deep ? slices : 1, joint);
		final List<Volume> images = new ArrayList<>();
		for (int i = 0; i < Math.min(done, shape.count()); i++) images.add(Volume.of(2, 1, shape.depth(), joint ? channels : 1, new float[shape.depth() * (joint ? channels : 1)][2]));
		final ImagePlus image = shape.image("some", images, (i, c, z) -> "image " + i, new Calibration());
		assertThat(image.getStackSize()).isEqualTo(images.size() * shape.depth() * (joint ? channels : 1)).isEqualTo(image.getNChannels() * image.getNSlices() * image.getNFrames());
		for (int i = 1; i <= image.getStackSize(); i++) assertThat(image.getStack().getSliceLabel(i)).startsWith("image ");
	}
}
