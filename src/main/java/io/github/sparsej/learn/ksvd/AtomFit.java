package io.github.sparsej.learn.ksvd;

import java.util.Optional;

/**
 * Finds the atom of which, with coefficients that fit it, what its users have of it is made best: minimises
 * ||E - g d'||_F in the atom d, of unit norm and as it must be. Immutable and thread-safe.
 */
interface AtomFit {

	/** The atom in float64; empty if nothing is left of it, so that it is to be replaced. */
	Optional<double[]> fit(AtomUsers users);
}
