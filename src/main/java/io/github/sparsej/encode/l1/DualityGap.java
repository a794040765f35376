package io.github.sparsej.encode.l1;

/**
 * How far the objective of a code may be above its minimum, from the code alone: the difference to the dual objective of
 * a point made of its residual (Kim, Koh, Lustig, Boyd &amp; Gorinevsky, IEEE J. Selected Topics in Signal Processing 1,
 * 2007).
 * <p>
 * With r = x - D a and l_i the factor on |a_i|, every y with |d_i'y| &lt;= l_i for all i (of a nonnegative penalty: d_i'y
 * &lt;= l_i) has x'y - |y|^2 / 2 &lt;= minimum. The best multiple y = s r that keeps to these limits is taken. The elastic net is
 * the lasso of the longer signal (x, 0) and atoms (d_i, sqrt(ridge) e_i), whose residual is (r, -sqrt(ridge) a), of
 * squared norm |r|^2 + ridge |a|^2; its inner products with the atoms are the slopes d_i'r - ridge a_i. In float64.
 */
public final class DualityGap {

	private DualityGap() {}

	/**
	 * How many times longer the residual could be before one atom would be beyond its limit: l_i / |slope|. The smallest
	 * over all atoms is the scale that {@link #of} asks for.
	 *
	 * @param slope       d_i'r - ridge a_i
	 * @param limit       l_i, 0 or more
	 * @param nonnegative whether negative slopes have no limit
	 * @return 0 or more, infinite where the slope sets no limit
	 */
	public static double scale(final double slope, final double limit, final boolean nonnegative) {
		final double beyond = nonnegative ? slope : Math.abs(slope);
		return beyond > 0 ? limit / beyond : Double.POSITIVE_INFINITY;
	}

	/**
	 * The gap between 1/2 |x - D a|^2 + sum of l_i |a_i| + ridge / 2 |a|^2 and the dual objective, 0 or more but for rounding.
	 *
	 * @param residual   |r|^2
	 * @param withSignal x'r = |x|^2 - x'D a
	 * @param absolute   sum of l_i |a_i|
	 * @param squares    ridge |a|^2
	 * @param scale      the smallest of {@link #scale} over all atoms; a smaller one is allowed and makes the gap larger
	 */
	public static double of(final double residual, final double withSignal, final double absolute, final double squares, final double scale) {
		final double longer = residual + squares;
		final double best = longer > 0 ? Math.max(0, Math.min(scale, withSignal / longer)) : 0;
		return longer / 2 + absolute - (best * withSignal - best * best * longer / 2);
	}
}
