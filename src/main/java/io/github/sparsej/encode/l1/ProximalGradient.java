package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.block.LargestStep;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/**
 * The proximal gradient method for 1/2 |x - D a|^2 + {@link Penalty}: FISTA (Beck &amp; Teboulle, SIAM J. Imaging Sciences 2,
 * 2009) or ISTA (Daubechies, Defrise &amp; De Mol, Comm. Pure and Applied Mathematics 57, 2004), from 0 or from codes given.
 * <p>
 * With L the largest eigenvalue of the Gram matrix G (from above, {@link io.github.sparsej.linalg.LargestEigenvalue}),
 * l_i the factor on |a_i|, and t_1 = 1, iteration k is
 * <pre>
 * a_k = shrink(y_k + (D'x - G y_k) / L),   shrink(v)_i = sign(v_i) max(|v_i| - l_i / L, 0) / (1 + ridge / L)
 * y_(k+1) = a_k + (t_k - 1) / t_(k+1) (a_k - a_(k-1)),   t_(k+1) = (1 + sqrt(1 + 4 t_k^2)) / 2;   ISTA: y_(k+1) = a_k
 * </pre>
 * (nonnegative: max(v_i - l_i / L, 0)). The squares of the elastic net are in the shrinkage, so that steps depend on the
 * dictionary alone. The objective of ISTA never rises, that of FISTA may; after k iterations FISTA's is above its minimum by
 * at most 2 L |a|^2 / (k + 1)^2, a the minimiser (theorem 4.4).
 * <p>
 * Slopes D'(x - D a) are kept for the code and the one before, of which that at y_k is a combination: an iteration costs
 * as many rows of the Gram matrix as there are nonzeros, and of these rows only the atoms that can get a coefficient soon
 * ({@link WorkingSet}). Optimality is measured after every iteration, the duality gap after every tenth; where the tolerance
 * is met, slopes are formed anew from the residual in float64, and only if they meet it too has the signal converged. A
 * signal for which no correlation is beyond its limit has an empty code and has converged, whatever the tolerance. A
 * start that is worse than an empty code is not used, nor are values of it that are not finite. Equal atoms get equal
 * coefficients. Immutable and thread-safe.
 */
public final class ProximalGradient implements Encoder {

	private final ProximalGradientOptions options;
	private final Parallel parallel;

	public ProximalGradient(final ProximalGradientOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public ProximalGradientEncoder prepare(final Dictionary dictionary) {
		options.penalty().requireFit(dictionary.atomCount());
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		return new ProximalGradientEncoder(options, atoms, LargestStep.lipschitz(atoms, parallel), parallel);
	}
}
