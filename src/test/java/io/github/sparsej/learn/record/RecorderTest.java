package io.github.sparsej.learn.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.greedy.MatchingPursuit;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.Npy;

/** The numbers are those of the same arithmetic in numpy 1.24, in float64. */
class RecorderTest {

	private static final int ATOMS = 64, ROWS = 128;
	private static final MatchingPursuitOptions PURSUIT = new MatchingPursuitOptions(6, 0, Selection.RECTIFIED);
	private static final List<String> WITHOUT_QUANTILES = List.of("error", "entropy", "logL", "MI", "MC", "perror", "seconds");

	/** Patches of the same images: atoms so much alike that codes do not survive being decoded. */
	private static Dictionary dictionary() {
		final float[] batches = Npy.golden("shl_small/batches_3x128x64_f32.npy").floats();
		return Dictionary.normalized(PatchShape.square(8), ATOMS, Arrays.copyOfRange(batches, batches.length - ATOMS * 64, batches.length));
	}

	private static Signals signals() {
		return Signals.of(ROWS, 64, Arrays.copyOf(Npy.golden("shl_small/batches_3x128x64_f32.npy").floats(), ROWS * 64));
	}

	private static double[] ones() {
		final double[] ones = new double[ATOMS];
		Arrays.fill(ones, 1);
		return ones;
	}

	private static HomeostasisState neutral() {
		return new HomeostasisState("None", new double[ATOMS], ones());
	}

	private static HomeostasisState gained(final QuantileFunctions quantiles) {
		final double[] gains = ones();
		for (int i = 0; i < ATOMS / 2; i++) gains[i] = 1.5;
		return new HomeostasisState("HAP", new double[ATOMS], gains, quantiles, false);
	}

	private static Map<String, Double> taken(final EncoderSettings coding, final HomeostasisState homeostasis, final Parallel parallel) {
		final Recorder recorder = new Recorder(coding, parallel);
		assertThat(recorder.take(1, signals(), dictionary(), homeostasis, Progress.NONE)).isTrue();
		final Map<String, Double> values = new HashMap<>();
		for (final LearningCurve curve : recorder.curves()) values.put(curve.quantity(), curve.values().get(0));
		return values;
	}

	private static Map<String, Double> without(final Map<String, Double> values, final String... quantities) {
		final Map<String, Double> rest = new HashMap<>(values);
		rest.keySet().removeAll(List.of(quantities));
		return rest;
	}

	@Test
	void measuresTheCodesOfPlainMatchingPursuit() {
		final Recorder recorder = new Recorder(PURSUIT, Parallel.of(2));
		recorder.take(1, signals(), dictionary(), neutral(), Progress.NONE);
		final SparseCodes codes = new MatchingPursuit(PURSUIT, Parallel.SERIAL).prepare(dictionary()).encode(signals(), Progress.NONE);
		final Map<String, Double> values = taken(PURSUIT, neutral(), Parallel.SERIAL);
		assertThat(recorder.curves()).extracting(LearningCurve::quantity).containsExactlyElementsOf(WITHOUT_QUANTILES);
		assertThat(values.get("error")).isCloseTo(0.6385519121893156, within(1e-6));
		assertThat(values.get("entropy")).isCloseTo(0.9679181581519848, within(1e-9));
		assertThat(values.get("logL")).isEqualTo(AtomUse.of(codes).logLikelihood());
		assertThat(values.get("MI")).isCloseTo(0.6752319935123754, within(1e-9));
		assertThat(values.get("MC")).isCloseTo(0.9359158061011672, within(1e-6));
		assertThat(values.get("perror")).isEqualTo(0.0103759765625);
		assertThat(values.get("seconds")).isBetween(0.0, 60.0);
		assertThat(recorder.atomRecords()).extracting(AtomRecord::quantity).containsExactly("kurtosis", "variance", "probability of activation");
		assertThat(recorder.atomRecords().get(0).values().get(0)).containsExactlyElementsOf(boxed(CoefficientMoments.of(codes).kurtosis()));
		assertThat(recorder.atomRecords().get(1).values().get(0)).containsExactlyElementsOf(boxed(CoefficientMoments.of(codes).meanSquares()));
		assertThat(recorder.atomRecords().get(2).values().get(0)).containsExactlyElementsOf(boxed(AtomUse.of(codes).probabilities()));
	}

	private static List<Double> boxed(final double[] values) {
		return Arrays.stream(values).boxed().toList();
	}

