package io.github.sparsej.convolve.pursuit;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

class LocallyGreedyPursuitTest {

	private static final double THRESHOLD = 2.2;
	private static final Dictionary DICTIONARY = Examples.dictionary(4, new PatchShape(7, 5, 1, 1), 1);
	private static final Volume IMAGE = Examples.image(230, 190, 1, 2);

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void leavesNoCorrelationAtTheThreshold(final boolean nonnegative) {
		final CodedImage coded = encode(IMAGE, nonnegative, Parallel.SERIAL);
		assertThat(coded.stopReason()).isEqualTo(StopReason.TOLERANCE);
		assertThat(PlainPursuit.largest(IMAGE, DICTIONARY, nonnegative)).isGreaterThan(1.5 * THRESHOLD);
		assertThat(PlainPursuit.largest(coded.residual(), DICTIONARY, nonnegative)).isLessThan(THRESHOLD + 1e-4);
		for (int i = 0; i < coded.atoms().count(); i++) assertThat(nonnegative ? coded.atoms().coefficient(i) : Math.abs(coded.atoms().coefficient(i))).isGreaterThanOrEqualTo((float) THRESHOLD);
	}

	@Test
	void lowersTheEnergyAboutAsFarAsThePursuitOfTheWholeImage() {
		final CodedImage local = encode(IMAGE, false, Parallel.SERIAL);
		final CodedImage whole = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(100000, THRESHOLD, 0, false, 1, MaskTreatment.EXACT), Parallel.SERIAL).prepare(DICTIONARY).encode(IMAGE, Progress.NONE);
		double lowered = 0;
		for (int i = 0; i < local.atoms().count(); i++) lowered += (double) local.atoms().coefficient(i) * local.atoms().coefficient(i);
		final double energy = local.norm() * local.norm();
		assertThat(energy - local.residualNorm() * local.residualNorm()).isCloseTo(lowered, within(1e-5 * energy));
		assertThat(local.residualNorm()).isCloseTo(whole.residualNorm(), within(0.005 * whole.residualNorm()));
		assertThat((double) local.atoms().count()).isCloseTo(whole.atoms().count(), within(0.02 * whole.atoms().count()));
	}

	@Test
	void hasTheSameBitsOnAnyNumberOfThreads() {
		final CodedImage one = encode(IMAGE, false, Parallel.SERIAL);
		for (final int threads : new int[] { 2, 8, 16 }) {
			final CodedImage many = encode(IMAGE, false, Parallel.of(threads));
			assertThat(many.atoms()).isEqualTo(one.atoms());
			assertThat(many.residual().plane(0, 0)).isEqualTo(one.residual().plane(0, 0));
		}
	}

	/** What rectangles of one colour change while they are worked on has nothing in common. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 24, 33, 34, 35, 36 })
	void rectanglesOfOneColourKeepApart(final int atom) {
		final PlacedDictionary atoms = PlacedDictionary.withoutProducts(Examples.dictionary(1, new PatchShape(atom, 2, 1, 1), 1), Parallel.SERIAL);
		final CorrelationMaps maps = new CorrelationMaps(atoms, true, 500, 300);
		final Checkerboard board = new Checkerboard(maps);
		final Set<Integer> blocks = new HashSet<>();
		for (int colour = 0; colour < Checkerboard.COLOURS; colour++) {
			final Set<List<Integer>> touched = new HashSet<>();
			board.run(colour, Parallel.SERIAL, Progress.NONE, (number, r0, r1, c0, c1) -> {
				for (int row = r0; row < r1; row++) for (int column = c0; column < c1; column++) assertThat(blocks.add(row * maps.blockColumns + column)).isTrue();
				final int beginX = Math.max(0, c0 * CorrelationMaps.SIDE - atom + 1), endX = Math.min(maps.columns, c1 * CorrelationMaps.SIDE + atom - 1);
				final int beginY = Math.max(0, r0 * CorrelationMaps.SIDE - 1), endY = Math.min(maps.rows, r1 * CorrelationMaps.SIDE + 1);
				for (int row = beginY / CorrelationMaps.SIDE; row < CorrelationMaps.blocks(endY); row++)
					for (int column = beginX / CorrelationMaps.SIDE; column < CorrelationMaps.blocks(endX); column++) assertThat(touched.add(List.of(row, column))).isTrue();
			});
		}
		assertThat(blocks).hasSize(maps.blockRows * maps.blockColumns);
	}

	@Test
	void keepsWhatItHasWhereItIsToStop() {
		final int[] asked = new int[1];
		final CodedImage coded = new LocallyGreedyPursuit(new LocallyGreedyPursuitOptions(THRESHOLD, false), Parallel.SERIAL).prepare(DICTIONARY).encode(IMAGE, (fraction, what) -> ++asked[0] < 120);
		assertThat(coded.stopReason()).isEqualTo(StopReason.CANCELLED);
		assertThat(coded.atoms().count()).isGreaterThan(10);
		assertClose(Rebuilt.residual(IMAGE, coded.atoms(), DICTIONARY).plane(0, 0), coded.residual().plane(0, 0), 1e-5);
	}

	@Test
	void optionsCheckThemselves() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LocallyGreedyPursuitOptions(0, false)).withMessageContaining("threshold").withMessageContaining("0.0");
	}

	private static CodedImage encode(final Volume image, final boolean nonnegative, final Parallel parallel) {
		return new LocallyGreedyPursuit(new LocallyGreedyPursuitOptions(THRESHOLD, nonnegative), parallel).prepare(DICTIONARY).encode(image, Progress.NONE);
	}
}
