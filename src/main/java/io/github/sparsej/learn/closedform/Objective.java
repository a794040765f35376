package io.github.sparsej.learn.closedform;

import io.github.sparsej.model.Require;

/**
 * What the closed forms lower, of N signals x_i of d values, sources s_i of h values and the d x h matrix W of h atoms of any length:
 * <pre>
 * J = 1/N sum_i |x_i - W s_i|^2 + lambda/N sum_i |s_i|_1 + eta |W|_F^2
 * </pre>
 * (course material of TU Berlin, Machine Learning 2, sheet 4). There is no 1/2 anywhere. Without the last term, longer atoms and
 * smaller sources would lower the second one for ever.
 * <p>
 * <b>Which lambda.</b> The encoders of this project, and SPAMS, minimise 1/2 |x - D a|^2 + l |a|_1: half of this objective's part
 * for one signal where l = lambda / 2. So {@code lambda = 2 l} ({@link #ofHalf}), {@code l = lambda / 2} ({@link #halfLambda}). Of
 * scikit-learn, {@code sparse_encode} and the dictionary learners take {@code alpha = lambda / 2} as well; {@code Lasso().fit(W, x)}
 * divides the square by 2 d, and takes {@code alpha = lambda / (2 d)}.
 *
 * @param lambda weight of the absolute values, above 0, in the unit of the signals times that of the atoms
 * @param eta    weight of the squares of the atoms, above 0
 */
public record Objective(double lambda, double eta) {

	/**
	 * The objective of given atoms and sources.
	 *
	 * @param total           J
	 * @param squaredResidual 1/N sum_i |x_i - W s_i|^2
	 * @param absolute        1/N sum_i |s_i|_1
	 * @param squares         |W|_F^2
	 */
	public record Value(double total, double squaredResidual, double absolute, double squares) {}

	public Objective {
		Require.positive("lambda", lambda);
		Require.positive("eta", eta);
	}

	/**
	 * The objective whose sources are what an encoder finds that minimises 1/2 |x - D a|^2 + lambda |a|_1.
	 *
	 * @param halfLambda that lambda
	 */
	public static Objective ofHalf(final double halfLambda, final double eta) {
		return new Objective(2 * halfLambda, eta);
	}

	/** The lambda of an encoder that minimises 1/2 |x - D a|^2 + lambda |a|_1 and finds the same sources. */
	public double halfLambda() {
		return lambda / 2;
	}

	/** What one signal adds to N J. */
	double ofSignal(final double squaredResidual, final double absolute) {
		return Math.fma(lambda, absolute, squaredResidual);
	}

	/**
	 * The sum over all signals, each addition of which keeps the order of what it adds to: where no signal's part rises, J does not.
	 *
	 * @param squaredResiduals |x_i - W s_i|^2 of each signal
	 * @param absolutes        |s_i|_1 of each signal
	 * @param atoms            W, one atom per row
	 */
	Value value(final double[] squaredResiduals, final double[] absolutes, final double[][] atoms) {
		final int signals = squaredResiduals.length;
		double total = 0, squared = 0, absolute = 0, squares = 0;
		for (int i = 0; i < signals; i++) {
			total += ofSignal(squaredResiduals[i], absolutes[i]);
			squared += squaredResiduals[i];
			absolute += absolutes[i];
		}
		for (final double[] atom : atoms) for (final double value : atom) squares = Math.fma(value, value, squares);
		return new Value(Math.fma(eta, squares, total / signals), squared / signals, absolute / signals, squares);
	}
}
