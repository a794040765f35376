package io.github.sparsej.encode.l1;

import java.util.function.IntToDoubleFunction;

import io.github.sparsej.encode.Residuals;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * How good codes are by an objective 1/2 |x - D a|^2 + {@link Penalty}, computed anew in float64 from signals and codes
 * alone: what an encoder tracked plays no part.
 */
public final class Optimality {

	/** Signals per piece of work. */
	private static final int CHUNK = 64;

	private Optimality() {}

	/** The objective of each signal's code. */
	public static double[] objectives(final Signals signals, final SparseCodes codes, final Dictionary dictionary, final Penalty penalty, final Parallel parallel) {
		penalty.requireFit(dictionary.atomCount());
		final double[] norms = Residuals.norms(signals, codes, dictionary, parallel);
		for (int row = 0; row < norms.length; row++) norms[row] = norms[row] * norms[row] / 2 + penalty.of(codes, row);
		return norms;
	}

	/**
	 * The largest violation of the optimality conditions by each signal's code, in the units of the signals. With r = x - D a
	 * and l_i the factor on |a_i|, they say d_i'r - ridge a_i = l_i sign(a_i) where a_i is not 0, and |d_i'r| &lt;= l_i (of a
	 * nonnegative penalty: d_i'r &lt;= l_i) where it is.
	 */
	public static double[] violations(final Signals signals, final SparseCodes codes, final Dictionary dictionary, final Penalty penalty, final Parallel parallel) {
		penalty.requireFit(dictionary.atomCount());
		Residuals.requireFit(signals, codes, dictionary);
		final float[] atoms = dictionary.toArray();
		final double[] violations = new double[signals.count()];
		parallel.forChunks(violations.length, CHUNK, (begin, end) -> {
			for (int row = begin; row < end; row++) {
				final double[] residual = Residuals.of(signals, codes, atoms, row);
				violations[row] = violation(codes.dense(row), penalty, i -> dot(atoms, i * residual.length, residual));
			}
		});
		return violations;
	}

	private static double violation(final float[] code, final Penalty penalty, final IntToDoubleFunction correlation) {
		double most = 0;
		for (int i = 0; i < code.length; i++) {
			final double slope = correlation.applyAsDouble(i) - penalty.ridge() * code[i];
			final double limit = penalty.l1(i);
			if (code[i] != 0) most = Math.max(most, Math.abs(slope - Math.signum(code[i]) * limit));
			else most = Math.max(most, (penalty.isNonnegative() ? slope : Math.abs(slope)) - limit);
			if (penalty.isNonnegative() && code[i] < 0) most = Double.POSITIVE_INFINITY;
		}
		return most;
	}

	private static double dot(final float[] atoms, final int offset, final double[] residual) {
		double sum = 0;
		for (int j = 0; j < residual.length; j++) sum = Math.fma((double) atoms[offset + j], residual[j], sum);
		return sum;
	}
}
