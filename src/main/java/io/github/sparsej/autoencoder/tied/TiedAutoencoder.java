package io.github.sparsej.autoencoder.tied;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.sparsej.autoencoder.AutoencoderLearner;
import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.LearningSignals;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Lbfgs;
import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.linalg.LbfgsResult;
import io.github.sparsej.linalg.LbfgsResult.Stop;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.whiten.PatchStatistics;

/**
 * Learns a linear auto-encoder whose decoder is its encoder: z = W (x - mean), x^ = W'z + mean, with the least mean squared error
 * J = 1/n sum_i |x_i - x^_i|^2 over the signals, by L-BFGS from a random start, or from weights that are given. The mean over the signals is in the biases.
 * <p>
 * At the minimum W W' = I, the rows of W span what the first p principal components span, and J is the sum of the remaining
 * eigenvalues of the covariance S (divided by n); all other stationary points are saddles (Baldi &amp; Hornik 1989). Which
 * orthonormal basis of that span is found depends on the start. The figures tell how near it came: J, the remaining eigenvalues, the
 * largest angle between both spans, and the largest entry of W W' - I. In float64. Immutable and thread-safe.
 */
public final class TiedAutoencoder implements AutoencoderLearner {

	private static final String COMPARING = "Comparing with principal components";

	private final TiedOptions options;
	private final FeedForward start;
	private final Parallel parallel;

	/** Learning that begins with weights from the seed. */
	public TiedAutoencoder(final TiedOptions options, final Parallel parallel) {
		this.options = options;
		start = null;
		this.parallel = parallel;
	}

	/**
	 * Learning that goes on from a network, of which W alone counts: its encoder.
	 *
	 * @throws IllegalArgumentException if it is not linear, or not of as many units as the options say
	 */
	public TiedAutoencoder(final TiedOptions options, final FeedForward start, final Parallel parallel) {
		if (start.units() != options.hidden()) throw new IllegalArgumentException("weights to start from have " + start.units() + " hidden units, the options ask for " + options.hidden());
		if (start.hidden() != Activation.LINEAR || start.output() != Activation.LINEAR) throw new IllegalArgumentException("weights to start from must be of linear units, got " + start.hidden() + " and " + start.output());
		this.options = options;
		this.start = start;
		this.parallel = parallel;
	}

	/** @throws IllegalArgumentException also if there are more units than values in a signal, or more values than the eigenvectors of a covariance can be had for */
	@Override
	public AutoencoderResult learn(final double[][] signals, final Progress progress) {
		LearningSignals.require(signals, options.hidden());
		final int m = signals[0].length;
		if (options.hidden() > m) throw new IllegalArgumentException("a tied linear auto-encoder needs at most as many hidden units as a signal has values, " + m + ", got " + options.hidden());
		if (m > PatchStatistics.LONGEST) throw new IllegalArgumentException("signals of " + m + " values are too long to be compared with their principal components: at most " + PatchStatistics.LONGEST);
		if (start != null && start.signalLength() != m) throw new IllegalArgumentException("weights to start from are for signals of " + start.signalLength() + " values, got signals of " + m);
		final double[] mean = mean(signals), first = start == null ? draw(m) : rows(start);
		final double[][] covariance = covariance(signals, mean, parallel, progress);
		if (covariance == null) return new AutoencoderResult(network(first, mean), List.of(), Map.of("Iterations", 0.0), false);
		final double trace = TiedObjective.trace(covariance);
		// Divided by the total variance, so that the tolerance does not depend on the scale of the signals.
		final LbfgsResult result = Lbfgs.minimize(new TiedObjective(covariance, 1 / trace, parallel, Progress.LEARNING), first, new LbfgsOptions(LbfgsOptions.HISTORY, options.maxIterations(), options.tolerance(), 0), progress, Progress.LEARNING);
		final boolean complete = result.stop() != Stop.CANCELLED;
		return new AutoencoderResult(network(result.point(), mean), List.of(LearningCurve.everyStep("J", result.values().stream().map(value -> value * trace).toList())), figures(result, trace, covariance, progress), complete);
	}

