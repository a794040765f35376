package io.github.sparsej.autoencoder.net;

/**
 * A function of a unit's input that has two derivatives, both of which its value tells. Stateless and thread-safe.
 */
public interface SmoothUnit {

	/**
	 * Adds a bias to inputs, and takes the function of them.
	 *
	 * @param inputs a + bias is left in place of a
	 * @param values takes f(a + bias); may be {@code inputs}
	 */
	void apply(double[] inputs, double bias, int count, double[] values);

	/** f'(a), where f(a) has this value. */
	double slope(double value);

	/** f''(a), where f(a) has this value. */
	double curvature(double value);
}
