package io.github.sparsej.analyze.sparsification;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.analyze.sparsification.SparsificationHistory.Ending;
import io.github.sparsej.model.Progress;

/** One simulation. Not thread-safe. */
final class SparsificationRun {

	/**
	 * Lambda times a time in which any two weights part that differ at all: their gap grows at the rate sqrt(2) lambda, and
	 * so the smallest that a double can hold, 1e16-fold in 26 / lambda.
	 */
	private static final double PATIENCE = 100;
	/** Steps from one question whether to go on to the next: well below a millisecond. */
	private static final int STEPS_AT_ONCE = 4096;
	/** Share of the work that counts as done while nobody knows when the last weight but one falls. */
	private static final double ALMOST = 0.99;
	/** Records for each factor e of the number of steps. */
	private static final int RECORDS = 3;
	/** Ranks that are traced, times powers of ten. */
	private static final int[] RANKS = { 1, 2, 5 };

	private final SparsificationOptions options;
	private final FallingWeights weights;
	private final List<SparsificationRecord> records = new ArrayList<>();
	private final List<Integer> ranks = new ArrayList<>();
	private final List<List<Double>> traces = new ArrayList<>();
	private double gamma;
	private long step;
	/** In which of the stretches that have a record each the step is. */
	private int stretch = stretch(0);

	SparsificationRun(final SparsificationOptions options, final double[] first) {
		this.options = options;
		weights = new FallingWeights(first);
		gamma = (first[0] - first[1]) / first[0];
		for (long decade = 1; decade <= first.length; decade *= 10)
			for (final int rank : RANKS)
				if (rank * decade <= first.length) {
					ranks.add((int) (rank * decade));
					traces.add(new ArrayList<>());
				}
	}

	SparsificationHistory run(final Progress progress) {
		while (weights.left() > 1) {
			final double scaledTime = options.lambda() * time();
			if (scaledTime > PATIENCE) return history(Ending.STALLED);
			if (step % STEPS_AT_ONCE == 0 && !progress.report(Math.min(ALMOST, scaledTime), "Simulating sparsification")) return history(Ending.CANCELLED);
			advance();
		}
		return history(weights.left() == 1 ? Ending.ONE_WEIGHT_LEFT : Ending.NO_WEIGHT_LEFT);
	}

	private double time() {
		return step * options.step();
	}

	private void advance() {
		final int before = weights.left();
		final double sum = weights.sum(), squares = weights.sumOfSquares();
		gamma += options.lambda() / weights.weight(0) * options.step() * gamma;
		weights.step(1 + options.step() * (1 - squares), options.step() * options.lambda());
		final int next = stretch(step + 1);
		if (next != stretch || weights.left() <= 1) record(before, sum, squares);
		stretch = next;
		step++;
	}

	private static int stretch(final long step) {
		return (int) (RECORDS * Math.log(step + 1));
	}

	private void record(final int before, final double sum, final double squares) {
		final int left = weights.left();
		final double deviation = squares - sum * sum / before, mean = sum / before;
		records.add(new SparsificationRecord(step, time(), before, left, sum, 1 - squares, deviation, deviation / before / (mean * mean), gamma, weight(0), weight((left - 1) / 2), weight(left - 1)));
		for (int i = 0; i < traces.size(); i++) if (ranks.get(i) <= left) traces.get(i).add(weight(ranks.get(i) - 1));
	}

	/** NaN if none is left. */
	private double weight(final int rank) {
		return weights.left() == 0 ? Double.NaN : weights.weight(rank);
	}

	private SparsificationHistory history(final Ending ending) {
		final List<WeightTrace> traced = new ArrayList<>();
		for (int i = 0; i < traces.size(); i++) traced.add(new WeightTrace(ranks.get(i), traces.get(i)));
		return new SparsificationHistory(options.weights(), options.lambda(), records, traced, ending);
	}
}
