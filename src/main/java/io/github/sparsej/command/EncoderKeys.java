package io.github.sparsej.command;

import java.util.Objects;

import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.l1.Penalty;

/** The values of the keys that encoders use, as a macro gave them: not checked yet, and null where they could not be read. */
record EncoderKeys(Integer nonzeros, Double tolerance, Boolean atLeastOne, Double lambda, Double mixing, String weights, Boolean nonnegative, Integer iterations) {

	private static final EncoderParameters USUAL = EncoderParameters.DEFAULT;

	/** What keys have that nobody named. */
	static final EncoderKeys DEFAULT = new EncoderKeys(USUAL.nonzeros(), USUAL.tolerance(), USUAL.atLeastOne(), USUAL.penalty().lambda(), USUAL.penalty().mixing(), "", USUAL.nonnegative(), USUAL.iterations());

	static final int MOST_NONZEROS = 1 << 16;
	/** Less of the absolute values would leave no zeros in a code. */
	static final double LEAST_MIXING = 0.001;

	/** Whether a key has another value than its default. */
	boolean isSet(final EncoderParameter parameter) {
		return !Objects.equals(value(parameter), DEFAULT.value(parameter));
	}

	private Object value(final EncoderParameter parameter) {
		return switch (parameter) {
			case NONZEROS -> nonzeros;
			case TOLERANCE -> tolerance;
			case AT_LEAST_ONE -> atLeastOne;
			case LAMBDA -> lambda;
			case MIXING -> mixing;
			case WEIGHTS -> weights;
			case NONNEGATIVE -> nonnegative;
			case ITERATIONS -> iterations;
		};
	}

	/**
	 * The values of the keys that an encoder uses, and the defaults of the others.
	 *
	 * @throws IllegalArgumentException if one that it uses does not do, naming it
	 */
	EncoderParameters parameters(final EncoderKind kind, final int atomCount) {
		EncoderParameters all = USUAL;
		for (final EncoderParameter parameter : EncoderParameter.values()) if (kind.uses(parameter)) all = with(all, parameter, atomCount);
		return all;
	}

	private EncoderParameters with(final EncoderParameters all, final EncoderParameter parameter, final int atomCount) {
		final String key = parameter.key();
		final Penalty penalty = all.penalty();
		return switch (parameter) {
			case NONZEROS -> all.withNonzeros(Check.range(key, nonzeros, 1, MOST_NONZEROS));
			case TOLERANCE -> all.withTolerance(Check.range(key, tolerance, 0, Double.MAX_VALUE));
			case AT_LEAST_ONE -> all.withAtLeastOne(Check.flag(key, atLeastOne));
			case LAMBDA -> all.withLambda(Check.positive(key, lambda));
			case MIXING -> all.withPenalty(penalty.withMixing(Check.range(key, mixing, LEAST_MIXING, 1)));
			case WEIGHTS -> all.withPenalty(penalty.weighted(AtomWeights.read(key, weights, atomCount)));
			case NONNEGATIVE -> all.withNonnegative(Check.flag(key, nonnegative));
			case ITERATIONS -> all.withIterations(Check.range(key, iterations, 1, Integer.MAX_VALUE));
		};
	}
}
