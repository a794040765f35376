package io.github.sparsej.imagej.atoms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.restore.ReconstructedPatches;

/** Pictures of atoms and patches, pixel by pixel. */
class MosaicTest {

	/** Three atoms of 2 x 1 px: (0.8, -0.6), (0, 1), (-0.8, 0.6). */
	private static final Dictionary ATOMS = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 3, new float[] { 4, -3, 0, 2, -4, 3 });
	private static final PatchShape PAIR = new PatchShape(2, 1, 1, 1);

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 10, 4, 3", "5, 0, 10, 5, 2", "0, 2, 11, 6, 2", "9, 2, 100, 9, 2", "0, 0, 1, 1, 1", "4, 0, 10, 4, 3" })
	void whatIsZeroHoldsAllTiles(final int columns, final int rows, final int tiles, final int wide, final int high) {
		assertThat(MosaicLayout.of(columns, rows, tiles)).isEqualTo(new MosaicLayout(wide, high, false));
		assertThatThrownBy(() -> new MosaicLayout(0, 1, false)).hasMessageContaining("got 0 x 1");
	}

	@Test
	void atomsStandRowByRowDividedByTheirLargestValueInWhiteBorders() {
		final ImagePlus mosaic = AtomMosaic.of("m", ATOMS, new Calibration());
		assertThat(new int[] { mosaic.getWidth(), mosaic.getHeight() }).containsExactly(7, 5);
		assertThat(pixels(mosaic)).containsExactly(new float[] {
			1, 1, 1, 1, 1, 1, 1,
			1, 1, -0.75f, 1, 0, 1, 1,
			1, 1, 1, 1, 1, 1, 1,
			1, -1, 0.75f, 1, 1, 1, 1,
			1, 1, 1, 1, 1, 1, 1 }, within(1e-6f));
		assertThat(new double[] { mosaic.getDisplayRangeMin(), mosaic.getDisplayRangeMax() }).containsExactly(-1, 1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void bordersAreWhiteAndZeroIsGreyWhicheverEndIsDark(final boolean positiveDark) {
		final ImagePlus mosaic = AtomMosaic.of("m", ATOMS, new int[] { 1, 0 }, new MosaicLayout(3, 1, positiveDark), new Calibration());
		final int[] shown = mosaic.getProcessor().convertToRGB().getPixels() instanceof int[] rgb ? rgb : null;
		final int width = 10;
		assertThat(new Color(shown[0])).isEqualTo(Color.WHITE);
		assertThat(new Color(shown[width + 1]).getRed()).as("pixel 0").isBetween(126, 129);
		assertThat(new Color(shown[width + 2])).as("pixel 1").isEqualTo(positiveDark ? Color.BLACK : Color.WHITE);
		assertThat(new Color(shown[width + 8])).as("an empty place").isEqualTo(Color.WHITE);
		assertThat(mosaic.isInvertedLut()).isEqualTo(positiveDark);
	}

	@Test
	void channelsAndDepthAreChannelsAndSlicesWithAnyLut() {
		final PatchShape shape = new PatchShape(1, 1, 2, 3);
		final Dictionary one = Dictionary.normalized(shape, 1, new float[] { 1, 2, 3, 4, 5, 6 });
		final ImagePlus mosaic = AtomMosaic.of("m", one, new int[] { 0 }, new MosaicLayout(1, 1, true), new Calibration());
		assertThat(new int[] { mosaic.getNChannels(), mosaic.getNSlices() }).containsExactly(3, 2);
		for (int c = 1; c <= 3; c++)
			for (int z = 1; z <= 2; z++) {
				assertThat(mosaic.getStack().getVoxel(1, 1, mosaic.getStackIndex(c, z, 1) - 1)).isCloseTo(((c - 1) * 2 + z) / 6.0, within(1e-6));
				mosaic.setPosition(c, z, 1);
				final ImageProcessor seen = mosaic.flatten().getProcessor();
				assertThat(new Color(seen.getPixel(0, 0))).as("border of channel %d slice %d", c, z).isEqualTo(Color.WHITE);
				assertThat(new Color(seen.getPixel(1, 1)).getRed()).as("channel %d slice %d", c, z).isLessThan(127).isEqualTo(new Color(seen.getPixel(1, 1)).getBlue());
			}
	}

	@Test
	void aMosaicTooLargeForAnImageIsRefused() {
		assertThatThrownBy(() -> AtomMosaic.of("m", ATOMS, new int[] { 0 }, new MosaicLayout(50000, 50000, false), new Calibration())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("50000 x 50000");
	}

	@Test
	void patchesKeepTheirValuesOnOneGreyScale() {
		final ImagePlus row = PatchMosaic.rows("r", PAIR, Signals.of(2, 2, new float[] { 1, -4, 2, 0 }), new Calibration());
		assertThat(pixels(row)).containsExactly(4, 4, 4, 4, 4, 4, 4, 4, 1, -4, 4, 2, 0, 4, 4, 4, 4, 4, 4, 4, 4);
		assertThat(new double[] { row.getDisplayRangeMin(), row.getDisplayRangeMax() }).containsExactly(-4, 4);
	}

	@ParameterizedTest
	@CsvSource({ "12, 12, 1", "13, 12, 2", "144, 12, 12", "400, 20, 20", "3, 3, 1" })
	void manyPatchesMakeSeveralRows(final int patches, final int columns, final int rows) {
		final ImagePlus image = PatchMosaic.rows("r", PAIR, Signals.zeros(patches, 2), new Calibration());
		assertThat(new int[] { image.getWidth(), image.getHeight() }).containsExactly(columns * 3 + 1, rows * 2 + 1);
		assertThat(image.getDisplayRangeMax()).as("of zeros").isEqualTo(1);
	}

	@Test
	void residualsHaveTheGreyScaleOfTheReconstructions() {
		final ReconstructedPatches patches = new ReconstructedPatches(Signals.of(1, 2, new float[] { 9, -1 }), null, Signals.of(1, 2, new float[] { 2, -3 }), Signals.of(1, 2, new float[] { 7, 2 }));
		final ImagePlus picture = PatchMosaic.residuals("r", PAIR, patches, new Calibration());
		assertThat(pixels(picture)).containsExactly(3, 3, 3, 3, 3, 9, -1, 3, 3, 3, 3, 3, 3, 2, -3, 3, 3, 3, 3, 3, 3, 7, 2, 3, 3, 3, 3, 3);
		assertThat(new double[] { picture.getDisplayRangeMin(), picture.getDisplayRangeMax() }).containsExactly(-3, 3);
	}
}
