package io.github.sparsej.autoencoder.energy;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.sparsej.autoencoder.energy.EnergyVariant.Scheme;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.LargestEigenvalue;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The three sub-problems of one set of signals. With the signals x_s and codes z_s as rows of X' (n x m) and Z' (n x p):
 * <pre>
 * codes      V = Z':  H = ld D'D + le I,   T = X'(ld D + le E'),   constant = ld/2 |X|^2 + le/2 |E X|^2,   + |V|_1
 * dictionary V = D:   H = ld Z Z',         T = ld X Z',            constant = ld/2 |X|^2
 * encoder    V = E:   H = le X X',         T = le Z X',            constant = le/2 |Z|^2
 * </pre>
 * ld and le the data and encoder lambda. Immutable and thread-safe. What would take long asks the progress, and is null where stopped.
 */
final class EnergyProblems {

	private final EnergyOptions options;
	private final Scheme scheme;
	private final double[][] signals;
	private final double[][] signalGram;
	private final double signalEnergy;
	private final double[][] encoderHessian;
	private final double encoderLipschitz;
	private final Parallel parallel;

	private EnergyProblems(final EnergyOptions options, final Scheme scheme, final double[][] signals, final double[][] signalGram, final Parallel parallel) {
		this.options = options;
		this.scheme = scheme;
		this.signals = signals;
		this.signalGram = signalGram;
		this.parallel = parallel;
		signalEnergy = trace(signalGram);
		encoderHessian = scaled(signalGram, options.encoderLambda());
		encoderLipschitz = options.encoderLambda() * norm().applyAsDouble(signalGram);
	}

	static EnergyProblems of(final EnergyOptions options, final Scheme scheme, final double[][] signals, final Parallel parallel, final Progress progress, final String what) {
		final double[][] gram = DoubleMatrices.crossProduct(signals, signals, parallel, progress, what);
		return gram == null ? null : new EnergyProblems(options, scheme, signals, gram, parallel);
	}

	Quadratic codes(final double[][] decoder, final double[][] encoder, final Progress progress, final String what) {
		final double ld = options.dataLambda(), le = options.encoderLambda();
		final double[][] gram = DoubleMatrices.crossProduct(decoder, decoder, parallel, progress, what);
		if (gram == null) return null;
		final double[][] both = scaled(decoder, ld);
		for (int j = 0; j < both.length; j++) for (int i = 0; i < encoder.length; i++) both[j][i] = Math.fma(le, encoder[i][j], both[j][i]);
		final double[][] target = new double[signals.length][encoder.length];
		if (!DoubleMatrices.multiply(signals, both, target, parallel, progress, what)) return null;
		final double[][] hessian = scaled(gram, ld);
		for (int i = 0; i < hessian.length; i++) hessian[i][i] += le;
		return new Quadratic(hessian, target, ld / 2 * signalEnergy + le / 2 * energy(encoder), le + ld * norm().applyAsDouble(gram), Proximity.ONE_NORM);
	}

	/** Those of the dictionary and of the encoder, which share a product. */
	Weights weights(final double[][] codes, final Progress progress, final String what) {
		final double[][] gram = DoubleMatrices.crossProduct(codes, codes, parallel, progress, what);
		final double[][] cross = gram == null ? null : DoubleMatrices.crossProduct(signals, codes, parallel, progress, what);
		if (cross == null) return null;
		final double ld = options.dataLambda(), le = options.encoderLambda();
		return new Weights(
			new Quadratic(scaled(gram, ld), scaled(cross, ld), ld / 2 * signalEnergy, ld * norm().applyAsDouble(gram), scheme.decoder()),
			new Quadratic(encoderHessian, scaled(DoubleMatrices.transposed(cross), le), le / 2 * trace(gram), encoderLipschitz, scheme.encoder()), trace(gram));
	}

	/**
	 * @param codeEnergy |Z|^2
	 */
	record Weights(Quadratic decoder, Quadratic encoder, double codeEnergy) {}

	/** |X|^2. */
	double signalEnergy() {
		return signalEnergy;
	}

	/** |A X|^2 = &lt;A, A X X'&gt;, where A has rows of m values. */
	double energy(final double[][] a) {
		return inner(a, timesGram(a));
	}

	/** |X - A X|^2 where A is m x m. */
	double misfit(final double[][] a) {
		return Math.max(0, signalEnergy - 2 * inner(a, signalGram) + energy(a));
	}

	private double[][] timesGram(final double[][] a) {
		final double[][] product = new double[a.length][signalGram.length];
		DoubleMatrices.multiply(a, signalGram, product, parallel, Progress.NONE, "");
		return product;
	}

	private ToDoubleFunction<double[][]> norm() {
		return scheme.frobenius() ? gram -> Math.sqrt(inner(gram, gram)) : LargestEigenvalue::boundOf;
	}

	private static double inner(final double[][] a, final double[][] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) for (int j = 0; j < a[i].length; j++) sum = Math.fma(a[i][j], b[i][j], sum);
		return sum;
	}

	private static double trace(final double[][] matrix) {
		double sum = 0;
		for (int i = 0; i < matrix.length; i++) sum += matrix[i][i];
		return sum;
	}

	private static double[][] scaled(final double[][] matrix, final double factor) {
		final double[][] scaled = Stream.of(matrix).map(double[]::clone).toArray(double[][]::new);
		for (final double[] row : scaled) for (int j = 0; j < row.length; j++) row[j] *= factor;
		return scaled;
	}
}
