package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.testing.DenseCodes;
import io.github.sparsej.testing.Npy;

class CodingStatisticsTest {

	private static final Offset<Double> FLOAT32 = within(1e-6);
	private static final Dictionary AXES = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 0, 0, 1 });

	/** The third golden batch and its codes, in the dictionary after it: numpy 1.24 gave the values in float64. */
	@Test
	void agreesWithNumpy() {
		final float[] batches = Npy.golden("shl_small/batches_3x128x64_f32.npy").floats();
		final Signals signals = Signals.of(128, 64, Arrays.copyOfRange(batches, 2 * 128 * 64, 3 * 128 * 64));
		final Dictionary dictionary = Dictionary.normalized(PatchShape.square(8), 64, Npy.golden("shl_small/HAP_dictionary_iter3.npy").floats());
		final CodingStatistics s = CodingStatistics.of(signals, DenseCodes.of(64, Npy.golden("shl_small/HAP_code_iter3.npy").values()), dictionary, Parallel.of(2));
		assertThat(s.signalSize().median()).isCloseTo(0.18404925235299194, FLOAT32);
		assertThat(s.signalSize().mean()).isCloseTo(0.23769302432856723, FLOAT32);
		assertThat(s.signalSize().deviation()).isCloseTo(0.1897477240657716, FLOAT32);
		assertThat(s.residualSize().median()).isCloseTo(0.16206516969822665, FLOAT32);
		assertThat(s.residualSize().mean()).isCloseTo(0.20075232505070517, FLOAT32);
		assertThat(s.residualSize().deviation()).isCloseTo(0.15986723849764092, FLOAT32);
		assertThat(s.codingGain()).isCloseTo(1.1827652093209637, FLOAT32);
		assertThat(s.relativeResidual()).isCloseTo(0.8437848010789082, FLOAT32);
		assertThat(s.rmse()).isCloseTo(1.1657873018916027, FLOAT32);
		assertThat(s.density()).isEqualTo(0.0936279296875);
		assertThat(s.coefficientMean()).isCloseTo(0.03648069266322798, FLOAT32);
		assertThat(s.coefficientDeviation()).isCloseTo(0.15513922018550616, FLOAT32);
		assertThat(s.activityKurtosis()).isCloseTo(0.07503940451672664, within(1e-5));
	}

	@Test
	void signalsOfZerosAndExactCodesAreDefined() {
		final Signals signals = Signals.of(2, 2, new float[] { 0, 0, 6, 8 });
		final CodingStatistics half = CodingStatistics.of(signals, DenseCodes.of(2, 0, 0, 3, 4), AXES, Parallel.SERIAL);
		assertThat(half.codingGain()).isEqualTo(2);
		assertThat(half.relativeResidual()).isEqualTo(0.5);
		assertThat(half.rmse()).as("sqrt((0 + 25 / 10) / 2)").isCloseTo(Math.sqrt(1.25), within(1e-12));
		assertThat(half.signalSize().median()).isCloseTo(5 / Math.sqrt(2), within(1e-12));
		assertThat(CodingStatistics.of(signals, DenseCodes.of(2, 0, 0, 6, 8), AXES, Parallel.SERIAL).codingGain()).isInfinite();
		final CodingStatistics nothing = CodingStatistics.of(Signals.zeros(1, 2), DenseCodes.of(2, 0, 0), AXES, Parallel.SERIAL);
		assertThat(nothing.codingGain()).isEqualTo(1);
		assertThat(nothing.relativeResidual()).isZero();
		assertThat(nothing.activityKurtosis()).isEqualTo(-3);
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThatThrownBy(() -> CodingStatistics.of(Signals.zeros(0, 2), DenseCodes.of(2), AXES, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1 signal");
		assertThatThrownBy(() -> CodingStatistics.of(Signals.zeros(3, 2), DenseCodes.of(2, 1, 1), AXES, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 signals").hasMessageContaining("got 1");
	}
}
