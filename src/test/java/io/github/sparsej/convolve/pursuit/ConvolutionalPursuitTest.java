package io.github.sparsej.convolve.pursuit;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.SampleImages;
import io.github.sparsej.whiten.LocalContrastNormalization;

class ConvolutionalPursuitTest {

	private static final PatchShape SHAPE = new PatchShape(6, 4, 1, 2);
	private static final Dictionary DICTIONARY = Examples.dictionary(5, SHAPE, 1);

	/** Sizes below a block of maxima, beyond several, and in wide rows beyond what is correlated at a time. */
	@ParameterizedTest
	@CsvSource({ "6,4,1,1,3", "7,9,1,3,2", "23,17,2,4,4", "70,41,1,7,5", "41,70,3,2,6", "1200,20,1,3,9" })
	void isBitByBitThePursuitThatLooksAtAll(final int width, final int height, final int channels, final int count, final int atomWidth) {
		final PatchShape shape = new PatchShape(Math.min(width, atomWidth), Math.min(height, 4), 1, channels);
		final Dictionary dictionary = Examples.dictionary(count, shape, 2);
		final Volume image = Examples.image(width, height, channels, 3);
		final SplittableRandom random = new SplittableRandom(4);
		for (final boolean nonnegative : new boolean[] { false, true })
			for (final double[] gains : new double[][] { null, random.doubles(count, 0.5, 1.5).toArray() })
				for (final float[] mask : new float[][] { null, Examples.mask(shape) }) {
					final int steps = Math.min(12, (width - shape.width() + 1) * (height - shape.height() + 1));
					final ConvolutionalPursuitOptions options = new ConvolutionalPursuitOptions(steps, 0, 0, nonnegative, 0.9, MaskTreatment.APPROXIMATE);
					final CodedImage coded = new ConvolutionalPursuit(options, Parallel.SERIAL).prepare(dictionary, mask, gains).encode(image, Progress.NONE);
					final List<PlainPursuit.Step> plain = new PlainPursuit(image, dictionary, mask).run(coded.atoms().count(), nonnegative, gains, 0.9);
					assertThat(coded.atoms().count()).isGreaterThan(0);
					for (int i = 0; i < plain.size(); i++)
						assertThat(List.of(coded.atoms().atom(i), coded.atoms().y(i), coded.atoms().x(i), coded.atoms().coefficient(i))).as("step %d", i)
							.isEqualTo(List.of(plain.get(i).atom(), plain.get(i).y(), plain.get(i).x(), plain.get(i).coefficient()));
					assertThat(coded.residualNorm()).isCloseTo(Math.sqrt(plain.get(plain.size() - 1).energy()), within(1e-6));
				}
	}

	@Test
	void anExactMaskMakesThePursuitThatOfMaskedUnitAtoms() {
		final float[] mask = Examples.mask(SHAPE), masked = DICTIONARY.toArray();
		for (int i = 0; i < masked.length; i++) masked[i] *= mask[i % mask.length];
		final Dictionary expected = Dictionary.normalized(SHAPE, 5, masked);
		final Volume image = Examples.image(30, 20, 2, 5);
		final var exact = pursuit(25, MaskTreatment.EXACT).prepare(DICTIONARY, mask, null);
		assertThat(exact.dictionary().toArray()).isEqualTo(expected.toArray());
		assertThat(MaskTreatment.EXACT.atoms(DICTIONARY, mask).toArray()).isEqualTo(expected.toArray());
		assertThat(List.of(MaskTreatment.APPROXIMATE.atoms(DICTIONARY, mask), MaskTreatment.EXACT.atoms(DICTIONARY, null))).allMatch(atoms -> atoms == DICTIONARY);
		final CodedImage coded = exact.encode(image, Progress.NONE);
		assertThat(coded.atoms()).isEqualTo(pursuit(25, MaskTreatment.APPROXIMATE).prepare(expected).encode(image, Progress.NONE).atoms());
		assertThat(coded.atoms()).isNotEqualTo(pursuit(25, MaskTreatment.APPROXIMATE).prepare(DICTIONARY, mask, null).encode(image, Progress.NONE).atoms());
		assertStepsLowerTheEnergyByTheirSquares(coded);
	}

	@Test
	void stepsLowerTheEnergyByTheirSquares() {
		assertStepsLowerTheEnergyByTheirSquares(pursuit(40, MaskTreatment.APPROXIMATE).prepare(DICTIONARY).encode(Examples.image(30, 20, 2, 5), Progress.NONE));
	}

