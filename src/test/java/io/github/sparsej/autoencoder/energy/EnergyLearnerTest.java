package io.github.sparsej.autoencoder.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;

class EnergyLearnerTest {

	private static final EnergyOptions OPTIONS = new EnergyOptions(20, 10, 5, 8, 1e-3, 200, EnergyVariant.CORRECT, 7);
	private static final double[][] SIGNALS = signals(300, 12);

	/** Sparse sums of a few hidden vectors. */
	private static double[][] signals(final int count, final int length) {
		final SplittableRandom random = new SplittableRandom(3);
		final double[][] hidden = new double[16][length], signals = new double[count][length];
		for (final double[] row : hidden) for (int j = 0; j < length; j++) row[j] = random.nextGaussian() / Math.sqrt(length);
		for (final double[] signal : signals)
			for (int k = 0; k < 3; k++) {
				final double weight = 2 * random.nextGaussian();
				final double[] row = hidden[random.nextInt(hidden.length)];
				for (int j = 0; j < length; j++) signal[j] += weight * row[j];
			}
		return signals;
	}

	private static EnergyResult learn(final EnergyOptions options, final Progress progress) {
		return new EnergyLearner(options, Parallel.of(2)).learnWithCodes(SIGNALS, progress);
	}

	@Test
	void objectiveNeverRises() {
		double last = Double.POSITIVE_INFINITY;
		for (final EnergyIteration iteration : learn(OPTIONS, Progress.NONE).iterations())
			for (final double objective : new double[] { iteration.afterCodes(), iteration.afterDecoder(), iteration.afterEncoder() }) {
				assertThat(objective).isLessThanOrEqualTo(last * (1 + 1e-12));
				last = objective;
			}
	}

	private static double largest(final double[] values) {
		return Arrays.stream(values).max().orElseThrow();
	}

	@Test
	void columnsOfBothMatricesAreWithinUnitBalls() {
		final EnergyOptions options = new EnergyOptions(6, 10, 10, 8, 1e-3, 200, EnergyVariant.CORRECT, 7);
		final UnitMeasures units = new UnitMeasures(new EnergyLearner(options, Parallel.of(2)).learnWithCodes(signals(300, 40), Progress.NONE).autoencoder().network());
		assertThat(largest(units.atomNorms())).isCloseTo(1, within(1e-12));
		assertThat(largest(units.encoderColumnNorms())).isLessThanOrEqualTo(1 + 1e-12);
		// The rows of E are not bounded: here they must be longer.
		assertThat(largest(units.encoderRowNorms())).isGreaterThan(1.001);
	}

	@ParameterizedTest
	@EnumSource(EnergyVariant.class)
	void figuresAreThoseOfTheDefinition(final EnergyVariant variant) {
		final EnergyResult result = learn(new EnergyOptions(20, 10, 5, 4, 1e-3, 200, variant, 7), Progress.NONE);
		final Terms terms = Terms.of(result);
		final var figures = result.autoencoder().figures();
		assertThat(figures.get("Data term")).isCloseTo(5 * terms.data, within(1e-5 * terms.data));
		assertThat(figures.get("Encoder term")).isCloseTo(2.5 * terms.encoding, within(1e-5 * terms.encoding));
		assertThat(figures.get("One-norm")).isCloseTo(terms.oneNorm, within(1e-6 * terms.oneNorm));
		assertThat(figures.get("Objective")).isCloseTo(5 * terms.data + 2.5 * terms.encoding + terms.oneNorm, within(1e-5 * terms.oneNorm));
		assertThat(figures.get("Objective")).isCloseTo(result.iterations().get(3).objective(), within(1e-9 * terms.oneNorm));
		assertThat(figures.get("Relative error of D z")).isCloseTo(Math.sqrt(terms.data / terms.energy), within(1e-6));
		assertThat(figures.get("Relative error of D E x")).isCloseTo(Math.sqrt(terms.both / terms.energy), within(1e-6));
		assertThat(figures.get("Relative error of E x")).isCloseTo(Math.sqrt(terms.encoding / terms.codeEnergy), within(1e-6));
		assertThat(figures.get("Nonzeros (%)")).isCloseTo(100.0 * result.codes().nonzeros() / (20.0 * SIGNALS.length), within(1e-9));
	}

	/** Those of the definition, by one sum after another. */
	private record Terms(double data, double encoding, double oneNorm, double both, double energy, double codeEnergy) {

