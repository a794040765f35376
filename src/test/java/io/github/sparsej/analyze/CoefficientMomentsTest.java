package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class CoefficientMomentsTest {

	/** Of atom 0: 3, 0, -1, 0; of atom 1: 0, 2, 2, 2; atom 2 is never used; of atom 3: 1, 1, 1, 1. */
	private static final SparseCodes CODES = codes();

	private static SparseCodes codes() {
		final StopReason[] reasons = new StopReason[4];
		Arrays.fill(reasons, StopReason.MAX_NONZEROS);
		return SparseCodes.of(4, new int[] { 0, 2, 4, 7, 9 }, new int[] { 0, 3, 1, 3, 0, 1, 3, 1, 3 }, new float[] { 3, 1, 2, 1, -1, 2, 1, 2, 1 }, reasons);
	}

	/** Moments of coefficients written out, zeros and all. */
	private static double kurtosis(final double... values) {
		final double mean = Arrays.stream(values).average().getAsDouble();
		final double second = Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).average().getAsDouble(), fourth = Arrays.stream(values).map(v -> Math.pow(v - mean, 4)).average().getAsDouble();
		return fourth / (second * second) - 3;
	}

	@Test
	void meanSquaresAreOverAllSignals() {
		assertThat(CoefficientMoments.of(CODES).meanSquares()).containsExactly(new double[] { 10 / 4.0, 12 / 4.0, 0, 1 }, within(1e-12));
	}

	@Test
	void kurtosisCountsTheZeros() {
		final double[] kurtosis = CoefficientMoments.of(CODES).kurtosis();
		assertThat(kurtosis[0]).isCloseTo(kurtosis(3, 0, -1, 0), within(1e-12));
		assertThat(kurtosis[1]).isCloseTo(kurtosis(0, 2, 2, 2), within(1e-12));
		assertThat(kurtosis[2]).as("never used").isNaN();
		assertThat(kurtosis[3]).as("always the same").isNaN();
	}

	@Test
	void codesOfNoSignalAreRefused() {
		assertThatThrownBy(() -> CoefficientMoments.of(SparseCodes.of(2, new int[] { 0 }, new int[0], new float[0], new StopReason[0]))).hasMessageContaining("at least 1 signal");
	}
}