	private static void assertStepsLowerTheEnergyByTheirSquares(final CodedImage coded) {
		double lowered = 0;
		for (int i = 0; i < coded.atoms().count(); i++) lowered += (double) coded.atoms().coefficient(i) * coded.atoms().coefficient(i);
		final double energy = coded.norm() * coded.norm();
		assertThat(energy - coded.residualNorm() * coded.residualNorm()).isCloseTo(lowered, within(1e-5 * energy));
		assertThat(lowered).isGreaterThan(0.1 * energy);
	}

	@Test
	void imageIsWhatIsRebuiltAndTheResidual() {
		final Volume image = SampleImages.open("camera", 65).filter(LocalContrastNormalization.STANDARD);
		final Dictionary dictionary = Examples.dictionary(12, PatchShape.square(9), 7);
		final CodedImage coded = pursuit(50, MaskTreatment.APPROXIMATE).prepare(dictionary).encode(image, Progress.NONE);
		final float[] sum = Rebuilt.image(coded.atoms(), dictionary, 65, 65).plane(0, 0).clone();
		for (int i = 0; i < sum.length; i++) sum[i] += coded.residual().plane(0, 0)[i];
		assertClose(sum, image.plane(0, 0), 1e-5);
		assertThat(Rebuilt.residual(image, coded.atoms(), dictionary).plane(0, 0)).isEqualTo(coded.residual().plane(0, 0));
		assertThat(coded.residualNorm()).isCloseTo(Math.sqrt(Examples.energy(coded.residual())), within(1e-9));
		assertThat(coded.norm()).isCloseTo(Math.sqrt(Examples.energy(image)), within(1e-9));
	}

	@Test
	void ofEqualScoresTheFirstAtomThenTheFirstRowThenTheFirstColumnIsTaken() {
		final PatchShape shape = PatchShape.square(2);
		final float[] twice = { 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0 };
		final float[] pixels = new float[40 * 30];
		// Blocks apart, in one block, and at the first place of all the second atom alone.
		for (final int at : new int[] { 20 * 40 + 3, 3 * 40 + 30, 3 * 40 + 25, 4 * 40 + 24, 0 }) pixels[at] = 5;
		final PlacedAtoms code = pursuit(9, MaskTreatment.APPROXIMATE).prepare(Dictionary.ofUnitAtoms(shape, 3, twice)).encode(Volume.plane(40, 30, pixels), Progress.NONE).atoms();
		final List<List<Integer>> places = IntStream.range(0, code.count()).mapToObj(i -> List.of(code.atom(i), code.y(i), code.x(i))).toList();
		assertThat(places).containsExactly(List.of(0, 3, 24), List.of(0, 3, 29), List.of(0, 4, 23), List.of(0, 20, 2), List.of(1, 0, 0));
	}

