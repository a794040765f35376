package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;

/** Sorted activations of two networks in one plot. */
class ActivationPlotsTest {

	private static Map<String, double[]> activations() {
		final Map<String, double[]> sorted = new LinkedHashMap<>();
		sorted.put("lambda 0", new double[] { 3, 2, 1, 1 });
		sorted.put("lambda 1", new double[] { 5, 0.5, 0, 0 });
		return sorted;
	}

	@Test
	void eachNetworkHasALineAColourAndAnEntryInTheLegend() {
		final Plot plot = ActivationPlots.sorted("a", activations());
		assertThat(plot.getTitle()).isEqualTo("a");
		assertThat(plot.getPlotObjectLabel(0)).isEqualTo("lambda 0");
		assertThat(plot.getPlotObjectLabel(1)).isEqualTo("lambda 1");
		assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(1, 2, 3, 4);
		assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(3, 2, 1, 1);
		assertThat(plot.getDataObjectArrays(1)[1]).containsExactly(5, 0.5f, 0, 0);
		assertThat(plot.getPlotObjectStyle(0)).isNotEqualTo(plot.getPlotObjectStyle(1));
	}
}
