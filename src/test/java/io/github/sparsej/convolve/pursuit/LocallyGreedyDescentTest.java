package io.github.sparsej.convolve.pursuit;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

class LocallyGreedyDescentTest {

	private static final PatchShape SHAPE = new PatchShape(5, 4, 1, 2);
	private static final Dictionary DICTIONARY = Examples.dictionary(3, SHAPE, 1);
	private static final double LAMBDA = 0.3;

	/** One rectangle, and several in both directions. */
	@ParameterizedTest
	@CsvSource({ "20,16,false", "20,16,true", "180,90,false", "180,90,true" })
	void meetsTheOptimalityConditions(final int width, final int height, final boolean nonnegative) {
		final Volume image = Examples.image(width, height, 2, 3);
		final CodedImage coded = descent(LAMBDA, nonnegative, false, Parallel.SERIAL).encode(image, Progress.NONE);
		assertThat(coded.stopReason()).isEqualTo(StopReason.CONVERGED);
		final double largest = LambdaMax.of(image, DICTIONARY, nonnegative, Parallel.SERIAL), lambda = LAMBDA * largest;
		final float[][][] correlations = new PlainPursuit(Rebuilt.residual(image, coded.atoms(), DICTIONARY), DICTIONARY, null).correlations;
		assertThat(PlainPursuit.largest(coded.residual(), DICTIONARY, nonnegative)).isLessThan(lambda + 1e-4 * largest);
		assertThat(coded.atoms().count()).isGreaterThan(10).isEqualTo(coded.atoms().merged().count());
		for (int i = 0; i < coded.atoms().count(); i++) {
			final PlacedAtoms code = coded.atoms();
			assertThat((double) correlations[code.atom(i)][code.y(i)][code.x(i)]).isCloseTo(Math.copySign(lambda, code.coefficient(i)), within(1e-4 * largest));
			if (nonnegative) assertThat(code.coefficient(i)).isPositive();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void reachesTheObjectiveOfIterativeShrinkage(final boolean nonnegative) {
		final Volume image = Examples.image(14, 12, 2, 4);
		final double lambda = LAMBDA * LambdaMax.of(image, DICTIONARY, nonnegative, Parallel.SERIAL);
		final CodedImage coded = descent(LAMBDA, nonnegative, false, Parallel.SERIAL).encode(image, Progress.NONE);
		assertThat(objective(coded.atoms(), image, lambda)).isCloseTo(objective(iterativeShrinkage(image, lambda, nonnegative), image, lambda), within(1e-5 * Examples.energy(image)));
		assertThat(objective(coded.atoms(), image, lambda)).isLessThan(0.49 * Examples.energy(image));
	}

	private static double objective(final PlacedAtoms code, final Volume image, final double lambda) {
		double sum = Examples.energy(Rebuilt.residual(image, code, DICTIONARY)) / 2;
		for (int i = 0; i < code.count(); i++) sum += lambda * Math.abs(code.coefficient(i));
		return sum;
	}

	/** ISTA on dense maps, with a step below one over the largest eigenvalue, which is at most the number of coefficients that reach a pixel. */
	private static PlacedAtoms iterativeShrinkage(final Volume image, final double lambda, final boolean nonnegative) {
		final double step = 1.0 / 20;
		final int rows = image.height() - SHAPE.height() + 1, columns = image.width() - SHAPE.width() + 1, count = DICTIONARY.atomCount();
		final double[] z = new double[count * rows * columns];
		PlacedAtoms code = PlacedAtoms.none(count);
		for (int iteration = 0; iteration < 3000; iteration++) {
			final float[][][] correlations = new PlainPursuit(Rebuilt.residual(image, code, DICTIONARY), DICTIONARY, null).correlations;
			final PlacedList list = new PlacedList();
			for (int i = 0; i < z.length; i++) {
				final int k = i / (rows * columns), y = i / columns % rows, x = i % columns;
				final double moved = z[i] + step * correlations[k][y][x];
				z[i] = Math.abs(moved) > step * lambda && !(nonnegative && moved < 0) ? moved - Math.copySign(step * lambda, moved) : 0;
				if (z[i] != 0) list.add(k, y, x, (float) z[i]);
			}
			code = list.toAtoms(count);
		}
		return code;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void refitLeavesNothingOnTheSupport(final boolean nonnegative) {
		final Volume image = Examples.image(90, 80, 2, 5);
		final CodedImage biased = descent(LAMBDA, nonnegative, false, Parallel.SERIAL).encode(image, Progress.NONE), refitted = descent(LAMBDA, nonnegative, true, Parallel.SERIAL).encode(image, Progress.NONE);
		assertThat(refitted.stopReason()).isEqualTo(StopReason.CONVERGED);
		assertThat(refitted.residualNorm()).isLessThan(biased.residualNorm());
		final float[][][] correlations = new PlainPursuit(refitted.residual(), DICTIONARY, null).correlations;
		for (int i = 0; i < refitted.atoms().count(); i++) {
			assertThat((double) correlations[refitted.atoms().atom(i)][refitted.atoms().y(i)][refitted.atoms().x(i)]).isCloseTo(0, within(1e-4));
			if (nonnegative) assertThat(refitted.atoms().coefficient(i)).isPositive();
		}
		assertThat(refitted.atoms().count()).isBetween(biased.atoms().count() * 9 / 10, biased.atoms().count());
	}

	@Test
	void isEmptyFromLambdaMaxOn() {
		final Volume image = Examples.image(30, 30, 2, 6);
		final double largest = LambdaMax.of(image, DICTIONARY, false, Parallel.SERIAL);
		assertThat(largest).isEqualTo(PlainPursuit.largest(image, DICTIONARY, false));
		assertThat(LambdaMax.of(image, DICTIONARY, true, Parallel.SERIAL)).isEqualTo(PlainPursuit.largest(image, DICTIONARY, true));
		assertThat(absolute(largest).encode(image, Progress.NONE).atoms().count()).isZero();
		assertThat(absolute(0.99 * largest).encode(image, Progress.NONE).atoms().count()).isPositive();
		final CodedImage zero = descent(LAMBDA, false, false, Parallel.SERIAL).encode(Volume.of(9, 9, 1, 2, new float[2][81]), Progress.NONE);
		assertThat(zero.atoms().count()).isZero();
		assertThat(zero.stopReason()).isEqualTo(StopReason.CONVERGED);
	}

	@Test
	void lambdaGoesWithTheScaleOfTheImage() {
		final Volume image = Examples.image(40, 40, 2, 6);
		final double largest = LambdaMax.of(image, DICTIONARY, false, Parallel.SERIAL);
		assertThat(absolute(LAMBDA * largest).encode(image, Progress.NONE).atoms()).isEqualTo(descent(LAMBDA, false, false, Parallel.SERIAL).encode(image, Progress.NONE).atoms());
	}

	@Test
	void hasTheSameBitsOnAnyNumberOfThreads() {
		final Volume image = Examples.image(200, 180, 2, 7);
		final CodedImage one = descent(LAMBDA, false, true, Parallel.SERIAL).encode(image, Progress.NONE);
		for (final int threads : new int[] { 2, 8 }) {
			final CodedImage many = descent(LAMBDA, false, true, Parallel.of(threads)).encode(image, Progress.NONE);
			assertThat(many.atoms()).isEqualTo(one.atoms());
			assertThat(many.residual().plane(0, 1)).isEqualTo(one.residual().plane(0, 1));
		}
	}

	@Test
	void endsWhereTheUpdatesAreUsedUp() {
		final Volume image = Examples.image(30, 30, 2, 6);
		final CodedImage coded = new LocallyGreedyDescent(new LocallyGreedyDescentOptions(0.1, Scale.OF_LARGEST, false, 1e-6, 20, true), Parallel.SERIAL).prepare(DICTIONARY).encode(image, Progress.NONE);
		assertThat(coded.stopReason()).isEqualTo(StopReason.MAX_ITERATIONS);
		assertThat(coded.atoms().count()).isBetween(1, 20);
		assertClose(Rebuilt.residual(image, coded.atoms(), DICTIONARY).plane(0, 0), coded.residual().plane(0, 0), 1e-5);
	}

	@Test
	void codesByMaskedAtomsWhereThereIsAMask() {
		final Volume image = Examples.image(30, 30, 2, 6);
		final var prepared = new LocallyGreedyDescent(new LocallyGreedyDescentOptions(LAMBDA, Scale.OF_LARGEST, false, 1e-5, 100000, false), Parallel.SERIAL).prepare(DICTIONARY, Examples.mask(SHAPE), null);
		final CodedImage coded = prepared.encode(image, Progress.NONE);
		assertClose(Rebuilt.residual(image, coded.atoms(), prepared.dictionary()).plane(0, 0), coded.residual().plane(0, 0), 1e-5);
	}

	@Test
	void saysWhatIsNotAllowed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescent(new LocallyGreedyDescentOptions(1, Scale.ABSOLUTE, false, 1e-4, 1, false), Parallel.SERIAL).prepare(DICTIONARY, null, new double[3])).withMessageContaining("no gains, got 3");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescentOptions(0, Scale.ABSOLUTE, false, 1e-4, 1, false)).withMessageContaining("lambda").withMessageContaining("0.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescentOptions(1.5, Scale.OF_LARGEST, false, 1e-4, 1, false)).withMessageContaining("at most 1").withMessageContaining("1.5");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescentOptions(1, null, false, 1e-4, 1, false)).withMessageContaining("ABSOLUTE");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescentOptions(1, Scale.ABSOLUTE, false, 0, 1, false)).withMessageContaining("tolerance").withMessageContaining("0.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyDescentOptions(1, Scale.ABSOLUTE, false, 0.1, 0, false)).withMessageContaining("maxUpdates");
	}

	private static PreparedConvolutionalEncoder descent(final double lambda, final boolean nonnegative, final boolean refit, final Parallel parallel) {
		return new LocallyGreedyDescent(new LocallyGreedyDescentOptions(lambda, Scale.OF_LARGEST, nonnegative, 1e-5, 1000000, refit), parallel).prepare(DICTIONARY);
	}

	private static PreparedConvolutionalEncoder absolute(final double lambda) {
		return new LocallyGreedyDescent(new LocallyGreedyDescentOptions(lambda, Scale.ABSOLUTE, false, 1e-5, 1000000, false), Parallel.SERIAL).prepare(DICTIONARY);
	}
}
