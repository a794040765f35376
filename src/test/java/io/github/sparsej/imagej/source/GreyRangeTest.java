package io.github.sparsej.imagej.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

class GreyRangeTest {

	private static GreyRange of(final ImagePlus image) {
		return GreyRange.of(image, SourceImages.currentSlice(image, SourceImages.Color.LUMINANCE));
	}

	@Test
	void eightBitsAndColoursHaveARangeWhateverThePixels() {
		final ImagePlus grey = new ImagePlus("grey", new ByteProcessor(3, 2));
		assertThat(of(grey)).isEqualTo(new GreyRange(0, 255));
		assertThat(of(new ImagePlus("colour", new ColorProcessor(3, 2)))).isEqualTo(new GreyRange(0, 255));
		grey.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 100, -0.5 }, "OD");
		assertThat(of(grey)).as("calibrated, and falling").isEqualTo(new GreyRange(-27.5, 100));
	}

	@Test
	void othersHaveThatOfTheirFinitePixels() {
		final float[] pixels = { 3, -2, Float.NaN, 7, Float.POSITIVE_INFINITY, 0 };
		assertThat(of(new ImagePlus("float", new FloatProcessor(3, 2, pixels)))).isEqualTo(new GreyRange(-2, 7));
		assertThatThrownBy(() -> of(new ImagePlus("flat", new FloatProcessor(3, 2, new float[] { 1, 1, 1, 1, Float.NaN, 1 })))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("flat has no structure");
	}

	@Test
	void patchesAreBroughtToZeroToOneAndBack() {
		final GreyRange range = new GreyRange(-2, 6);
		final Signals patches = Signals.of(1, 4, new float[] { -2, 6, 2, 0 });
		final Whitening whole = range.whitening(PatchShape.square(2), false);
		assertThat(whole.apply(patches).values()).containsExactly(0, 1, 0.5f, 0.25f);
		assertThat(whole.invert(whole.apply(patches)).values()).containsExactly(patches.values());
		final Whitening without = range.whitening(PatchShape.square(2), true);
		assertThat(without.removesPatchMeans()).isTrue();
		assertThat(without.apply(patches).values()).containsExactly(-0.4375f, 0.5625f, 0.0625f, -0.1875f);
	}
}
