package io.github.sparsej.encode;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;

/** The options of one algorithm of this package, which make its encoder. */
public interface EncoderOptions extends EncoderSettings {

	/**
	 * @param homeostasis what encoders that select by score need for a fair selection; null for none, and without effect
	 *                    on the others
	 */
	Encoder encoder(HomeostasisState homeostasis, Parallel parallel);

	/** The most nonzeros that a code in a dictionary of {@code atomCount} atoms can have. */
	int mostNonzeros(int atomCount);

	/** Whether no coefficient is negative. */
	boolean nonnegative();
}
