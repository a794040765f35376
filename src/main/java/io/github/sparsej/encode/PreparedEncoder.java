package io.github.sparsej.encode;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * An encoder ready for one dictionary. Thread-safe, parallel inside, and its result depends neither on the number of
 * threads nor on how signals are grouped into batches. Accuracy is relative to the l2 norm of each signal, for norms from
 * 1e-30 to 1e32.
 */
public interface PreparedEncoder {

	/**
	 * @param signals  n x m signals; not modified
	 * @param progress hears of the share of signals done; where it asks to stop, the signals not yet encoded get an empty
	 *                 code with {@link io.github.sparsej.model.StopReason#CANCELLED}
	 * @return one code per signal; an all-zero signal has an empty one, except where the encoder is a network, whose units
	 *         have biases ({@link io.github.sparsej.encode.feedforward.FeedForwardEncoder})
	 * @throws IllegalArgumentException if the signals have another length than the atoms, or one holds a NaN or an
	 *                                  infinity (named by its number)
	 */
	SparseCodes encode(Signals signals, Progress progress);
}
