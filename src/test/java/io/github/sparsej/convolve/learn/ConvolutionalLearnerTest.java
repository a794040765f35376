package io.github.sparsej.convolve.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.convolve.AtomPlaces;
import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

class ConvolutionalLearnerTest {

	private static final PatchShape SHAPE = PatchShape.square(5);
	private static final int ATOMS = 4, PLACED = 5;
	private static final ConvolutionalOptions OPTIONS = new ConvolutionalOptions(ATOMS, SHAPE, 30, new ConvolutionalPursuitOptions(PLACED), 7);
	private static final Dictionary TRUTH = truth();
	private static final List<Volume> IMAGES = images(24);

	/** Four gratings, at angles of 45 degrees to each other, in Gaussian windows. */
	private static Dictionary truth() {
		final float[][] atoms = new float[ATOMS][25];
		for (int k = 0; k < ATOMS; k++)
			for (int j = 0; j < 25; j++) {
				final double x = j % 5 - 2, y = j / 5 - 2, angle = k * Math.PI / 4;
				atoms[k][j] = (float) (Math.cos(1.8 * (x * Math.cos(angle) + y * Math.sin(angle))) * Math.exp(-(x * x + y * y) / 5));
			}
		final float[] all = new float[ATOMS * 25];
		for (int k = 0; k < ATOMS; k++) System.arraycopy(atoms[k], 0, all, k * 25, 25);
		return Dictionary.normalized(SHAPE, ATOMS, all);
	}

	/** Of 20 x 18 px, each of five placed atoms of either sign. */
	private static List<Volume> images(final int count) {
		final SplittableRandom random = new SplittableRandom(11);
		return IntStream.range(0, count).mapToObj(n -> {
			final int[] k = random.ints(PLACED, 0, ATOMS).toArray(), y = random.ints(PLACED, 0, 14).toArray(), x = random.ints(PLACED, 0, 16).toArray();
			final float[] a = new float[PLACED];
			for (int i = 0; i < PLACED; i++) a[i] = (float) (random.nextDouble(1, 2) * (random.nextBoolean() ? 1 : -1));
			return Rebuilt.image(PlacedAtoms.of(ATOMS, k, y, x, a), TRUTH, 20, 18);
		}).toList();
	}

	private static ConvolutionalResult learn(final ConvolutionalOptions options, final int threads) {
		return new ConvolutionalLearner(options, Parallel.of(threads)).learn(IMAGES, Progress.NONE);
	}

	private static List<Double> residuals(final ConvolutionalResult result) {
		return result.curve(ConvolutionalResult.RESIDUAL).values();
	}

	private static double last(final List<Double> values) {
		return values.get(values.size() - 1);
	}

	@Test
	void plantedAtomsAreLearnedUpToSignAndShift() {
		final ConvolutionalResult result = learn(OPTIONS.withEpochs(150).withHomeostasis(ConvolutionalHomeostasis.STANDARD), 1);
		assertThat(last(result.curve(ConvolutionalResult.ENERGY_LEFT).values())).isLessThan(0.2 * result.curve(ConvolutionalResult.ENERGY_LEFT).values().get(0));
		for (int k = 0; k < ATOMS; k++) assertThat(likeness(TRUTH.atom(k), result.dictionary())).as("atom %d", k).isGreaterThan(0.8);
	}

	/** The largest |correlation| of an atom with one of the dictionary's, moved by up to 2 px. */
	private static double likeness(final float[] atom, final Dictionary dictionary) {
		double most = 0;
		for (int k = 0; k < dictionary.atomCount(); k++)
			for (int dy = -2; dy <= 2; dy++)
				for (int dx = -2; dx <= 2; dx++) {
					final float[] other = dictionary.atom(k);
					double sum = 0;
					for (int j = 0; j < 25; j++) {
						final int x = j % 5 + dx, y = j / 5 + dy;
						if (x >= 0 && x < 5 && y >= 0 && y < 5) sum += atom[j] * other[y * 5 + x];
					}
					most = Math.max(most, Math.abs(sum));
				}
		return most;
	}

