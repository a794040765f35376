package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/**
 * Normalised iterative hard thresholding (Blumensath &amp; Davies, J. Fourier Analysis and Applications 14, 2008, and IEEE J.
 * Selected Topics in Signal Processing 4, 2010): few coefficients that make |x - D a| small, from 0 or from codes given.
 * <p>
 * With H keeping the k values of largest magnitude (nonnegative: the k largest positive ones), g = D'(x - D a) and S the
 * support of a (of H(D'x) where a is 0), an iteration takes
 * <pre>
 * b = H(a + step g),   step = |g_S|^2 / |D g_S|^2
 * </pre>
 * which is the best step while the support stays. Where it does not, b is taken only if step &lt;= 0.99 |b - a|^2 / |D (b -
 * a)|^2; until then the step is divided by 1.98. So |x - D a| never rises. It ends in a local minimum, which depends on the
 * start; a code with fewer nonzeros is possible. A step may keep several atoms that resemble each other, of equal ones all,
 * with equal coefficients while k allows. A start that is worse than an empty code is not used, nor are values of it that are
 * not finite. Converged where an iteration changes the code by less than the tolerance. Immutable and thread-safe.
 */
public final class IterativeHardThresholding implements Encoder {

	/** Signals between two looks at the progress: few, since each may take thousands of iterations. */
	private static final int BLOCK = 12;

	private final IterativeHardThresholdingOptions options;
	private final Parallel parallel;

	public IterativeHardThresholding(final IterativeHardThresholdingOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public WarmStartEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		return new BlockEncoder(atoms, BLOCK, parallel, () -> new IterativeHardThresholdingRun(options, atoms));
	}
}
