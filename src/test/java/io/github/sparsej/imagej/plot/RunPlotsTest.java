package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;

import io.github.sparsej.model.LearningCurve;

/** Plots of runs: which data they hold, under which names and colours. */
class RunPlotsTest {

	private static final List<NamedCurve> CURVES = List.of(curve("None", 4.0, 3.0, 2.0), curve("HEH", 4.0, 2.0, 1.0), curve("None", 6.0, 5.0));

	private static NamedCurve curve(final String group, final Double... values) {
		return new NamedCurve(group, new LearningCurve("F", List.of(1, 33, 65).subList(0, values.length), List.of(values)));
	}

	private static List<String> labels(final Plot plot) {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < plot.getNumPlotObjects(); i++) labels.add(plot.getPlotObjectLabel(i));
		return labels;
	}

	private static String color(final Plot plot, final int object) {
		return plot.getPlotObjectStyle(object).split(",")[0];
	}

	@Test
	void runsOfAGroupShareAColourAndAnEntryInTheLegend() {
		final Plot plot = RunPlots.curves("c", "F (bits)", CURVES);
		assertThat(labels(plot)).containsExactly("None", null, "HEH");
		assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(1, 33, 65);
		assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(4, 3, 2);
		assertThat(plot.getDataObjectArrays(1)[1]).containsExactly(6, 5);
		assertThat(color(plot, 0)).isEqualTo(color(plot, 1)).isNotEqualTo(color(plot, 2));
		assertThat(plot.getLabel('x')).isEqualTo("Step");
		assertThat(plot.getLabel('y')).isEqualTo("F (bits)");
		assertThat(plot.getLimits()[2]).isLessThanOrEqualTo(1);
		assertThat(plot.getLimits()[3]).isGreaterThanOrEqualTo(6);
	}

	@Test
	void meansHaveTheirDeviationBelowAndAbove() {
		final Plot plot = RunPlots.meanAndSpread("m", "F", CURVES);
		assertThat(labels(plot)).as("a single run has no spread").containsExactly(null, null, "None", "HEH");
		assertThat(plot.getDataObjectArrays(2)[1]).as("mean of those that have the step").containsExactly(5, 4, 2);
		assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(4, 3, 2);
		assertThat(plot.getDataObjectArrays(1)[1]).containsExactly(6, 5, 2);
		assertThat(plot.getDataObjectArrays(3)[1]).containsExactly(4, 2, 1);
	}

	@Test
	void aScanIsSortedAndLogarithmicWithBarsWhereThereAreSeveralRuns() {
		final List<ScanPoint> points = List.of(new ScanPoint("None", 0.01, 3), new ScanPoint("None", 0.001, 1), new ScanPoint("None", 0.01, 5), new ScanPoint("HEH", 0.1, 2));
		final Plot plot = RunPlots.scan("s", "eta", "F", points);
		assertThat(plot.getDataObjectArrays(0)[0]).containsExactly(0.001f, 0.01f);
		assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(1, 4);
		assertThat(Arrays.asList(plot.getDataObjectArrays(0))).as("deviations").anySatisfy(bars -> assertThat(bars).containsExactly(0, 1));
		assertThat(plot.getDataObjectArrays(1)[1]).containsExactly(2);
		assertThat(labels(plot)).containsExactly("None", "HEH");
		plot.getImagePlus();
		assertThat(plot.getLimits()[0]).isCloseTo(0.001 / 1.2, within(1e-6));
		final double[] limits = plot.getLimits();
		assertThat(plot.scaleXtoPxl(Math.sqrt(limits[0] * limits[1]))).as("half way on a logarithmic axis").isCloseTo((plot.scaleXtoPxl(limits[0]) + plot.scaleXtoPxl(limits[1])) / 2, within(1.5));
	}

	@Test
	void parametersOfZeroAreOnAnEvenAxis() {
		final Plot plot = RunPlots.scan("s", "betaone", "F", List.of(new ScanPoint("None", 0, 3), new ScanPoint("None", 10, 1)));
		plot.getImagePlus();
		assertThat(plot.getLimits()).startsWith(new double[] { -0.5, 10.5 }, within(1e-9));
	}

	@Test
	void aMethodHasItsColourInEveryPlot() {
		final Plot both = RunPlots.curves("c", "F", List.of(curve("HEH", 1.0, 2.0), curve("OLS", 1.0, 2.0)));
		final Plot strength = RunPlots.curves("c", "F", List.of(curve("OLS@2.5", 1.0, 2.0), curve("OLS", 1.0, 2.0), curve("HEH", 1.0, 2.0)));
		assertThat(color(strength, 2)).isEqualTo(color(both, 0));
		assertThat(color(strength, 0)).isEqualTo(color(both, 1)).isNotEqualTo(color(strength, 1));
	}

	@Test
	void linesStayOffTheFrameAndTheLegendHasRoom() {
		final Plot falling = RunPlots.curves("c", "F", List.of(curve("None", 4.0, 1.0, 0.0)));
		assertThat(falling.getLimits()).as("free at the top right").containsExactly(new double[] { 1, 65, -0.16, 4.16 }, within(1e-6));
		final Plot everywhere = RunPlots.curves("c", "F", List.of(curve("None", 4.0, 4.0, 4.0), curve("HEH", 0.0, 0.0, 0.0)));
		assertThat(everywhere.getLimits()[2]).isCloseTo(-0.16, within(1e-6));
		assertThat(everywhere.getLimits()[3]).isGreaterThan(4.5);
	}

	@Test
	void noRunIsRefused() {
		assertThatThrownBy(() -> RunPlots.curves("c", "F", List.of())).hasMessageContaining("at least 1 run");
		assertThatThrownBy(() -> RunPlots.scan("c", "eta", "F", List.of())).hasMessageContaining("at least 1 run");
	}
}
