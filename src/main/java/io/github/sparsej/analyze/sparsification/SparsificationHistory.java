package io.github.sparsej.analyze.sparsification;

import java.util.List;

/**
 * What became of the weights.
 *
 * @param weights m, how many there were to begin with
 * @param lambda  price of a weight's absolute value
 * @param records in equal ratios of time, about three for each factor e, and the last step; by rising time
 * @param traces  weights of ranks 1, 2, 5, 10, 20, 50 and so on up to m
 * @param ending  why there are no more records
 */
public record SparsificationHistory(int weights, double lambda, List<SparsificationRecord> records, List<WeightTrace> traces, Ending ending) {

	/** Why a simulation ended. */
	public enum Ending {
		/** The others fell to 0. */
		ONE_WEIGHT_LEFT,
		/** The last ones fell to 0 in the same step: lambda or the step is too large for any to stay. The last record has no weights. */
		NO_WEIGHT_LEFT,
		/** The largest weights are the same, or differ by so little that no rounding could keep it; they never part. */
		STALLED,
		/** The progress asked to stop; what was recorded until then is there. */
		CANCELLED
	}

	public SparsificationHistory {
		records = List.copyOf(records);
		traces = List.copyOf(traces);
	}
}
