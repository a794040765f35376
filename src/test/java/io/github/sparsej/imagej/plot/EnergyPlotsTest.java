package io.github.sparsej.imagej.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Plot;

import io.github.sparsej.autoencoder.energy.EnergyLearner;
import io.github.sparsej.autoencoder.energy.EnergyOptions;
import io.github.sparsej.autoencoder.energy.EnergyResult;
import io.github.sparsej.autoencoder.energy.EnergyVariant;
import io.github.sparsej.autoencoder.energy.UnitMeasures;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

class EnergyPlotsTest {

	private static EnergyResult learn(final Progress progress) {
		final SplittableRandom random = new SplittableRandom(1);
		final double[][] signals = new double[60][9];
		for (final double[] signal : signals) for (int j = 0; j < 9; j++) signal[j] = random.nextGaussian();
		return new EnergyLearner(new EnergyOptions(12, 10, 10, 4, 1e-3, 200, EnergyVariant.CORRECT, 1), Parallel.SERIAL).learnWithCodes(signals, progress);
	}

	private static float[][] data(final Plot plot, final int series) {
		return plot.getDataObjectArrays(series);
	}

	@Test
	void stepsAreSeriesOfAllTheirIterations() {
		final EnergyResult result = learn(Progress.NONE);
		final Plot plot = EnergyPlots.steps("steps", result).orElseThrow();
		for (int series = 0; series < 3; series++) {
			final float[][] data = data(plot, series);
			final double[] expected = result.autoencoder().curves().get(series).values().stream().mapToDouble(value -> value).toArray();
			assertThat(data[0][0]).isEqualTo(1);
			assertThat(data[1]).hasSize(expected.length);
			for (int i = 0; i < expected.length; i++) assertThat((double) data[1][i]).isCloseTo(expected[i], within(1e-6 * expected[i]));
		}
	}

	@Test
	void objectivesLieInThirdsOfIterations() {
		final EnergyResult result = learn(Progress.NONE);
		final Plot plot = EnergyPlots.convergence("convergence", result).orElseThrow();
		assertThat(data(plot, 0)[0]).usingComparatorWithPrecision(1e-6f).containsExactly(1 / 3f, 4 / 3f, 7 / 3f, 10 / 3f);
		assertThat(data(plot, 1)[0][0]).isEqualTo(2 / 3f);
		assertThat(data(plot, 2)[0]).containsExactly(1, 2, 3, 4);
		assertThat(data(plot, 1)[1][3]).isEqualTo((float) result.iterations().get(3).afterDecoder());
		assertThat(plot.getLimits()[0]).isZero();
	}

	@Test
	void normsAndCosinesRise() {
		final UnitMeasures units = new UnitMeasures(learn(Progress.NONE).autoencoder().network());
		final Plot norms = EnergyPlots.norms("norms", units);
		assertThat(data(norms, 0)[1]).hasSize(12).isSorted();
		assertThat(data(norms, 1)[1]).hasSize(9).isSorted();
		assertThat(data(norms, 1)[0][8]).isEqualTo(100);
		assertThat(data(norms, 2)[1]).hasSize(12).isSorted();
		assertThat(data(EnergyPlots.agreement("agreement", units), 0)[1]).hasSize(12).isSorted();
	}

	@Test
	void codesAreWhiteWhereTheyAreNotZero() {
		final EnergyResult result = learn(Progress.NONE);
		final ImagePlus picture = EnergyPlots.sparsity("sparsity", result.codes());
		for (int x = 0; x < 60; x++) for (int y = 0; y < 12; y++) assertThat(picture.getProcessor().get(x, y)).isEqualTo(result.codes().dense(x)[y] != 0 ? 255 : 0);
	}

	@Test
	void nothingIsPlottedOfWhatWasNotRecorded() {
		assertThat(EnergyPlots.all("image", learn((fraction, what) -> false))).extracting(Plot::getTitle).containsExactly("image-norms", "image-encoder-and-atoms");
	}
}
