package io.github.sparsej.encode.block;

import java.util.function.BooleanSupplier;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** One thread's run of an algorithm over signals, one after another, with scratch memory of its own. */
public interface SignalEncoder {

	/** Iterations after which an algorithm that may take many asks whether to stop: together a few milliseconds. */
	int ITERATIONS_BETWEEN_LOOKS = 1024;

	/** Makes one per thread. */
	@FunctionalInterface
	interface Factory {
		SignalEncoder create();
	}

	/**
	 * Hears, before a signal is encoded, of a code to start from. An algorithm without use for it does nothing.
	 *
	 * @param start codes of the same signals
	 * @param row   the signal that is encoded next
	 */
	default void startFrom(final SparseCodes start, final int row) {}

	/**
	 * Hears whom to ask, now and then while a signal is encoded, whether to stop: then {@link #encode} ends with
	 * {@link StopReason#CANCELLED}, and the signal's code is not kept. An algorithm whose signals never take long does nothing.
	 */
	default void heed(final BooleanSupplier stop) {}

	/**
	 * Encodes one signal.
	 *
	 * @param signals      holds the signal; not modified
	 * @param offset       where it begins
	 * @param energy       its squared l2 norm, 0 or more
	 * @param correlations its inner products with all atoms; overwritten
	 * @param code         takes the nonzeros, in any order of atoms
	 */
	StopReason encode(float[] signals, int offset, double energy, float[] correlations, CodeBlock code);
}