	/**
	 * Holds the gradient of J over some signals against differences of its values: two evaluations for each weight.
	 *
	 * @param network whose encoder is W; all else of it is of no matter
	 * @param signals n rows of m values, not all the same; not modified
	 * @return the {@link GradientCheck#relativeDifference(io.github.sparsej.linalg.DifferentiableFunction, double[]) relative difference}, 1e-7 or less where all is well
	 * @throws CancellationException if the progress asks to stop
	 */
	public static double gradientCheck(final FeedForward network, final double[][] signals, final Parallel parallel, final Progress progress) {
		LearningSignals.require(signals, 1);
		if (network.signalLength() != signals[0].length) throw new IllegalArgumentException("a network for signals of " + network.signalLength() + " values got signals of " + signals[0].length);
		final double[][] covariance = covariance(signals, mean(signals), parallel, progress);
		if (covariance == null) throw new CancellationException("stopped while the covariance was formed");
		return GradientCheck.relativeDifference(new TiedObjective(covariance, 1 / TiedObjective.trace(covariance), parallel, Progress.LEARNING), rows(network), GradientCheck.STEP, progress);
	}

	/** W, row-major. */
	private static double[] rows(final FeedForward network) {
		return IntStream.range(0, network.units()).mapToObj(network::encoder).flatMapToDouble(Arrays::stream).toArray();
	}

	private static double[] mean(final double[][] signals) {
		final double[] mean = new double[signals[0].length];
		for (final double[] signal : signals) for (int k = 0; k < mean.length; k++) mean[k] += signal[k];
		for (int k = 0; k < mean.length; k++) mean[k] /= signals.length;
		return mean;
	}

	/** Null if stopped. */
	private static double[][] covariance(final double[][] signals, final double[] mean, final Parallel parallel, final Progress progress) {
		final double[][] centred = Arrays.stream(signals).map(double[]::clone).toArray(double[][]::new);
		for (final double[] signal : centred) for (int k = 0; k < mean.length; k++) signal[k] -= mean[k];
		final double[][] covariance = DoubleMatrices.crossProduct(centred, centred, parallel, (fraction, what) -> progress.report(0, what), Progress.LEARNING);
		if (covariance != null) for (final double[] row : covariance) for (int k = 0; k < row.length; k++) row[k] /= signals.length;
		return covariance;
	}

	/** Rows of norm about 1. */
	private double[] draw(final int m) {
		final SplittableRandom random = new SplittableRandom(options.seed());
		final double[] weights = new double[options.hidden() * m];
		for (int i = 0; i < weights.length; i++) weights[i] = random.nextGaussian() / Math.sqrt(m);
		return weights;
	}

	private static FeedForward network(final double[] weights, final double[] mean) {
		final double[][] rows = TiedObjective.rows(weights, mean.length);
		final double[] bias = new double[rows.length];
		for (int j = 0; j < rows.length; j++) for (int k = 0; k < mean.length; k++) bias[j] -= rows[j][k] * mean[k];
		return new FeedForward(rows, bias, Activation.LINEAR, rows, mean, Activation.LINEAR);
	}

	/** @param progress asked meanwhile, as some decompositions take seconds: where it asks to stop, the figures so far do */
	private Map<String, Double> figures(final LbfgsResult result, final double trace, final double[][] covariance, final Progress progress) {
		final Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("Iterations", (double) result.iterations());
		if (result.stop() == Stop.CANCELLED) return figures;
		figures.put("J", result.values().get(result.iterations()) * trace);
		try {
			compare(TiedObjective.rows(result.point(), covariance.length), covariance, figures, progress);
		}
		catch (final CancellationException e) {
			return figures; // as far as they go
		}
		return figures;
	}

	/** @throws CancellationException if the progress asks to stop */
	private void compare(final double[][] weights, final double[][] covariance, final Map<String, Double> figures, final Progress progress) {
		if (!progress.report(1, COMPARING)) return;
		final PrincipalComponents components = new PrincipalComponents(covariance, parallel, progress, COMPARING);
		figures.put("Sum of remaining eigenvalues", components.remaining(options.hidden()));
		if (!progress.report(1, COMPARING)) return;
		figures.put("Angle between spans (degrees)", components.angle(weights));
		figures.put("Largest entry of WW' - I", furthestFromOrthonormal(weights));
	}

	private double furthestFromOrthonormal(final double[][] weights) {
		final double[][] columns = DoubleMatrices.transposed(weights), gram = DoubleMatrices.crossProduct(columns, columns, parallel, Progress.NONE, "");
		double furthest = 0;
		for (int i = 0; i < gram.length; i++) for (int j = 0; j < gram.length; j++) furthest = Math.max(furthest, Math.abs(gram[i][j] - (i == j ? 1 : 0)));
		return furthest;
	}
}