	@Test
	void gainsMatterToThePredictionErrorOnly() {
		final Map<String, Double> plain = taken(PURSUIT, neutral(), Parallel.SERIAL), gained = taken(PURSUIT, gained(null), Parallel.SERIAL);
		assertThat(without(gained, "perror", "seconds")).isEqualTo(without(plain, "perror", "seconds"));
		assertThat(gained.get("perror")).isEqualTo(0.01025390625);
	}

	@Test
	void quantileFunctionsGiveTheirSpreadAndBothCosts() {
		final double[] values = QuantileFunctions.identity(ATOMS, 16, 3).toArray();
		for (int q = 1; q < 15; q++) values[q] = 1;
		final QuantileFunctions quantiles = new QuantileFunctions(ATOMS, 16, 3, values);
		final Map<String, Double> taken = taken(PURSUIT, gained(quantiles), Parallel.SERIAL);
		assertThat(taken.get("qerror")).isEqualTo(QuantileSpread.of(quantiles)).isPositive();
		assertThat(taken.get("F")).isCloseTo(taken.get("error") + 0.0005 * taken.get("qerror"), within(1e-12));
		assertThat(taken.get("F 2018")).isCloseTo(61.803 * taken.get("error") + 0.1 * taken.get("qerror"), within(1e-12));
		assertThat(taken).hasSize(RecordedQuantity.values().length);
	}

	@Test
	void otherCodingStepsAreMeasuredByPlainPursuitOfTheirNonzerosAndSign() {
		assertThat(measured(new OmpOptions(6, 0, false, true))).isEqualTo(measured(PURSUIT));
		assertThat(measured(new MatchingPursuitOptions(6, 0.3, Selection.RECTIFIED, true))).as("to the full number").isEqualTo(measured(PURSUIT));
		assertThat(measured(new OmpOptions(6, 0, false, false))).isEqualTo(measured(new MatchingPursuitOptions(6, 0, Selection.SIGNED))).isNotEqualTo(measured(PURSUIT));
		assertThat(measured(new LassoLarsOptions(Penalty.lasso(0.1)))).as("no number of nonzeros").isEqualTo(measured(new MatchingPursuitOptions(10, 0, Selection.SIGNED)));
	}

	private static Map<String, Double> measured(final EncoderSettings coding) {
		return without(taken(coding, neutral(), Parallel.SERIAL), "seconds");
	}

	@Test
	void recordsGrowStepByStep() {
		final Recorder recorder = new Recorder(PURSUIT, Parallel.SERIAL);
		recorder.take(1, signals(), dictionary(), neutral(), Progress.NONE);
		recorder.take(33, signals(), dictionary(), neutral(), Progress.NONE);
		assertThat(recorder.curves()).allSatisfy(curve -> assertThat(curve.steps()).containsExactly(1, 33));
		assertThat(recorder.atomRecords()).allSatisfy(record -> assertThat(record.steps()).containsExactly(1, 33)).allSatisfy(record -> assertThat(record.values().get(1)).hasSize(ATOMS));
		final List<Double> seconds = recorder.curves().get(6).values();
		assertThat(seconds.get(1)).isGreaterThan(seconds.get(0));
	}

	@Test
	void aRecordThatIsStoppedLeavesNothingBehind() {
		final Recorder recorder = new Recorder(PURSUIT, Parallel.SERIAL);
		assertThat(recorder.take(1, signals(), dictionary(), neutral(), (fraction, what) -> false)).isFalse();
		assertThat(recorder.curves()).isEmpty();
		assertThat(recorder.atomRecords()).isEmpty();
	}

	@Test
	void codesWithoutASingleUseAreRecordedWithoutNaN() {
		final Recorder recorder = new Recorder(PURSUIT, Parallel.SERIAL);
		assertThat(recorder.take(1, Signals.zeros(5, 64), dictionary(), gained(QuantileFunctions.identity(ATOMS, 4, 3)), Progress.NONE)).isTrue();
		assertThat(recorder.curves()).hasSize(RecordedQuantity.values().length).allSatisfy(curve -> assertThat(curve.values().get(0)).isFinite());
		assertThat(recorder.atomRecords()).allSatisfy(record -> assertThat(record.values().get(0)).allSatisfy(value -> assertThat(value).isFinite()));
	}

	@Test
	void recordsAreDueAfterTheFirstBatchAndEveryFewAfterIt() {
		final Recording recording = new Recording(3, 10);
		assertThat(recording.isDueAfter(1)).isTrue();
		assertThat(recording.isDueAfter(2)).isFalse();
		assertThat(recording.isDueAfter(3)).isFalse();
		assertThat(recording.isDueAfter(4)).isTrue();
		assertThatThrownBy(() -> new Recording(0, 10)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 0");
		assertThatThrownBy(() -> new Recording(1, -3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got -3");
	}
}
