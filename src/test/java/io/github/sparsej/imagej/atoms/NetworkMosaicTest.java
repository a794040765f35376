package io.github.sparsej.imagej.atoms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.autoencoder.NetworkDisplay;

/** Filters of a network as a colour picture. */
class NetworkMosaicTest {

	@Test
	void borderIsBlueAndTheRestGrey() {
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = 0.5;
		final ImagePlus picture = NetworkMosaic.of("T-filters", NetworkDisplay.of(new double[][] { { 0, 1, 0.5, 0.2 }, { 0, 7, 1, 0 } }, new NetworkDisplay.Options(1, 2, false, false)), calibration);
		assertThat(picture.getTitle()).isEqualTo("T-filters");
		assertThat(new int[] { picture.getWidth(), picture.getHeight(), picture.getBitDepth() }).containsExactly(4, 7, 24);
		assertThat(picture.getCalibration().pixelWidth).isEqualTo(0.5);
		assertThat(picture.getPixel(2, 0)).startsWith(0, 0, 255);
		assertThat(picture.getPixel(1, 1)).startsWith(0, 0, 0);
		assertThat(picture.getPixel(2, 1)).startsWith(255, 255, 255);
		assertThat(picture.getPixel(1, 2)).startsWith(128, 128, 128);
		assertThat(picture.getPixel(2, 2)).startsWith(51, 51, 51);
		assertThat(picture.getPixel(2, 4)).as("above 1").startsWith(255, 255, 255);
	}
}
