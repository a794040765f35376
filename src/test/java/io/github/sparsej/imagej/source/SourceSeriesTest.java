package io.github.sparsej.imagej.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.github.sparsej.imagej.source.SourceImages.Color;
import io.github.sparsej.model.Volume;

class SourceSeriesTest {

	/** Every pixel tells its channel, slice and frame. */
	private static ImagePlus hyperstack() {
		final ImagePlus image = IJ.createHyperStack("source", 7, 5, 2, 3, 4, 16);
		for (int t = 1; t <= 4; t++)
			for (int z = 1; z <= 3; z++)
				for (int c = 1; c <= 2; c++) {
					final int index = image.getStackIndex(c, z, t);
					final ImageProcessor slice = image.getStack().getProcessor(index);
					slice.setValue(100 * c + 10 * z + t);
					slice.fill();
					image.getStack().setSliceLabel("c" + c + " z" + z + " t" + t, index);
				}
		image.setPosition(2, 3, 1);
		image.getCalibration().pixelWidth = 0.25;
		return image;
	}

	private static int value(final Volume volume, final int z, final int c) {
		return (int) volume.plane(z, c)[17];
	}

	@Test
	void slicesAndChannelsComeInTheOrderOfTheirStack() {
		final SourceSeries separate = new SourceSeries(hyperstack(), true, Color.SEPARATE, false);
		assertThat(separate.count()).isEqualTo(24);
		assertThat(value(separate.read(0), 0, 0)).isEqualTo(111);
		assertThat(value(separate.read(1), 0, 0)).isEqualTo(211);
		assertThat(value(separate.read(2), 0, 0)).isEqualTo(121);
		assertThat(value(separate.read(23), 0, 0)).isEqualTo(234);
		assertThat(separate.turns()).isEqualTo(2);
		assertThat(new SourceSeries(hyperstack(), false, Color.SEPARATE, false).asList().stream().map(volume -> value(volume, 0, 0))).containsExactly(131, 231);
		assertThat(new SourceSeries(hyperstack(), false, Color.LUMINANCE, false).asList().stream().map(volume -> value(volume, 0, 0))).containsExactly(231);
	}

	@Test
	void stacksAndJointChannelsAreOneImageEach() {
		final SourceSeries joint = new SourceSeries(hyperstack(), true, Color.JOINT, true);
		assertThat(joint.count()).isEqualTo(4);
		final Volume third = joint.read(2);
		assertThat(List.of(third.depth(), third.channels(), joint.depth(), joint.channels())).containsExactly(3, 2, 3, 2);
		assertThat(value(third, 1, 1)).isEqualTo(223);
		assertThat(new SourceSeries(hyperstack(), false, Color.LUMINANCE, true).read(0).depth()).isEqualTo(3);
	}

	@Test
	void resultsHaveTheDimensionsLabelsAndCalibrationOfTheSource() {
		final SourceSeries series = new SourceSeries(hyperstack(), true, Color.JOINT, false);
		final ImagePlus result = series.result("result", series.asList());
		assertThat(result.getDimensions()).containsExactly(7, 5, 2, 3, 4);
		assertThat(result.getCalibration().pixelWidth).isEqualTo(0.25);
		assertThat(result.getStack().getSliceLabel(result.getStackIndex(2, 1, 3))).isEqualTo("c2 z1 t3");
		assertThat((int) result.getStack().getVoxel(0, 0, result.getStackIndex(2, 1, 3) - 1)).isEqualTo(213);
		final ImagePlus some = series.result("some", series.asList().subList(0, 4));
		assertThat(some.getDimensions()).as("what is there of it").containsExactly(7, 5, 2, 4, 1);
	}

	@Test
	void resultsOfTheSameMeaningLookLikeTheSource() {
		final CompositeImage source = new CompositeImage(hyperstack(), CompositeImage.COLOR);
		source.setC(2);
		source.setChannelLut(LUT.createLutFromColor(java.awt.Color.MAGENTA));
		source.setDisplayRange(50, 300);
		final SourceSeries series = new SourceSeries(source, true, Color.JOINT, false);
		final CompositeImage result = (CompositeImage) series.resultLikeSource("result", series.asList());
		assertThat(result.getMode()).isEqualTo(CompositeImage.COLOR);
		assertThat(result.getLuts()[1].getRGB(255)).isEqualTo(java.awt.Color.MAGENTA.getRGB());
		assertThat(result.getLuts()[1].max).isEqualTo(300);
		final ImagePlus rgb = IJ.createImage("rgb", "RGB ramp", 8, 4, 1);
		final ImagePlus colours = new SourceSeries(rgb, false, Color.JOINT, false).resultLikeSource("colours", List.of(new SourceSeries(rgb, false, Color.JOINT, false).read(0)));
		assertThat(colours.getNChannels()).isEqualTo(3);
		assertThat(((CompositeImage) colours).getMode()).isEqualTo(CompositeImage.COMPOSITE);
		assertThat(colours.getDisplayRangeMax()).isEqualTo(255);
	}

	@Test
	void pixelsAreThoseOfTheBeginningThoughTheImageIsClosed() {
		final ImagePlus image = hyperstack();
		final SourceSeries series = new SourceSeries(image, true, Color.SEPARATE, false);
		image.close();
		image.flush();
		assertThat(value(series.read(23), 0, 0)).isEqualTo(234);
	}

	@Test
	void onlySelectedPixelsAreReplaced() {
		final ImagePlus image = IJ.createImage("source", "32-bit black", 20, 16, 1);
		image.setRoi(new OvalRoi(6, 5, 8, 6));
		final Volume whole = new SourceSeries(image, false, Color.LUMINANCE, false).read(0);
		final SelectedPart part = SelectedPart.of(image, 4);
		assertThat(List.of(part.width(), part.height(), part.cut(List.of(whole)).get(0).width())).containsExactly(16, 14, 16);
		final float[] ones = new float[16 * 14];
		Arrays.fill(ones, 1);
		final float[] pasted = part.paste(List.of(whole), 0, Volume.plane(16, 14, ones)).plane(0, 0);
		for (int y = 0; y < 16; y++)
			for (int x = 0; x < 20; x++) assertThat(pasted[y * 20 + x] == 1).as("%d, %d", x, y).isEqualTo(image.getRoi().contains(x, y));
		assertThat(whole.plane(0, 0)).containsOnly(0);
		image.setRoi(new Roi(100, 100, 3, 3));
		assertThatThrownBy(() -> SelectedPart.of(image, 4)).hasMessageContaining("selection of source");
		image.deleteRoi();
		assertThat(SelectedPart.of(image, 4).cut(List.of(whole))).containsExactly(whole);
	}
}
