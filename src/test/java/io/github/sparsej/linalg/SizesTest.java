package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Progress;

/** What transforms, decompositions and loops refuse, naming the sizes. */
class SizesTest {

	private static void refused(final ThrowingCallable call, final String said) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(said);
	}

	@Test
	void matricesHaveAllTheirValues() {
		for (final int[] size : new int[][] { { 0, 2, 0 }, { 2, 0, 0 }, { 2, 3, 5 } }) refused(() -> Svd.of(size[0], size[1], new double[size[2]]), "a matrix of " + size[0] + " x " + size[1] + " cannot have " + size[2] + " values");
		for (final double bad : new double[] { Double.NaN, Double.POSITIVE_INFINITY }) refused(() -> Svd.of(1, 2, new double[] { 1, bad }), "holds " + bad);
		refused(() -> SymmetricEigen.of(0, new double[0]), "0 rows");
		refused(() -> SymmetricEigen.of(2, new double[3]), "got 3 values");
		refused(() -> SymmetricEigen.ofParts(new double[0], new double[0]), "0 eigenvalues");
		refused(() -> SymmetricEigen.ofParts(new double[2], new double[3]), "2 eigenvalues");
	}

	@Test
	void spectraAreOfImagesOfOneSize() {
		for (final int[] size : new int[][] { { 0, 1 }, { 1, 0 }, { 1 << 16, 1 << 16 } }) refused(() -> RealFft2d.of(size[0], size[1]), "no transform of images of " + size[0] + " x " + size[1]);
		final Spectrum spectrum = RealFft2d.of(4, 3).forward(new float[12]);
		refused(() -> RealFft2d.of(4, 3).forward(new float[11]), "11");
		refused(() -> RealFft2d.of(5, 3).inverse(spectrum), "a spectrum of 4 x 3 pixels is not one of 5 x 3");
		refused(() -> RealFft2d.of(4, 2).inverse(spectrum), "a spectrum of 4 x 3 pixels is not one of 4 x 2");
		refused(() -> spectrum.multiply(FrequencyResponse.radial(3, 3, f -> 1)), "3 x 3 pixels does not fit 4 x 3");
		refused(() -> spectrum.multiply(FrequencyResponse.radial(4, 4, f -> 1)), "4 x 4 pixels does not fit 4 x 3");
		refused(() -> FrequencyResponse.ofKernel(4, 3, 1, new double[8]), "a kernel of radius 1 has 9 weights, got 8");
	}

	@Test
	void loopsHaveThreadsAndChunks() {
		refused(() -> Parallel.of(0), "threads must be at least 1, got 0");
		refused(() -> Parallel.SERIAL.forChunks(3, 0, (begin, end) -> {}), "at least 1 item, got 0");
		refused(() -> new Adam(0, 2, 0.9, 0.99, 1e-8), "0 x 2");
		refused(() -> new Adam(2, 0, 0.9, 0.99, 1e-8), "2 x 0");
	}

	/** An error in a piece of work is not taken for an exception, and comes out as it went in. */
	@Test
	void anErrorComesOutOfALoopAsItIs() {
		for (final int threads : new int[] { 1, 3 })
			assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> Parallel.of(threads).forChunks(9, 1, (begin, end) -> {
				if (begin == 4) throw new OutOfMemoryError("no room for 5");
			})).withMessage("no room for 5");
	}

	/** A listener that fails ends the loop, and what it said is not lost. */
	@Test
	void aListenerThatFailsEndsTheLoop() {
		final Progress broken = (fraction, what) -> {
			throw new IllegalStateException("window is gone");
		};
		for (final int threads : new int[] { 1, 3 }) assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> Parallel.of(threads).forChunks(1000, 1, broken, "Counting", (begin, end) -> {})).withMessage("window is gone");
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}
}
