package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of thresholding.
 *
 * @param rule        what becomes of a correlation beyond the threshold
 * @param lambda      the threshold on |D'x|, in the units of the signals, positive and finite
 * @param nonnegative whether positive correlations alone count
 */
public record ThresholdOptions(Rule rule, double lambda, boolean nonnegative) implements EncoderOptions {

	public static final String SOFT_NAME = "Soft threshold";
	public static final String HARD_NAME = "Hard threshold";

	/** What becomes of correlations beyond the threshold. */
	public enum Rule {
		/** They shrink by the threshold: the minimiser of 1/2 |x - D a|^2 + lambda |a|_1 if atoms were orthogonal. */
		SOFT(SOFT_NAME),
		/** They stay as they are. */
		HARD(HARD_NAME);

		private final String label;

		Rule(final String label) {
			this.label = label;
		}
	}

	public ThresholdOptions {
		if (rule == null) throw new IllegalArgumentException("rule must be SOFT or HARD");
		Require.positive("lambda", lambda);
	}

	@Override
	public String name() {
		return rule.label;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new Threshold(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}
}
