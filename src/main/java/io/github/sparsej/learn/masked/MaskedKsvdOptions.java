package io.github.sparsej.learn.masked;

import io.github.sparsej.encode.greedy.MaskedOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Require;

/**
 * Options of {@link MaskedKsvd}.
 *
 * @param atoms       atoms p to learn, at least 1
 * @param sweeps      times that all signals are coded and all atoms updated; 0 leaves the initial dictionary as it is
 * @param maxNonzeros most atoms per signal, at least 1
 * @param tolerance   root mean square of the residual over the known values of a signal (in the units of the signals) that is
 *                    good enough, 0 or more
 * @param seed        seed of all random draws: those of the initial dictionary
 */
public record MaskedKsvdOptions(int atoms, int sweeps, int maxNonzeros, double tolerance, long seed) {

	public MaskedKsvdOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("sweeps", sweeps);
		new OmpOptions(maxNonzeros, tolerance); // says what is wrong
	}

	/** The coding step. */
	MaskedOmp encoder(final Parallel parallel) {
		return new MaskedOmp(new OmpOptions(maxNonzeros, tolerance), parallel).perKnownValue();
	}
}
