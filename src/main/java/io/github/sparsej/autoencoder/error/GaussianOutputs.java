package io.github.sparsej.autoencoder.error;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.Progress;

/** The {@link GaussianError} of one covariance Sigma. Immutable and thread-safe. */
public final class GaussianOutputs implements OutputError {

	private final int outputs;
	private final SymmetricEigen eigen;
	private final double least;
	private final double[] inverse;
	private final double constant;
	private final int raised;

	/**
	 * @param eigen of the covariance
	 * @param least above 0; smaller eigenvalues are raised to it
	 */
	private GaussianOutputs(final SymmetricEigen eigen, final double least) {
		this(eigen, least, eigen.map(value -> 1 / Math.max(value, least)));
	}

	private GaussianOutputs(final SymmetricEigen eigen, final double least, final double[] inverse) {
		this.eigen = eigen;
		this.least = least;
		outputs = eigen.size();
		this.inverse = inverse;
		double logDeterminant = 0;
		int below = 0;
		for (final double value : eigen.values()) {
			logDeterminant += Math.log(Math.max(value, least));
			if (value < least) below++;
		}
		constant = (logDeterminant + outputs * Math.log(2 * Math.PI)) / 2;
		raised = below;
	}

	/** Where Sigma is the identity times a variance above 0: no eigenvectors are to be found. */
	static GaussianOutputs ofVariance(final double variance, final int outputs) {
		final double[] values = new double[outputs], vectors = new double[outputs * outputs], inverse = new double[outputs * outputs];
		Arrays.fill(values, variance);
		for (int j = 0; j < outputs; j++) {
			vectors[j * outputs + j] = 1;
			inverse[j * outputs + j] = 1 / variance;
		}
		return new GaussianOutputs(SymmetricEigen.ofParts(values, vectors), variance, inverse);
	}

	/**
	 * With the covariance that makes residuals likeliest, among those of no eigenvalue below the least.
	 *
	 * @param products mean of (t - y)(t - y)' over the signals, m x m, row-major; not modified
	 * @param least    above 0
	 * @param fraction how far all has come, for the progress
	 * @throws CancellationException if the progress asks to stop
	 */
	public static GaussianOutputs likeliest(final double[] products, final int outputs, final double least, final Progress progress, final double fraction) {
		return Unstoppable.call(() -> new GaussianOutputs(SymmetricEigen.of(outputs, products), least), progress, fraction, "Estimating covariance");
	}

	/** Sigma, m x m, row-major. */
	double[] covariance() {
		return eigen.map(value -> Math.max(value, least));
	}

	/** Eigenvalues that were raised to the least that is allowed. */
	public int raisedEigenvalues() {
		return raised;
	}

	/** 1/2 ln|Sigma| + m/2 ln 2 pi: what E is where there is no residual. */
	double constant() {
		return constant;
	}

	@Override
	public double evaluate(final double[][] inputs, final double[][] y, final double[][] targets, final int count, final SmoothUnit unit) {
		for (int j = 0; j < outputs; j++) for (int i = 0; i < count; i++) inputs[j][i] = y[j][i] - targets[j][i];
		final double[][] weighted = new double[outputs][count];
		DoubleProduct.best().multiply(inverse, 0, outputs, outputs, outputs, inputs, count, weighted);
		double sum = 0;
		for (int j = 0; j < outputs; j++)
			for (int i = 0; i < count; i++) {
				sum += inputs[j][i] * weighted[j][i];
				inputs[j][i] = weighted[j][i] * unit.slope(y[j][i]);
			}
		return sum / 2 + count * constant;
	}
}
