package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.LargestStep;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/**
 * The locally competitive algorithm (Rozell, Johnson, Baraniuk &amp; Olshausen, Neural Computation 20, 2008): a network with a
 * leaky neuron per atom, driven by its correlation b = D'x with the signal, of which those beyond a threshold inhibit those
 * that resemble them. Euler steps of its differential equation, from states of 0 or from codes given:
 * <pre>
 * u = u + step (b - u - (G - I) a),   a = T(u)
 * </pre>
 * T(u) = sign(u) max(|u| - lambda, 0) (soft) or u where |u| &gt; lambda (hard); nonnegative: for positive u alone. At rest, u - a
 * = D'(x - D a), so that with the soft threshold a minimises 1/2 |x - D a|^2 + lambda |a|_1, and what is left of the rate
 * of change bounds the violation of its optimality conditions.
 * <p>
 * On a support that stays, steps are those of gradient descent, which diverges beyond 2 / L, L the largest eigenvalue of the
 * Gram matrix. So no step is longer than 1 / L: where the options ask for more, 1 / L is taken. With the hard threshold
 * states may go round in circles: then the code is that of the last iteration. lambda above all correlations leaves an
 * empty code. A start sets the states to what rests at that code, but for atoms without a coefficient, whose states are
 * kept within the threshold; of a start, values that are not finite or not allowed count as 0, and one that is worse than an
 * empty code is not used. Equal atoms get equal coefficients. Immutable and thread-safe.
 */
public final class Lca implements Encoder {

	/** Signals between two looks at the progress: few, since each may take thousands of iterations. */
	private static final int BLOCK = 12;

	private final LcaOptions options;
	private final Parallel parallel;

	public Lca(final LcaOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public WarmStartEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		final double step = Math.min(options.step(), 1 / LargestStep.lipschitz(atoms, parallel));
		return new BlockEncoder(atoms, BLOCK, parallel, () -> new LcaRun(options, atoms, step));
	}
}
