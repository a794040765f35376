package io.github.sparsej.autoencoder.error;

import io.github.sparsej.autoencoder.net.Blocks;
import io.github.sparsej.autoencoder.net.GradientSums;
import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;

/**
 * Tangent propagation (Simard, Victorri, LeCun &amp; Denker 1992; Bishop 2006, exercise 5.26): for a tangent tau of a signal x,
 * Omega = 1/2 sum_k (sum_i tau_i dy_k/dx_i)^2, by how much the outputs y change when x moves along tau, and its gradient by all
 * weights. For units of any two functions f and g that are smooth twice:
 * v = E tau, w = f' v, s = D'w, q = g' s, Omega = |q|^2 / 2. Backwards, with S = g' q and W = D S: dOmega/dD = w S' and
 * dOmega/dE = (f' W) tau' for the path of the tangent, and what goes the way of the signal, g'' s q by the inputs of outputs and
 * f'' v W by those of hidden units. One block of signals of one thread.
 */
public final class TangentPenalty {

	private final TwoLayerWeights weights;
	private final SmoothUnit hiddenUnit;
	private final SmoothUnit outputUnit;
	private final double[][] z;
	private final double[][] y;
	private final int count;

	/**
	 * @param z values of hidden units, units x signals; not modified
	 * @param y outputs, outputs x signals; not modified
	 */
	public TangentPenalty(final TwoLayerWeights weights, final SmoothUnit hiddenUnit, final SmoothUnit outputUnit, final double[][] z, final double[][] y, final int count) {
		this.weights = weights;
		this.hiddenUnit = hiddenUnit;
		this.outputUnit = outputUnit;
		this.z = z;
		this.y = y;
		this.count = count;
	}

	/**
	 * Adds weight times Omega of one tangent of each signal to the slopes and the gradient.
	 *
	 * @param tangent      inputs x signals; not modified
	 * @param outputSlopes outputs x signals: what goes back from the inputs of output units is added
	 * @param hiddenSlopes units x signals: what goes back from the inputs of hidden units, but not by way of the outputs, is added
	 * @param gradient     the path of the tangent is added
	 * @return weight times the sum of Omega over the signals
	 */
	public double add(final double[][] tangent, final double weight, final double[][] outputSlopes, final double[][] hiddenSlopes, final GradientSums sums, final double[] gradient) {
		final double[][] v = new double[weights.units()][count], w = new double[weights.units()][count], s = new double[weights.outputs()][count];
		weights.encode(tangent, count, v);
		for (int k = 0; k < w.length; k++) for (int i = 0; i < count; i++) w[k][i] = hiddenUnit.slope(z[k][i]) * v[k][i];
		weights.decode(w, count, s);
		double sum = 0;
		for (int j = 0; j < s.length; j++) sum += backToTangent(s[j], y[j], weight, outputSlopes[j]);
		final double[][] back = new double[weights.units()][count];
		weights.decodeBack(s, count, back);
		sums.addToDecoder(w, transposed(s), count, gradient);
		for (int k = 0; k < back.length; k++)
			for (int i = 0; i < count; i++) {
				hiddenSlopes[k][i] += hiddenUnit.curvature(z[k][i]) * v[k][i] * back[k][i];
				back[k][i] *= hiddenUnit.slope(z[k][i]);
			}
		sums.addToEncoder(back, transposed(tangent), count, gradient);
		return weight * sum;
	}

	/** Of one output: s becomes weight times S, and the sum of Omega is returned. */
	private double backToTangent(final double[] s, final double[] y, final double weight, final double[] slopes) {
		double sum = 0;
		for (int i = 0; i < count; i++) {
			final double slope = outputUnit.slope(y[i]), q = slope * s[i];
			sum += q * q / 2;
			slopes[i] += weight * outputUnit.curvature(y[i]) * s[i] * q;
			s[i] = weight * slope * q;
		}
		return sum;
	}

	private double[][] transposed(final double[][] block) {
		final double[][] turned = new double[count][block.length];
		Blocks.transpose(block, block.length, count, turned);
		return turned;
	}
}