		static Terms of(final EnergyResult result) {
			final FeedForward network = result.autoencoder().network();
			double data = 0, encoding = 0, oneNorm = 0, both = 0, energy = 0, codeEnergy = 0;
			for (int s = 0; s < SIGNALS.length; s++) {
				final float[] z = result.codes().dense(s);
				final double[] ex = new double[z.length], rest = SIGNALS[s].clone(), otherRest = SIGNALS[s].clone();
				for (int i = 0; i < z.length; i++) {
					for (int j = 0; j < rest.length; j++) ex[i] += network.encoder(i)[j] * SIGNALS[s][j];
					for (int j = 0; j < rest.length; j++) {
						rest[j] -= z[i] * network.decoder(i)[j];
						otherRest[j] -= ex[i] * network.decoder(i)[j];
					}
					encoding += (z[i] - ex[i]) * (z[i] - ex[i]);
					codeEnergy += (double) z[i] * z[i];
					oneNorm += Math.abs(z[i]);
				}
				data += squares(rest);
				both += squares(otherRest);
				energy += squares(SIGNALS[s]);
			}
			return new Terms(data, encoding, oneNorm, both, energy, codeEnergy);
		}

		/** Under the weights of {@link #OPTIONS}. */
		double objective() {
			return OPTIONS.dataLambda() / 2 * data + OPTIONS.encoderLambda() / 2 * encoding + oneNorm;
		}
	}

	private static double squares(final double[] values) {
		return Arrays.stream(values).map(value -> value * value).sum();
	}

	@Test
	void asPublishedLeavesOneMatrix() {
		final EnergyResult result = learn(new EnergyOptions(20, 10, 5, 3, 1e-3, 200, EnergyVariant.AS_PUBLISHED, 7), Progress.NONE);
		final FeedForward network = result.autoencoder().network();
		for (int i = 0; i < 20; i++) assertThat(network.decoder(i)).containsExactly(network.encoder(i));
		assertThat(largest(new UnitMeasures(network).encoderRowNorms())).isLessThanOrEqualTo(1 + 1e-12);
		assertThat(result.autoencoder().figures().get("Cosine of E and D'")).isCloseTo(1, within(1e-12));
	}

	/** With steps by Frobenius norms, codes of 0 would not get away from 0 before the tolerance ends the first step. */
	@Test
	void asPublishedBeginsWithNormalCodes() {
		final EnergyResult result = learn(new EnergyOptions(20, 10, 5, 3, 1e-3, 200, EnergyVariant.AS_PUBLISHED, 7), Progress.NONE);
		assertThat(result.codes().nonzeros()).isPositive();
		final EnergyResult stopped = learn(new EnergyOptions(20, 10, 5, 3, 1e-3, 200, EnergyVariant.AS_PUBLISHED, 7), (fraction, what) -> false);
		assertThat(stopped.codes().nonzeros()).isEqualTo(20 * SIGNALS.length);
		assertThat(learn(OPTIONS, (fraction, what) -> false).codes().nonzeros()).isZero();
	}

	@Test
	void curvesTellEveryIterationOfEveryStep() {
		final EnergyResult result = learn(OPTIONS, Progress.NONE);
		final List<LearningCurve> curves = result.autoencoder().curves();
		assertThat(curves).extracting(LearningCurve::quantity).containsExactly(EnergyCurves.CODE_STEP, EnergyCurves.DECODER_STEP, EnergyCurves.ENCODER_STEP,
			EnergyCurves.AFTER_CODES, EnergyCurves.AFTER_DECODER, EnergyCurves.AFTER_ENCODER, EnergyCurves.NONZEROS);
		assertThat(curves.get(0).values()).hasSize(result.iterations().stream().mapToInt(i -> i.codeSteps() + 1).sum());
		assertThat(curves.get(1).values()).hasSize(result.iterations().stream().mapToInt(i -> i.decoderSteps() + 1).sum());
		assertThat(curves.get(2).values()).hasSize(result.iterations().stream().mapToInt(i -> i.encoderSteps() + 1).sum());
		assertThat(curves.get(5).values()).isEqualTo(result.iterations().stream().map(EnergyIteration::afterEncoder).toList());
		// The start of a step is where the step before left J.
		assertThat(curves.get(0).values().get(result.iterations().get(0).codeSteps() + 1)).isCloseTo(result.iterations().get(0).afterEncoder(), within(1e-9 * result.iterations().get(0).afterEncoder()));
	}