	@Test
	void pursuitAndItsDefinitionLearnTheSame() {
		final ConvolutionalOptions options = OPTIONS.withEpochs(4).withMask(AtomMask.STANDARD).withHomeostasis(new ConvolutionalHomeostasis(0.05, 2));
		final ConvolutionalLearner learner = new ConvolutionalLearner(options, Parallel.SERIAL);
		final Dictionary start = learner.learn(IMAGES, stopAtOnce()).dictionary();
		final ConvolutionalLearner naive = new ConvolutionalLearner(options, new NaiveEncoder(PLACED), start, options.homeostasis().initial(ATOMS), Parallel.SERIAL);
		final ConvolutionalResult result = learner.learn(IMAGES, Progress.NONE), expected = naive.learn(IMAGES, Progress.NONE);
		assertThat(result.uses()).isEqualTo(expected.uses());
		for (int i = 0; i < 4; i++) assertThat(residuals(result).get(i)).isCloseTo(residuals(expected).get(i), within(1e-5));
		final float[] atoms = result.dictionary().toArray(), naiveAtoms = expected.dictionary().toArray();
		for (int j = 0; j < atoms.length; j++) assertThat(atoms[j]).isCloseTo(naiveAtoms[j], within(1e-5f));
	}

	private static Progress stopAtOnce() {
		return (fraction, what) -> false;
	}

	@Test
	void curvesAreThoseOfTheCodes() {
		final ConvolutionalOptions options = OPTIONS.withEpochs(3);
		final ConvolutionalResult two = learn(options.withEpochs(2), 1), three = learn(options, 1);
		final List<CodedImage> coded = new ConvolutionalPursuit(OPTIONS.pursuit(), Parallel.SERIAL).prepare(two.dictionary()).encode(IMAGES, Progress.NONE);
		assertThat(three.codes()).isEqualTo(coded.stream().map(CodedImage::atoms).toList());
		assertThat(last(residuals(three))).isCloseTo(coded.stream().mapToDouble(CodedImage::residualNorm).average().orElseThrow(), within(1e-9));
		final double left = coded.stream().mapToDouble(image -> Math.pow(image.residualNorm() / image.norm(), 2)).average().orElseThrow();
		assertThat(last(three.curve(ConvolutionalResult.ENERGY_LEFT).values())).isCloseTo(left, within(1e-9));
		final long[] uses = AtomPlaces.uses(three.codes(), ATOMS);
		assertThat(three.uses().steps()).containsExactly(1, 2, 3);
		assertThat(three.uses().values().get(2)).isEqualTo(Arrays.stream(uses).mapToObj(count -> (double) count).toList());
	}

	@Test
	void resultsAreTheSameBitsOnAnyNumberOfThreads() {
		for (final ConvolutionalOptions options : List.of(OPTIONS.withEpochs(6).withMask(AtomMask.STANDARD).withHomeostasis(ConvolutionalHomeostasis.STANDARD), OPTIONS.withEpochs(3).withSteps(5, 0.05))) {
			final ConvolutionalResult one = learn(options, 1);
			for (final int threads : new int[] { 2, 8 }) {
				final ConvolutionalResult many = learn(options, threads);
				assertThat(many.dictionary().toArray()).containsExactly(one.dictionary().toArray());
				assertThat(many.homeostasis().gains()).containsExactly(one.homeostasis().gains());
				assertThat(many.curves()).isEqualTo(one.curves());
			}
		}
	}

	@Test
	void batchesOfAllImagesDependOnTheSeedForTheStartAlone() {
		final ConvolutionalResult first = learn(OPTIONS.withEpochs(2), 1);
		final ConvolutionalOptions other = new ConvolutionalOptions(ATOMS, SHAPE, 2, OPTIONS.pursuit(), 8);
		final Dictionary start = new ConvolutionalLearner(OPTIONS, Parallel.SERIAL).learn(IMAGES, stopAtOnce()).dictionary();
		final ConvolutionalResult same = new ConvolutionalLearner(other, start, other.homeostasis().initial(ATOMS), Parallel.SERIAL).learn(IMAGES, Progress.NONE);
		assertThat(same.curves()).isEqualTo(first.curves());
		assertThat(learn(other, 1).curves()).isNotEqualTo(first.curves());
	}

