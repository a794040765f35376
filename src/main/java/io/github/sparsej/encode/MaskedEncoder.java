package io.github.sparsej.encode;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * A prepared encoder for signals of which values are missing, as inpainting needs it (Mairal, Elad &amp; Sapiro, IEEE
 * Trans. Image Processing 17, 2008): what it minimises has the residual of the known values only, |M (x - D a)|. The code
 * then tells the missing ones by D a. Tolerances are l2 norms over the known values. A signal of which nothing is known
 * has an empty code.
 */
public interface MaskedEncoder extends PreparedEncoder {

	/** As {@link PreparedEncoder#encode}; values that are NaN are missing. Infinite ones are refused. */
	@Override
	default SparseCodes encode(final Signals signals, final Progress progress) {
		return encode(signals, SignalMask.ofNumbers(signals), progress);
	}

	/**
	 * As {@link PreparedEncoder#encode}.
	 *
	 * @param mask says which values are known; the others are not looked at, and may be anything
	 * @throws IllegalArgumentException also if a known value is NaN or infinite, or the mask is one of other signals
	 */
	SparseCodes encode(Signals signals, SignalMask mask, Progress progress);
}
