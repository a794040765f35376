package io.github.sparsej.learn.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.greedy.MatchingPursuit;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * Measures a dictionary again and again while it is learned (Perrinet 2019, SHL_scripts).
 * <p>
 * All methods of homeostasis are measured alike: by plain matching pursuit, of as many steps as the coding step of
 * learning has nonzeros ({@link EncoderParameters#DEFAULT} of those which have no such number) and of its sign, whatever
 * encoder that is. Only {@link RecordedQuantity#PREDICTION_ERROR} selects with the homeostasis learned so far. What needs
 * quantile functions is left out where the homeostasis has none. All is the same on any number of threads but
 * {@link RecordedQuantity#SECONDS}. Modified by {@link #take}, hence for one thread at a time; parallel inside.
 */
public final class Recorder {

	private static final long ATOM_QUANTITIES = 3;
	/** Of a number in a list: an object and the reference to it. */
	private static final long BYTES_PER_NUMBER = 24;

	private final EncoderSettings coding;
	private final Parallel parallel;
	private final long start = System.nanoTime();
	private final List<Integer> steps = new ArrayList<>();
	private final Map<RecordedQuantity, List<Double>> numbers = new EnumMap<>(RecordedQuantity.class);
	private final Map<String, List<List<Double>>> ofAtoms = new LinkedHashMap<>();

	/**
	 * Begins to count seconds.
	 *
	 * @param coding options of the coding step of learning
	 */
	public Recorder(final EncoderSettings coding, final Parallel parallel) {
		this.coding = coding;
		this.parallel = parallel;
	}

	private static MatchingPursuitOptions pursuit(final EncoderOptions coding) {
		final EncoderParameters known = EncoderKind.of(coding).parameters(coding, EncoderParameters.DEFAULT);
		return new MatchingPursuitOptions(known.nonzeros(), 0, known.nonnegative() ? Selection.RECTIFIED : Selection.SIGNED);
	}

	/**
	 * Memory that records need beyond the dictionary's Gram matrix, in bytes: for one of them signals, what their codes stand for,
	 * two more Gram matrices (of the second encoder, and for the coherence) and pairs of atoms; and what is kept of every atom in
	 * all of them.
	 */
	public static long bytesNeeded(final int signals, final int length, final int atomCount, final int records) {
		return 2L * Float.BYTES * ((long) signals * length + (long) atomCount * atomCount) + MutualInformation.bytesNeeded(atomCount) + ATOM_QUANTITIES * BYTES_PER_NUMBER * atomCount * records;
	}

	/**
	 * Takes one record.
	 *
	 * @param step     the step of learning that was done last, from 1; larger than that of the record before
	 * @param signals  random ones of those that are learned from; not modified
	 * @param progress where it asks to stop, nothing is recorded
	 * @return false if it asked to
	 */
	public boolean take(final int step, final Signals signals, final Dictionary dictionary, final HomeostasisState homeostasis, final Progress progress) {
		final MatchingPursuitOptions pursuit = pursuit(Encoders.options(coding));
		final PreparedEncoder plain = new MatchingPursuit(pursuit, parallel).prepare(dictionary);
		final SparseCodes codes = plain.encode(signals, progress);
		final PreparedEncoder fair = homeostasis.isNeutral() ? plain : pursuit.encoder(homeostasis, parallel).prepare(dictionary);
		final SparseCodes fairCodes = homeostasis.isNeutral() ? codes : fair.encode(signals, progress);
		final SparseCodes again = fair.encode(fairCodes.decode(dictionary), progress);
		if (codes.count(StopReason.CANCELLED) + fairCodes.count(StopReason.CANCELLED) + again.count(StopReason.CANCELLED) > 0) return false;
		steps.add(step);
		final double error = Residuals.relative(signals, codes, dictionary, parallel);
		put(RecordedQuantity.ERROR, error);
		homeostasis.quantiles().map(QuantileSpread::of).ifPresent(qerror -> {
			put(RecordedQuantity.QERROR, qerror);
			put(RecordedQuantity.F, Cost.of(error, qerror));
			put(RecordedQuantity.F_2018, Cost.of2018(error, qerror));
		});
		putUse(codes);
		put(RecordedQuantity.COHERENCE, Coherence.signed(dictionary, parallel));
		put(RecordedQuantity.PREDICTION_ERROR, PredictionError.of(fairCodes, again));
		put(RecordedQuantity.SECONDS, (System.nanoTime() - start) * 1e-9);
		return true;
	}

	private void putUse(final SparseCodes codes) {
		final AtomUse use = AtomUse.of(codes);
		final CoefficientMoments moments = CoefficientMoments.of(codes);
		put(RecordedQuantity.ENTROPY, use.entropy());
		put(RecordedQuantity.LOG_LIKELIHOOD, use.logLikelihood());
		put(RecordedQuantity.MUTUAL_INFORMATION, MutualInformation.of(codes));
		put(AtomRecord.KURTOSIS, moments.kurtosis());
		put(AtomRecord.VARIANCE, moments.meanSquares());
		put(AtomRecord.PROBABILITY, use.probabilities());
	}

	private void put(final RecordedQuantity quantity, final double value) {
		numbers.computeIfAbsent(quantity, q -> new ArrayList<>()).add(value);
	}

	private void put(final String quantity, final double[] values) {
		ofAtoms.computeIfAbsent(quantity, q -> new ArrayList<>()).add(Arrays.stream(values).boxed().toList());
	}

	/** What was recorded so far, one curve a quantity, named by {@link RecordedQuantity#label}; none before the first record. */
	public List<LearningCurve> curves() {
		return numbers.entrySet().stream().map(entry -> new LearningCurve(entry.getKey().label(), steps, entry.getValue())).toList();
	}

	/** What was recorded of every atom so far. */
	public List<AtomRecord> atomRecords() {
		return ofAtoms.entrySet().stream().map(entry -> new AtomRecord(entry.getKey(), steps, entry.getValue())).toList();
	}
}
