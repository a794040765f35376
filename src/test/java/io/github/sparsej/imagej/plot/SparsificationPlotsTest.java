package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;

import io.github.sparsej.analyze.sparsification.Sparsification;
import io.github.sparsej.analyze.sparsification.SparsificationHistory;
import io.github.sparsej.analyze.sparsification.SparsificationOptions;
import io.github.sparsej.analyze.sparsification.SparsificationRecord;
import io.github.sparsej.analyze.sparsification.SparsificationTheory;
import io.github.sparsej.model.Progress;

/** Plots of the dynamics of sparsification: which data they hold, under which names, on which axes. */
class SparsificationPlotsTest {

	private static final Sparsification SPARSIFICATION = new Sparsification(new SparsificationOptions(200, 1e-3, 0.5, 1));
	private static final SparsificationHistory HISTORY = SPARSIFICATION.run(Progress.NONE);
	private static final List<SparsificationRecord> SHOWN = HISTORY.records().subList(1, HISTORY.records().size());

	private static List<String> labels(final Plot plot) {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < plot.getNumPlotObjects(); i++) labels.add(plot.getPlotObjectLabel(i));
		return labels;
	}

	private static void assertLogarithmic(final Plot plot) {
		plot.getImagePlus();
		final double[] limits = plot.getLimits();
		assertThat(plot.scaleXtoPxl(Math.sqrt(limits[0] * limits[1]))).isCloseTo((plot.scaleXtoPxl(limits[0]) + plot.scaleXtoPxl(limits[1])) / 2, within(1.5));
		assertThat(plot.scaleYtoPxl(Math.sqrt(limits[2] * limits[3]))).isCloseTo((plot.scaleYtoPxl(limits[2]) + plot.scaleYtoPxl(limits[3])) / 2, within(1.5));
	}

	@Test
	void simulationAndTheoryAreInOnePlotOfTwoLogarithmicAxes() {
		for (final Plot plot : List.of(SparsificationPlots.weightsLeft("m", HISTORY).orElseThrow(), SparsificationPlots.oneNorm("o", HISTORY).orElseThrow())) {
			assertLogarithmic(plot);
			assertThat(labels(plot)).containsExactly("Theory", "Simulation");
			for (int data = 0; data < 2; data++) assertThat(plot.getDataObjectArrays(data)[0]).as("without time 0").hasSize(SHOWN.size()).startsWith(0.5f, 1f);
		}
		final float[] left = SparsificationPlots.weightsLeft("m", HISTORY).orElseThrow().getDataObjectArrays(1)[1], norm = SparsificationPlots.oneNorm("o", HISTORY).orElseThrow().getDataObjectArrays(1)[1];
		final float[] expected = SparsificationPlots.weightsLeft("m", HISTORY).orElseThrow().getDataObjectArrays(0)[1];
		for (int i = 0; i < SHOWN.size(); i++) {
			assertThat(left[i]).isEqualTo(SHOWN.get(i).weightsLeft());
			assertThat(norm[i]).isEqualTo((float) SHOWN.get(i).oneNorm());
			assertThat(expected[i]).isCloseTo((float) Math.max(1, Math.pow(1 / Math.sqrt(200) + 1e-3 * SHOWN.get(i).time(), -2)), within(1e-3f));
		}
	}

	@Test
	void weightsAreLinesThatEndWhereTheyFall() {
		final Plot plot = SparsificationPlots.weights("w", HISTORY).orElseThrow();
		assertLogarithmic(plot);
		assertThat(labels(plot)).containsExactly("Ranks 1, 2, 5, 10 ...", null, null, null, null, null, null, "Rest of the last (theory)", "Largest", "Median of those left");
		assertThat(plot.getDataObjectArrays(0)[1]).isEqualTo(plot.getDataObjectArrays(8)[1]).hasSize(SHOWN.size());
		assertThat(plot.getDataObjectArrays(6)[1]).as("rank 100").hasSize((int) SHOWN.stream().filter(record -> record.weightsLeft() >= 100).count());
		assertThat(plot.getDataObjectArrays(9)[1]).startsWith((float) SHOWN.get(0).median(), (float) SHOWN.get(1).median());
		assertThat(plot.getDataObjectArrays(7)[1]).containsOnly((float) SparsificationTheory.stationaryWeight(HISTORY.lambda()));
	}

	@Test
	void theFeatureBenefitIsBesideThePriceThatItBalances() {
		final Plot plot = SparsificationPlots.featureBenefit("f", HISTORY).orElseThrow();
		assertLogarithmic(plot);
		final float[] price = plot.getDataObjectArrays(0)[1], benefit = plot.getDataObjectArrays(1)[1];
		assertThat(price).hasSize(SHOWN.size());
		for (int i = 1; i <= 10; i++) assertThat(benefit[benefit.length - i]).isCloseTo(price[price.length - i], within(0.1f * price[price.length - i]));
	}

	@Test
	void theRelativeVarianceIsWithinTheLimitsOfTheFirstWeights() {
		final List<Plot> all = SparsificationPlots.all("s", HISTORY, SPARSIFICATION.firstWeights());
		final Plot plot = all.get(4);
		assertLogarithmic(plot);
		assertThat(all).extracting(Plot::getTitle).containsExactly("s-weights-left", "s-one-norm", "s-weights", "s-feature-benefit", "s-relative-variance");
		assertThat(labels(plot)).containsExactly("Limits of ideal weights", null, "Limits of the first weights", null, "Simulation");
		final float[][] low = plot.getDataObjectArrays(2), high = plot.getDataObjectArrays(3), simulated = plot.getDataObjectArrays(4);
		assertThat(simulated[0]).hasSize(HISTORY.records().size());
		int compared = 0;
		for (int i = 0; i < simulated[0].length; i++)
			for (int j = 0; j < low[0].length; j++)
				for (int k = 0; k < high[0].length; k++)
					if (low[0][j] == simulated[0][i] && high[0][k] == simulated[0][i]) {
						assertThat(simulated[1][i]).isBetween(low[1][j] * 0.9999f, high[1][k] * 1.0001f);
						compared++;
					}
		assertThat(compared).isGreaterThan(5);
	}
}
