package io.github.sparsej.autoencoder.error;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.PatchShape;

class TangentVectorsTest {

	private static final PatchShape SHAPE = new PatchShape(9, 7, 2, 2);

	/** What a patch shows, moved by (dx, dy), turned by an angle and scaled about its centre; another picture in each slice and channel. */
	private static double[] picture(final double dx, final double dy, final double angle, final double scale) {
		final double[] values = new double[SHAPE.length()];
		for (int i = 0; i < values.length; i++) {
			final double u = i % 9 - 4, v = i / 9 % 7 - 3, plane = i / 63;
			final double x = scale * (u * Math.cos(angle) - v * Math.sin(angle)) + dx, y = scale * (u * Math.sin(angle) + v * Math.cos(angle)) + dy;
			// Of second order in x and in y: central differences are exact.
			values[i] = 0.3 * x + 0.2 * y + (0.05 + plane) * x * y - 0.1 * x * x + 0.04 * (plane + 1) * y * y;
		}
		return values;
	}

	private static double[][] tangents(final double[] picture) {
		final double[][] patches = new double[picture.length][1];
		for (int i = 0; i < picture.length; i++) patches[i][0] = picture[i];
		final double[][][] blocks = new double[TangentVectors.COUNT][picture.length][1];
		new TangentVectors(SHAPE).of(patches, 1, blocks);
		final double[][] tangents = new double[TangentVectors.COUNT][picture.length];
		for (int k = 0; k < tangents.length; k++) for (int i = 0; i < picture.length; i++) tangents[k][i] = blocks[k][i][0];
		return tangents;
	}

	@Test
	void eachTangentIsTheDerivativeOfWhatThePatchShows() {
		final double step = 1e-5, radius = Math.sqrt((80 + 48) / 12.0);
		final double[][] tangents = tangents(picture(0, 0, 0, 1));
		assertDerivative(tangents[0], picture(step, 0, 0, 1), picture(-step, 0, 0, 1), 2 * step);
		assertDerivative(tangents[1], picture(0, step, 0, 1), picture(0, -step, 0, 1), 2 * step);
		assertDerivative(tangents[2], picture(0, 0, step / radius, 1), picture(0, 0, -step / radius, 1), 2 * step);
		assertDerivative(tangents[3], picture(0, 0, 0, 1 + step / radius), picture(0, 0, 0, 1 - step / radius), 2 * step);
	}

	private static void assertDerivative(final double[] tangent, final double[] above, final double[] below, final double step) {
		for (int i = 0; i < tangent.length; i++) {
			final int x = i % 9, y = i / 9 % 7;
			if (x > 0 && x < 8 && y > 0 && y < 6) assertThat(tangent[i]).as("value %d", i).isCloseTo((above[i] - below[i]) / step, within(1e-6));
		}
	}

	@Test
	void atBordersDifferencesAreOneSided() {
		final double[] picture = picture(0, 0, 0, 1);
		final double[][] tangents = tangents(picture);
		assertThat(tangents[0][9]).isEqualTo(picture[10] - picture[9]);
		assertThat(tangents[0][17]).isEqualTo(picture[17] - picture[16]);
		assertThat(tangents[1][3]).isEqualTo(picture[12] - picture[3]);
		assertThat(tangents[1][126 + 54]).as("last row of the third plane").isEqualTo(picture[126 + 54] - picture[126 + 45]);
	}

	@Test
	void aTurnAndAScaleMovePixelsByOneOnAverage() {
		double moved = 0;
		final double[] ramp = new double[SHAPE.length()];
		for (int i = 0; i < ramp.length; i++) ramp[i] = i % 9;
		for (final double change : tangents(ramp)[2]) moved += change * change / ramp.length;
		for (int i = 0; i < ramp.length; i++) ramp[i] = i / 9 % 7;
		for (final double change : tangents(ramp)[2]) moved += change * change / ramp.length;
		assertThat(moved).isCloseTo(1, within(1e-12));
	}

	@Test
	void aRowOfPixelsCannotMoveAcross() {
		final double[][][] tangents = new double[TangentVectors.COUNT][4][1];
		new TangentVectors(new PatchShape(4, 1, 1, 1)).of(new double[][] { { 1 }, { 2 }, { 4 }, { 8 } }, 1, tangents);
		assertClose(new double[] { tangents[0][0][0], tangents[0][1][0], tangents[0][2][0], tangents[0][3][0] }, new double[] { 1, 1.5, 3, 4 }, 0);
		for (int i = 0; i < 4; i++) assertThat(tangents[1][i][0]).isZero();
		for (int i = 0; i < 4; i++) assertThat(tangents[2][i][0]).isZero();
	}
}