	@Test
	void numberOfThreadsChangesNoBit() {
		final EnergyResult one = new EnergyLearner(OPTIONS, Parallel.SERIAL).learnWithCodes(SIGNALS, Progress.NONE), eight = new EnergyLearner(OPTIONS, Parallel.of(8)).learnWithCodes(SIGNALS, Progress.NONE);
		assertThat(eight.iterations()).isEqualTo(one.iterations());
		assertThat(eight.codes()).isEqualTo(one.codes());
		assertThat(eight.autoencoder().figures()).isEqualTo(one.autoencoder().figures());
		assertThat(learn(new EnergyOptions(20, 10, 5, 8, 1e-3, 200, EnergyVariant.CORRECT, 8), Progress.NONE).iterations()).isNotEqualTo(one.iterations());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 9, 40, 150, 400 })
	void stoppedRunGivesTheNetworkSoFar(final int calls) {
		final int[] asked = { 0 };
		final EnergyResult stopped = learn(OPTIONS, (fraction, what) -> asked[0]++ < calls), all = learn(OPTIONS, Progress.NONE);
		assertThat(stopped.autoencoder().complete()).isFalse();
		assertThat(stopped.iterations()).isEqualTo(all.iterations().subList(0, stopped.iterations().size())).hasSizeLessThan(8);
		assertThat(largest(new UnitMeasures(stopped.autoencoder().network()).atomNorms())).isLessThanOrEqualTo(1 + 1e-12);
		assertThat(stopped.autoencoder().figures()).containsKeys("Nonzeros (%)", "Cosine of E and D'").doesNotContainKey("Objective");
		// Codes come in float32.
		if (!stopped.iterations().isEmpty()) assertThat(Terms.of(stopped).objective()).isLessThanOrEqualTo(stopped.iterations().get(stopped.iterations().size() - 1).objective() * (1 + 1e-5));
	}

	/** Asked to stop at every single call in turn: there is always a network of unit balls, and what was recorded is what the whole run records. */
	@Test
	void aRunMayBeStoppedAtAnyCall() {
		final double[][] few = Arrays.copyOf(SIGNALS, 30);
		final EnergyLearner learner = new EnergyLearner(new EnergyOptions(5, 10, 5, 2, 1e-9, 2, EnergyVariant.CORRECT, 7), Parallel.SERIAL);
		final EnergyResult all = learner.learnWithCodes(few, Progress.NONE);
		boolean complete = false;
		int calls = 0;
		for (; !complete; calls++) {
			final int[] asked = { calls };
			final EnergyResult stopped = learner.learnWithCodes(few, (fraction, what) -> asked[0]-- > 0);
			complete = stopped.autoencoder().complete();
			assertThat(stopped.iterations()).isEqualTo(all.iterations().subList(0, stopped.iterations().size()));
			assertThat(largest(new UnitMeasures(stopped.autoencoder().network()).atomNorms())).isLessThanOrEqualTo(1 + 1e-12);
		}
		assertThat(calls).isGreaterThan(20);
	}

	@Test
	void aVariantIsFoundByItsName() {
		for (final EnergyVariant variant : EnergyVariant.values()) assertThat(EnergyVariant.named(variant.label())).isSameAs(variant);
		assertThatThrownBy(() -> EnergyVariant.named("correct")).isInstanceOf(IllegalArgumentException.class).hasMessage("no variant is called correct");
	}

	/** A unit without weights has no direction, and no cosine but 0. */
	@Test
	void cosinesAreThoseOfRowsAndAtoms() {
		final UnitMeasures measures = new UnitMeasures(new FeedForward(new double[][] { { 3, 4 }, { 1, 0 }, { 0, 0 }, { 1, 1 } }, new double[4], Activation.LINEAR, new double[][] { { 6, 8 }, { 0, -2 }, { 1, 1 }, { 0, 0 } }, new double[2], Activation.LINEAR));
		assertThat(measures.cosines()).containsExactly(new double[] { 1, 0, 0, 0 }, within(1e-15));
		final UnitMeasures nothing = new UnitMeasures(new FeedForward(new double[1][2], new double[1], Activation.LINEAR, new double[][] { { 1, 1 } }, new double[2], Activation.LINEAR));
		assertThat(nothing.cosine()).isZero();
	}

	@Test
	void aStartHasAtomsOfOneLength() {
		assertThatThrownBy(() -> EnergyStart.of(new double[3][0], new double[0][], new double[0][])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1 atom");
		assertThatThrownBy(() -> EnergyStart.of(new double[3][2], new double[2][0], new double[2][0])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1 atom");
		assertThatThrownBy(() -> EnergyStart.of(new double[3][2], new double[][] { { 1, 2 }, { 3 } }, new double[2][2])).isInstanceOf(IllegalArgumentException.class).hasMessage("the decoder of a start must have 2 rows of 2 values");
		assertThatThrownBy(() -> EnergyStart.of(new double[3][2], new double[2][2], new double[1][2])).isInstanceOf(IllegalArgumentException.class).hasMessage("the encoder of a start must have 2 rows of 2 values");
		final EnergyLearner learner = new EnergyLearner(OPTIONS, Parallel.SERIAL);
		for (final int[] size : new int[][] { { 299, 20, 12 }, { 300, 19, 12 }, { 300, 20, 11 } })
			assertThatThrownBy(() -> learner.learnFrom(EnergyStart.of(new double[size[0]][size[1]], new double[size[1]][size[2]], new double[size[1]][size[2]]), SIGNALS, Progress.NONE)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("a start of " + size[0] + " codes in " + size[1] + " atoms of " + size[2] + " values does not fit 300 signals of 12 values and 20 atoms");
	}

	@Test
	void progressRisesToTheEnd() {
		final double[] last = { 0 };
		learn(OPTIONS, (fraction, what) -> {
			assertThat(what).isEqualTo("Learning dictionary");
			assertThat(fraction).isBetween(last[0], 1.0);
			last[0] = fraction;
			return true;
		});
		assertThat(last[0]).isGreaterThan(0.9);
	}

	@Test
	void signalsTooWeakForAnyCodeLeaveTheStart() {
		final double[][] weak = new double[30][4];
		for (int s = 0; s < 30; s++) weak[s][s % 4] = 1e-3;
		final EnergyResult result = new EnergyLearner(new EnergyOptions(5, 10, 10, 3, 1e-3, 200, EnergyVariant.CORRECT, 1), Parallel.SERIAL).learnWithCodes(weak, Progress.NONE);
		assertThat(result.codes().nonzeros()).isZero();
		assertThat(result.autoencoder().complete()).isTrue();
		assertThat(result.autoencoder().figures().get("Relative error of D z")).isEqualTo(1);
		assertThat(result.autoencoder().figures().get("Used atoms")).isZero();
	}

	@Test
	void whatCannotBeLearnedFromIsNamed() {
		final EnergyLearner learner = new EnergyLearner(OPTIONS, Parallel.SERIAL);
		assertThatThrownBy(() -> learner.learn(new double[30][4], Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all the same");
		assertThatThrownBy(() -> learner.learn(Arrays.copyOf(SIGNALS, 19), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("19").hasMessageContaining("20");
		final EnergyStart start = EnergyStart.of(new double[300][20], new double[20][11], new double[20][11]);
		assertThatThrownBy(() -> learner.learnFrom(start, SIGNALS, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("11 values").hasMessageContaining("300 signals of 12 values");
		assertThatThrownBy(() -> EnergyStart.of(new double[3][5], new double[5][2], new double[5][3])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("encoder");
		assertThatThrownBy(() -> EnergyStart.of(new double[3][4], new double[5][2], new double[5][2])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("codes");
	}

	@Test
	void optionsNameWhatIsWrong() {
		refused(0, 1, 1, 1, 0.1, 1, "atoms must be at least 1, got 0");
		refused(1, 0, 1, 1, 0.1, 1, "dataLambda must be finite and above 0, got 0.0");
		refused(1, 1, Double.POSITIVE_INFINITY, 1, 0.1, 1, "encoderLambda must be finite and above 0, got Infinity");
		refused(1, 1, Double.NaN, 1, 0.1, 1, "encoderLambda");
		refused(1, 1, 1, 0, 0.1, 1, "iterations must be at least 1, got 0");
		refused(1, 1, 1, 1, 0, 1, "tolerance must be between 0 and 1 (both excluded), got 0.0");
		refused(1, 1, 1, 1, 1, 1, "got 1.0");
		refused(1, 1, 1, 1, Double.NaN, 1, "got NaN");
		refused(1, 1, 1, 1, 0.1, 0, "maxInner must be at least 1, got 0");
	}

	private static void refused(final int atoms, final double dataLambda, final double encoderLambda, final int iterations, final double tolerance, final int maxInner, final String message) {
		assertThatThrownBy(() -> new EnergyOptions(atoms, dataLambda, encoderLambda, iterations, tolerance, maxInner, EnergyVariant.CORRECT, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}
}