	@Test
	void stopsByThreshold() {
		final Volume image = Examples.image(40, 40, 2, 5);
		final PlacedAtoms all = pursuit(200, MaskTreatment.APPROXIMATE).prepare(DICTIONARY).encode(image, Progress.NONE).atoms();
		final double threshold = Math.abs(all.coefficient(57));
		final CodedImage coded = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(200, threshold, 0, false, 1, MaskTreatment.EXACT), Parallel.SERIAL).prepare(DICTIONARY).encode(image, Progress.NONE);
		assertThat(coded.stopReason()).isEqualTo(StopReason.TOLERANCE);
		final int first = IntStream.range(0, 200).filter(i -> Math.abs(all.coefficient(i)) < threshold).findFirst().orElseThrow();
		assertThat(coded.atoms().count()).isEqualTo(first);
	}

	@Test
	void stopsByShareOfTheResidual() {
		final Volume image = Examples.image(40, 40, 2, 5);
		final CodedImage coded = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(2000, 0, 0.8, false, 1, MaskTreatment.EXACT), Parallel.SERIAL).prepare(DICTIONARY).encode(image, Progress.NONE);
		assertThat(coded.stopReason()).isEqualTo(StopReason.TOLERANCE);
		assertThat(coded.residualNorm()).isLessThanOrEqualTo(0.8 * coded.norm());
		assertThat(pursuit(coded.atoms().count() - 1, MaskTreatment.EXACT).prepare(DICTIONARY).encode(image, Progress.NONE).residualNorm()).isGreaterThan(0.8 * coded.norm());
	}

	@Test
	void stopsByCount() {
		final CodedImage coded = pursuit(7, MaskTreatment.EXACT).prepare(DICTIONARY).encode(Examples.image(40, 40, 2, 5), Progress.NONE);
		assertThat(coded.stopReason()).isEqualTo(StopReason.MAX_NONZEROS);
		assertThat(coded.atoms().count()).isEqualTo(7);
	}

	@Test
	void stallsOnWhatNoAtomDescribes() {
		final CodedImage zero = pursuit(7, MaskTreatment.EXACT).prepare(DICTIONARY).encode(Volume.of(8, 8, 1, 2, new float[2][64]), Progress.NONE);
		assertThat(zero.stopReason()).isEqualTo(StopReason.STALLED);
		assertThat(zero.atoms().count()).isZero();
		// A multiple of an atom at the only place: after it nothing is left but rounding.
		final Dictionary dictionary = Examples.dictionary(6, PatchShape.square(5), 3);
		final float[] multiple = dictionary.atom(4);
		for (int j = 0; j < multiple.length; j++) multiple[j] *= 1000.3f;
		final CodedImage atom = pursuit(7, MaskTreatment.EXACT).prepare(dictionary).encode(Volume.plane(5, 5, multiple), Progress.NONE);
		assertThat(atom.stopReason()).isEqualTo(StopReason.STALLED);
		assertThat(atom.atoms().count()).isEqualTo(1);
		final double[] gains = new double[5];
		assertThat(pursuit(7, MaskTreatment.EXACT).prepare(DICTIONARY, null, gains).encode(Examples.image(9, 9, 2, 1), Progress.NONE).atoms().count()).isZero();
	}

	@Test
	void onlyRatiosOfGainsMatter() {
		final Volume image = Examples.image(30, 30, 2, 8);
		final double[] gains = { 1, 0.8, 1.3, 0, 1.1 }, tiny = new double[5];
		for (int k = 0; k < 5; k++) tiny[k] = Math.scalb(gains[k], -900);
		final PlacedAtoms code = pursuit(30, MaskTreatment.EXACT).prepare(DICTIONARY, null, gains).encode(image, Progress.NONE).atoms();
		assertThat(pursuit(30, MaskTreatment.EXACT).prepare(DICTIONARY, null, tiny).encode(image, Progress.NONE).atoms()).isEqualTo(code);
		assertThat(code.uses()[3]).isZero();
		assertThat(code).isNotEqualTo(pursuit(30, MaskTreatment.EXACT).prepare(DICTIONARY).encode(image, Progress.NONE).atoms());
	}

	@Test
	void hasTheSameBitsOnAnyNumberOfThreadsAloneAndAmongOthers() {
		final List<Volume> images = IntStream.range(0, 9).mapToObj(i -> Examples.image(20 + 3 * i, 60 - 4 * i, 2, i)).toList();
		final List<CodedImage> one = pursuit(30, MaskTreatment.EXACT).prepare(DICTIONARY).encode(images, Progress.NONE);
		for (final int threads : new int[] { 2, 8, 16 }) {
			final var prepared = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(30), Parallel.of(threads)).prepare(DICTIONARY);
			final List<CodedImage> many = prepared.encode(images, Progress.NONE);
			for (int i = 0; i < images.size(); i++) {
				assertThat(many.get(i).atoms()).isEqualTo(one.get(i).atoms()).isEqualTo(prepared.encode(images.get(i), Progress.NONE).atoms());
				for (int c = 0; c < 2; c++) assertThat(many.get(i).residual().plane(0, c)).isEqualTo(one.get(i).residual().plane(0, c));
				assertThat(many.get(i).residualNorm()).isEqualTo(one.get(i).residualNorm());
			}
		}
	}

	@Test
	void keepsWhatItHasWhereItIsToStop() {
		final Volume image = Examples.image(60, 60, 2, 5);
		final int[] asked = new int[1];
		final CodedImage coded = pursuit(1000, MaskTreatment.EXACT).prepare(DICTIONARY).encode(image, (fraction, what) -> ++asked[0] < 20);
		assertThat(coded.stopReason()).isEqualTo(StopReason.CANCELLED);
		assertThat(coded.atoms().count()).isBetween(1, 999);
		assertThat(Rebuilt.residual(image, coded.atoms(), DICTIONARY).plane(0, 1)).isEqualTo(coded.residual().plane(0, 1));
		final List<CodedImage> none = pursuit(1000, MaskTreatment.EXACT).prepare(DICTIONARY).encode(List.of(image, image), (fraction, what) -> false);
		assertThat(none).allSatisfy(one -> {
			assertThat(one.stopReason()).isEqualTo(StopReason.CANCELLED);
			assertThat(one.atoms().count()).isZero();
			assertThat(one.residualNorm()).isEqualTo(one.norm());
		});
	}

	@Test
	void progressRises() {
		final double[] last = new double[1];
		pursuit(100, MaskTreatment.EXACT).prepare(DICTIONARY).encode(List.of(Examples.image(60, 60, 2, 5), Examples.image(50, 60, 2, 5)), (fraction, what) -> {
			assertThat(fraction).isBetween(last[0], 1.0);
			last[0] = fraction;
			return true;
		});
		assertThat(last[0]).isGreaterThan(0.4);
	}

	@Test
	void doesNotChangeWhatItIsGiven() {
		final Volume image = Examples.image(30, 30, 2, 8);
		final float[] pixels = image.plane(0, 1).clone(), mask = Examples.mask(SHAPE);
		final double[] gains = { 1, 2, 3, 4, 5 };
		pursuit(30, MaskTreatment.APPROXIMATE).prepare(DICTIONARY, mask, gains).encode(image, Progress.NONE);
		assertThat(image.plane(0, 1)).isEqualTo(pixels);
		assertThat(mask).isEqualTo(Examples.mask(SHAPE));
		assertThat(gains).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void tellsTheMemoryOfItsMaps() {
		final long maps = 4L * 5 * (2000 - 6 + 1) * (1000 - 4 + 1), residual = 4L * 2 * 2000 * 1000;
		assertThat(pursuit(3, MaskTreatment.EXACT).prepare(DICTIONARY).bytesNeeded(2000, 1000)).isBetween(maps + residual, maps + residual + (1 << 20));
	}

	@Test
	void saysWhatDoesNotFit() {
		final ConvolutionalPursuit pursuit = pursuit(3, MaskTreatment.EXACT);
		final var prepared = pursuit.prepare(DICTIONARY);
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(Examples.image(20, 20, 1, 1), Progress.NONE)).withMessageContaining("2 channels").withMessageContaining("1 channels");
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(Examples.image(5, 20, 2, 1), Progress.NONE)).withMessageContaining("5 x 20").withMessageContaining("6 x 4");
		final Volume broken = Examples.image(20, 20, 2, 1);
		broken.plane(0, 1)[43] = Float.NaN;
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(broken, Progress.NONE)).withMessageContaining("(3, 2) of channel 2 is NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.prepare(DICTIONARY, new float[4], null)).withMessageContaining("mask of 4");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.prepare(DICTIONARY, new float[SHAPE.length()], null)).withMessageContaining("atom 1 has l2 norm 0");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.prepare(DICTIONARY, null, new double[] { 1, 1, -1, 1, 1 })).withMessageContaining("-1.0 of atom 3");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.prepare(DICTIONARY, null, new double[3])).withMessageContaining("3 gains");
		assertThatIllegalArgumentException().isThrownBy(() -> pursuit.prepare(Examples.dictionary(1, new PatchShape(2, 2, 2, 1), 1))).withMessageContaining("one slice");
	}

	@Test
	void optionsCheckThemselves() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ConvolutionalPursuitOptions(0)).withMessageContaining("maxCount").withMessageContaining("0");
		assertThatIllegalArgumentException().isThrownBy(() -> new ConvolutionalPursuitOptions(1, Double.NaN, 0, false, 1, MaskTreatment.EXACT)).withMessageContaining("threshold").withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> new ConvolutionalPursuitOptions(1, 0, 1, false, 1, MaskTreatment.EXACT)).withMessageContaining("residualShare").withMessageContaining("1.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new ConvolutionalPursuitOptions(1, 0, 0, false, 0, MaskTreatment.EXACT)).withMessageContaining("relaxation").withMessageContaining("0.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new ConvolutionalPursuitOptions(1, 0, 0, false, 1, null)).withMessageContaining("APPROXIMATE or EXACT");
	}

	private static ConvolutionalPursuit pursuit(final int count, final MaskTreatment mask) {
		return new ConvolutionalPursuit(new ConvolutionalPursuitOptions(count, 0, 0, false, 1, mask), Parallel.SERIAL);
	}
}
