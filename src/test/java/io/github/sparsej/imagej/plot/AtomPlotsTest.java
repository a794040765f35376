package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;

import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.QuantileFunctions;

/** Plots of all atoms: which data they hold and what of them is seen. */
class AtomPlotsTest {

	private static float[] y(final Plot plot, final int data) {
		return plot.getDataObjectArrays(data)[1];
	}

	@Test
	void quantileFunctionsHaveGapsBetweenThemAndTheirMean() {
		final Plot plot = AtomCurves.quantiles("q", new QuantileFunctions(2, 3, 3, new double[] { 0, 0.8, 1, 0, 0.9, 1 }));
		assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(0, 0.5f, 1, Float.NaN, 0, 0.5f, 1, Float.NaN);
		assertThat(y(plot, 0)).containsExactly(0, 0.8f, 1, Float.NaN, 0, 0.9f, 1, Float.NaN);
		assertThat(y(plot, 1)).containsExactly(new float[] { 0, 0.85f, 1 }, within(1e-6f));
		plot.getImagePlus();
		assertThat(plot.getLimits()).containsExactly(new double[] { 0, 1, 1 - 1.5 * 0.15, 1.001 }, within(1e-6));
	}

	@Test
	void quantileFunctionsOfLargeUseAreSeenWhole() {
		final Plot plot = AtomCurves.quantiles("q", QuantileFunctions.identity(2, 4, 3));
		plot.getImagePlus();
		assertThat(plot.getLimits()[2]).isZero();
	}

	@Test
	void theUseThatOlsHasLearnedIsThatOfItsQuantileFunctions() {
		final QuantileFunctions functions = new QuantileFunctions(2, 3, 3, new double[] { 0, 0.8, 1, 0, 0.9, 1 });
		final double[] activity = { 1.5, 2.5 }, gains = { 1, 1 };
		assertThat(LearnedUse.learned(new HomeostasisState("OLS", activity, gains, functions, false))).containsExactly(new double[] { 0.2, 0.1 }, within(1e-12));
		assertThat(LearnedUse.learned(new HomeostasisState("OLS", activity, gains))).containsExactly(activity);
		assertThat(LearnedUse.learned(new HomeostasisState("HAP", activity, gains, functions, false))).containsExactly(activity);
	}

	@Test
	void recordsAreALineAnAtom() {
		final Plot plot = AtomCurves.record("r", new AtomRecord(AtomRecord.KURTOSIS, List.of(1, 33), List.of(List.of(1.0, 2.0, Double.NaN), List.of(3.0, 6.0, 0.0))));
		assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(1, 33, Float.NaN, 1, 33, Float.NaN, 1, 33, Float.NaN);
		assertThat(y(plot, 0)).containsExactly(1, 3, Float.NaN, 2, 6, Float.NaN, Float.NaN, 0, Float.NaN);
		assertThat(y(plot, 1)).as("mean of the known ones").containsExactly(1.5f, 3);
		assertThat(plot.getLabel('y')).isEqualTo("Kurtosis");
		assertThat(plot.getImagePlus().getWidth()).isPositive();
		assertThatThrownBy(() -> AtomCurves.record("r", new AtomRecord(AtomRecord.KURTOSIS, List.of(), List.of()))).hasMessageContaining("at least 1 record");
	}

	@Test
	void activationIsByRisingUseWithALineAtTheMean() {
		final Plot plot = AtomPlots.activation("a", new double[] { 15, 2, 13 });
		for (int data = 0; data < 2; data++) {
			assertThat(plot.getDataObjectArrays(data)[0]).containsExactly(1, 2, 3);
			assertThat(y(plot, data)).containsExactly(0.2f, 1.3f, 1.5f);
		}
		assertThat(plot.getNumPlotObjects()).as("bars, dots and the dashed line").isEqualTo(3);
	}

	@Test
	void useIsInPercentAndHistogramsHaveNineteenBins() {
		assertThat(y(AtomPlots.use("u", new int[] { 5, 10 }, 20), 0)).containsExactly(25, 50);
		assertThat(y(AtomPlots.variance("v", new double[] { 6, 2 }), 0)).as("relative to the mean").containsExactly(1.5f, 0.5f);
		for (final Plot plot : List.of(AtomPlots.useHistogram("h", new int[] { 0, 19, 19, 10 }), AtomPlots.varianceHistogram("h", new double[] { 0, 19, 19, 10 }))) {
			final float[] counts = new float[19];
			counts[0] = 1;
			counts[10] = 1;
			counts[18] = 2;
			assertThat(y(plot, 0)).isEqualTo(counts);
			assertThat(plot.getDataObjectArrays(0)[0]).startsWith(0.5f, 1.5f).endsWith(18.5f);
		}
	}

	@Test
	void placesAreCountedOnAnAxisThatFairUseDoesNotFill() {
		assertThat(y(AtomPlots.placed("p", new double[] { 9, 10, 11 }), 0)).containsExactly(9, 10, 11);
		assertThat(AtomPlots.placed("p", new double[] { 9, 10, 11 }).getLimits()).containsExactly(new double[] { 0.5, 3.5, 0, 14 }, within(1e-9));
		assertThat(AtomPlots.placed("p", new double[] { 0, 10, 20 }).getLimits()).containsExactly(new double[] { 0.5, 3.5, 0, 21 }, within(1e-9));
		assertThat(AtomPlots.placed("p", new double[3]).getLimits()[3]).isEqualTo(1);
	}

	@Test
	void nothingUsedIsDrawn() {
		final Plot plot = AtomPlots.activation("a", new double[3]);
		plot.getImagePlus();
		assertThat(plot.getLimits()).containsExactly(new double[] { 0.5, 3.5, 0, 1 }, within(1e-9));
	}
}
