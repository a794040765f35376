package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;

import io.github.sparsej.model.LearningCurve;

class AutoencoderPlotsTest {

	private static LearningCurve curve(final String quantity, final Double... values) {
		return LearningCurve.everyStep(quantity, List.of(values));
	}

	@Test
	void curvesOfOneQuantityShareAPlotAndOthersHaveTheirOwn() {
		final List<Plot> plots = AutoencoderPlots.curves("T", List.of(curve("cost", 3.0, 2.0), curve("mean error (batch)", 5.0, 4.0), curve("mean error (all signals)", 6.0, 3.0), curve("nothing")));
		assertThat(plots).extracting(Plot::getTitle).containsExactly("T-cost", "T-mean-error");
		assertThat(plots.get(0).getDataObjectArrays(0)[1]).containsExactly(3, 2);
		assertThat(plots.get(1).getDataObjectArrays(0)[1]).containsExactly(5, 4);
		assertThat(plots.get(1).getDataObjectArrays(1)[1]).containsExactly(6, 3);
		assertThat(plots.get(1).getPlotObjectLabel(0)).isEqualTo("batch");
		assertThat(plots.get(1).getPlotObjectLabel(1)).isEqualTo("all signals");
	}

	@Test
	void valuesThatFallByMuchAreShownOnALogarithmicAxis() {
		final Plot plot = AutoencoderPlots.curves("T", List.of(curve("cost", 30.0, 2.0, 0.5))).get(0);
		plot.getImagePlus(); // draws it
		assertThat(plot.getLimits()[3]).isGreaterThan(30);
		assertThat(plot.scaleYtoPxl(3.87)).as("the geometric mean is in the middle").isBetween(plot.getDrawingFrame().y + plot.getDrawingFrame().height / 2.0 - 3, plot.getDrawingFrame().y + plot.getDrawingFrame().height / 2.0 + 3);
	}
}