	@Test
	void smallerBatchesLearnFasterPerEpoch() {
		final double all = last(residuals(learn(OPTIONS.withEpochs(6), 1)));
		assertThat(last(residuals(learn(OPTIONS.withEpochs(6).withSteps(6, 0.05), 1)))).isLessThan(0.95 * all);
	}

	@Test
	void moreImagesThanAreCodedAtATimeMakeOneStep() {
		final List<Volume> five = IntStream.range(0, 5).boxed().flatMap(i -> IMAGES.stream()).toList();
		assertThat(five.size()).isGreaterThan(ConvolutionalLearner.IMAGES_AT_A_TIME);
		final ConvolutionalOptions options = OPTIONS.withEpochs(2).withHomeostasis(ConvolutionalHomeostasis.STANDARD);
		final ConvolutionalResult once = learn(options, 1), often = new ConvolutionalLearner(options, Parallel.SERIAL).learn(five, Progress.NONE);
		// Five times the gradient has the same direction.
		for (int j = 0; j < ATOMS * 25; j++) assertThat(often.dictionary().toArray()[j]).isCloseTo(once.dictionary().toArray()[j], within(1e-6f));
		assertThat(often.codes().subList(96, 120)).isEqualTo(once.codes());
		assertThat(last(residuals(often))).isCloseTo(last(residuals(once)), within(1e-9));
		for (int k = 0; k < ATOMS; k++) assertThat(often.uses().values().get(1).get(k)).isEqualTo(5 * once.uses().values().get(1).get(k));
	}

	@Test
	void learningGoesOnFromWhatItCameTo() {
		final ConvolutionalOptions options = OPTIONS.withMask(AtomMask.STANDARD).withHomeostasis(ConvolutionalHomeostasis.STANDARD);
		final ConvolutionalResult six = learn(options.withEpochs(6), 1), four = learn(options.withEpochs(4), 1);
		final ConvolutionalResult twoMore = new ConvolutionalLearner(options.withEpochs(2), four.dictionary(), four.homeostasis(), Parallel.SERIAL).learn(IMAGES, Progress.NONE);
		// But for the rounding of the atoms to float32 in between.
		assertThat(last(residuals(twoMore))).isCloseTo(last(residuals(six)), within(1e-4));
		assertThat(twoMore.homeostasis().gains()[1]).isCloseTo(six.homeostasis().gains()[1], within(1e-9));
	}

	@Test
	void whereItIsStoppedTheAtomsSoFarAreKept() {
		final AtomicInteger epochs = new AtomicInteger();
		final ConvolutionalLearner learner = new ConvolutionalLearner(OPTIONS, Parallel.SERIAL);
		final ConvolutionalResult stopped = learner.learn(IMAGES, (fraction, what) -> {
			assertThat(what).isEqualTo("Learning dictionary");
			epochs.set((int) (fraction * 30));
			return fraction < 0.1 + 1e-9;
		});
		assertThat(stopped.complete()).isFalse();
		final int done = residuals(stopped).size();
		assertThat(done).isBetween(2, 3);
		assertThat(stopped.dictionary().toArray()).containsExactly(learn(OPTIONS.withEpochs(done), 1).dictionary().toArray());
		assertThat(learn(OPTIONS.withEpochs(1), 1).complete()).isTrue();
	}

	@Test
	void atomsAreWhatTheOptionsSay() {
		final AtomMask disc = new AtomMask(AtomMask.Kind.DISC, 1);
		for (final float[] atom : UnitRows.rounded(UnitRows.of(learn(OPTIONS.withEpochs(3).withForm(disc, new AtomConstraint(false, true)), 1).dictionary()))) {
			float sum = 0;
			for (final float value : atom) sum += value;
			assertThat(sum).isCloseTo(0, within(1e-6f));
			assertThat(atom[0]).isZero();
			assertThat(atom[24]).isZero();
			assertThat(atom[12]).isNotZero();
		}
		for (final float value : learn(OPTIONS.withEpochs(3).withForm(AtomMask.NONE, new AtomConstraint(true, false)), 1).dictionary().toArray()) assertThat(value).isNotNegative();
	}

	@Test
	void homeostasisEvensTheUseOfAtoms() {
		final ConvolutionalOptions options = OPTIONS.withEpochs(100);
		final double without = spread(learn(options, 1)), with = spread(learn(options.withHomeostasis(new ConvolutionalHomeostasis(0.02, 2)), 1));
		assertThat(with).isLessThan(0.5 * without);
	}

