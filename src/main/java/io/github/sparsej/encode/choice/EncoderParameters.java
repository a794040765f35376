package io.github.sparsej.encode.choice;

import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.Penalty;

/**
 * What a user says about an encoder, whichever it is; each {@link EncoderKind} uses some of it.
 *
 * @param nonzeros    most atoms per signal, or steps; at least 1
 * @param tolerance   l2 norm of the residual that is good enough, 0 or more
 * @param atLeastOne  whether a signal within the tolerance takes one atom all the same
 * @param penalty     lambda, mixing and weights of l1 encoders; its lambda is the threshold of others
 * @param nonnegative whether coefficients are 0 or more
 * @param iterations  most iterations of encoders that iterate, at least 1
 */
public record EncoderParameters(int nonzeros, double tolerance, boolean atLeastOne, Penalty penalty, boolean nonnegative, int iterations) {

	/** The defaults of macros. */
	public static final EncoderParameters DEFAULT = new EncoderParameters(10, 0, false, Penalty.elasticNet(0.1, 0.5), false, 1000);

	public EncoderParameters withNonzeros(final int other) {
		return new EncoderParameters(other, tolerance, atLeastOne, penalty, nonnegative, iterations);
	}

	public EncoderParameters withTolerance(final double other) {
		return new EncoderParameters(nonzeros, other, atLeastOne, penalty, nonnegative, iterations);
	}

	public EncoderParameters withAtLeastOne(final boolean other) {
		return new EncoderParameters(nonzeros, tolerance, other, penalty, nonnegative, iterations);
	}

	public EncoderParameters withPenalty(final Penalty other) {
		return new EncoderParameters(nonzeros, tolerance, atLeastOne, other, nonnegative, iterations);
	}

	public EncoderParameters withLambda(final double lambda) {
		return withPenalty(penalty.withLambda(lambda));
	}

	public EncoderParameters withNonnegative(final boolean other) {
		return new EncoderParameters(nonzeros, tolerance, atLeastOne, penalty, other, iterations);
	}

	public EncoderParameters withIterations(final int other) {
		return new EncoderParameters(nonzeros, tolerance, atLeastOne, penalty, nonnegative, other);
	}

	/** These parameters with lambda, mixing, weights and sign of a penalty. */
	EncoderParameters withPenaltyOf(final Penalty other) {
		return withPenalty(other.nonnegative(penalty.isNonnegative())).withNonnegative(other.isNonnegative());
	}

	/** The accuracy of another one, in as many iterations as these allow. */
	Convergence convergence(final Convergence like) {
		return new Convergence(like.criterion(), like.tolerance(), iterations);
	}

	/** The penalty of an encoder that minimises the absolute values alone. */
	Penalty lasso() {
		return elasticNet().withMixing(1);
	}

	Penalty elasticNet() {
		return penalty.nonnegative(nonnegative);
	}
}
