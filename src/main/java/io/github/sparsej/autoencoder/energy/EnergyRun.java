package io.github.sparsej.autoencoder.energy;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.autoencoder.energy.EnergyProblems.Weights;
import io.github.sparsej.autoencoder.energy.EnergyVariant.Scheme;
import io.github.sparsej.autoencoder.energy.Fista.Solution;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/** One run of {@link EnergyLearner}: the variables as they are, and what was recorded. */
final class EnergyRun {

	private final EnergyOptions options;
	private final Scheme scheme;
	private final double[][] signals;
	private final Fista fista;
	private final Parallel parallel;
	private final List<EnergyIteration> iterations = new ArrayList<>();
	private final List<Double> codeObjectives = new ArrayList<>(), decoderObjectives = new ArrayList<>(), encoderObjectives = new ArrayList<>();

	/** Z' (n x p), D (m x p) and E (p x m). */
	private double[][] codes, decoder, encoder;
	/** The problems of the last codes; null before there are any. */
	private Weights weights;

	EnergyRun(final EnergyOptions options, final Scheme scheme, final double[][] signals, final EnergyStart start, final Parallel parallel) {
		this.options = options;
		this.scheme = scheme;
		this.signals = signals;
		this.parallel = parallel;
		fista = new Fista(options.tolerance(), options.maxInner(), scheme.keepBest(), parallel);
		codes = start.codes();
		decoder = start.decoder();
		encoder = start.encoder();
		if (!scheme.projectStart()) return;
		scheme.decoder().bound(decoder);
		scheme.encoder().bound(encoder);
	}

	EnergyResult run(final Progress progress) {
		final EnergyProblems problems = EnergyProblems.of(options, scheme, signals, parallel, progress.part(0, 0), Progress.LEARNING);
		final EnergySummary summary = new EnergySummary(options, this);
		if (problems == null) return summary.stopped();
		int done = 0;
		while (done < options.iterations() && iterate(problems, done, progress)) done++;
		return done == options.iterations() ? summary.complete(problems, weights) : summary.stopped();
	}

	/** False if stopped. */
	private boolean iterate(final EnergyProblems problems, final int number, final Progress progress) {
		final Progress ofCodes = at(3 * number, progress), ofDecoder = at(3 * number + 1, progress), ofEncoder = at(3 * number + 2, progress);
		final Quadratic codeProblem = problems.codes(decoder, encoder, ofCodes, Progress.LEARNING);
		if (codeProblem == null) return false;
		final Solution bestCodes = fista.solve(codeProblem, codes, ofCodes, Progress.LEARNING);
		codes = bestCodes.v();
		codeObjectives.addAll(bestCodes.objectives());
		weights = bestCodes.complete() ? problems.weights(codes, ofDecoder, Progress.LEARNING) : null;
		if (weights == null) return false;
		final double oneNorm = oneNorm(codes), encodingBefore = weights.encoder().objective(encoder);

		final Solution bestDecoder = fista.solve(weights.decoder(), decoder, ofDecoder, Progress.LEARNING);
		decoder = bestDecoder.v();
		decoderObjectives.addAll(bestDecoder.objectives());
		if (!bestDecoder.complete()) return false;
		if (scheme.tie()) encoder = DoubleMatrices.transposed(decoder);

		final Solution bestEncoder = fista.solve(weights.encoder(), encoder, ofEncoder, Progress.LEARNING);
		encoder = bestEncoder.v();
		encoderObjectives.addAll(bestEncoder.objectives());
		if (!bestEncoder.complete()) return false;
		if (scheme.tie()) decoder = DoubleMatrices.transposed(encoder);

		final double data = scheme.tie() ? weights.decoder().objective(decoder) : bestDecoder.objective();
		iterations.add(new EnergyIteration(bestCodes.objective(), bestDecoder.objective() + encodingBefore + oneNorm, bestDecoder.objective() + bestEncoder.objective() + oneNorm,
			data + bestEncoder.objective() + oneNorm, data, bestEncoder.objective(), oneNorm, bestCodes.iterations(), bestDecoder.iterations(), bestEncoder.iterations(), nonzerosPercent()));
		return true;
	}

	/** A third of an outer iteration, of which the end is not known before: the fraction stays where it began. */
	private Progress at(final int third, final Progress progress) {
		final double fraction = third / (3.0 * options.iterations());
		return progress.part(fraction, fraction);
	}

	private static double oneNorm(final double[][] matrix) {
		double sum = 0;
		for (final double[] row : matrix) sum += Proximity.ONE_NORM.of(row);
		return sum;
	}

	double nonzerosPercent() {
		long nonzeros = 0;
		for (final double[] row : codes) for (final double value : row) if (value != 0) nonzeros++;
		return 100.0 * nonzeros / ((double) codes.length * encoder.length);
	}

	double[][] codes() {
		return codes;
	}

	double[][] decoder() {
		return decoder;
	}

	double[][] encoder() {
		return encoder;
	}

	List<EnergyIteration> iterations() {
		return iterations;
	}

	List<Double> codeObjectives() {
		return codeObjectives;
	}

	List<Double> decoderObjectives() {
		return decoderObjectives;
	}

	List<Double> encoderObjectives() {
		return encoderObjectives;
	}
}