	/** Standard deviation over mean of the uses in the last 20 epochs. */
	private static double spread(final ConvolutionalResult result) {
		final double[] uses = new double[ATOMS];
		final List<List<Double>> epochs = result.uses().values();
		for (final List<Double> epoch : epochs.subList(epochs.size() - 20, epochs.size())) for (int k = 0; k < ATOMS; k++) uses[k] += epoch.get(k);
		final double mean = Arrays.stream(uses).average().orElseThrow();
		return Math.sqrt(Arrays.stream(uses).map(use -> (use - mean) * (use - mean)).average().orElseThrow()) / mean;
	}

	@Test
	void imagesMayDifferInSizeAndBeDark() {
		final List<Volume> mixed = List.of(IMAGES.get(0), IMAGES.get(1).crop(2, 3, 9, 12), Volume.plane(6, 5, new float[30]));
		final ConvolutionalResult result = new ConvolutionalLearner(OPTIONS.withEpochs(2), Parallel.SERIAL).learn(mixed, Progress.NONE);
		assertThat(result.codes().get(2).count()).isZero();
		assertThat(last(result.curve(ConvolutionalResult.ENERGY_LEFT).values())).isBetween(0.0, 1.0);
	}

	@Test
	void presetsAreThePublishedSettings() {
		final ConvolutionalOptions low = ConvolutionalPreset.LOW.options(1), high = ConvolutionalPreset.HIGH.options(3), digits = ConvolutionalPreset.DIGITS.options(1);
		assertThat(low.atoms()).isEqualTo(20);
		assertThat(low.shape()).isEqualTo(PatchShape.square(9));
		assertThat(low.pursuit().maxCount()).isEqualTo(20);
		assertThat(high.atoms()).isEqualTo(60);
		assertThat(high.shape()).isEqualTo(new PatchShape(19, 19, 1, 3));
		assertThat(high.pursuit().maxCount()).isEqualTo(10);
		assertThat(digits.shape()).isEqualTo(PatchShape.square(7));
		assertThat(digits.pursuit().maxCount()).isEqualTo(15);
		assertThat(low.inWords()).containsEntry("epochs", "500").containsEntry("eta", "0.05").containsEntry("mask", "gaussian, sigma 0.8").containsEntry("rate of homeostasis", "0.0025").containsEntry("batch size", "all images");
		assertThat(ConvolutionalPreset.LOW.filters()).hasSize(2);
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		assertThatThrownBy(() -> new ConvolutionalOptions(0, SHAPE, 1, OPTIONS.pursuit(), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("atoms", "0");
		assertThatThrownBy(() -> OPTIONS.withEpochs(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("epochs", "-1");
		assertThatThrownBy(() -> OPTIONS.withSteps(0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("batchSize", "0");
		assertThatThrownBy(() -> OPTIONS.withSteps(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("eta", "NaN");
		assertThatThrownBy(() -> new ConvolutionalOptions(4, new PatchShape(3, 3, 2, 1), 1, OPTIONS.pursuit(), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("slice");
		final ConvolutionalOptions exact = new ConvolutionalOptions(4, SHAPE, 1, new ConvolutionalPursuitOptions(3, 0, 0, false, 1, MaskTreatment.EXACT), 1);
		assertThatThrownBy(() -> exact.withMask(AtomMask.STANDARD)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("EXACT", "taper");
		assertThatThrownBy(() -> new ConvolutionalLearner(OPTIONS, Dictionary.normalized(SHAPE, 1, TRUTH.atom(0)), OPTIONS.homeostasis().initial(1), Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContainingAll("4 atoms", "1 of 5 x 5");
		final ConvolutionalLearner learner = new ConvolutionalLearner(OPTIONS, Parallel.SERIAL);
		assertThatThrownBy(() -> learner.learn(List.of(), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no images");
		assertThatThrownBy(() -> learner.learn(List.of(Volume.plane(9, 9, new float[81])), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all 0");
		assertThatThrownBy(() -> learner.learn(List.of(Volume.plane(4, 9, new float[36])), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("smaller");
	}
}
