package io.github.sparsej.autoencoder.energy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.energy.EnergyProblems.Weights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;

/** Makes the result of a run as it is at its end. */
final class EnergySummary {

	private final EnergyOptions options;
	private final EnergyRun run;

	EnergySummary(final EnergyOptions options, final EnergyRun run) {
		this.options = options;
		this.run = run;
	}

	/**
	 * The result of a run that did all its iterations on these problems.
	 *
	 * @param weights the problems of its codes
	 */
	EnergyResult complete(final EnergyProblems problems, final Weights weights) {
		final Map<String, Double> figures = new LinkedHashMap<>();
		addTerms(problems, weights, figures);
		return result(figures, true);
	}

	/** That of a run that was asked to stop, without the figures that need products over all signals. */
	EnergyResult stopped() {
		return result(new LinkedHashMap<>(Map.of("Nonzeros (%)", run.nonzerosPercent())), false);
	}

	private EnergyResult result(final Map<String, Double> figures, final boolean complete) {
		final int units = run.encoder().length, length = run.decoder().length;
		final FeedForward network = new FeedForward(run.encoder(), new double[units], Activation.LINEAR, DoubleMatrices.transposed(run.decoder()), new double[length], Activation.LINEAR);
		addNorms(new UnitMeasures(network), figures);
		return new EnergyResult(new AutoencoderResult(network, curves(), figures, complete), codes(), run.iterations());
	}

	private List<LearningCurve> curves() {
		final List<LearningCurve> curves = new ArrayList<>();
		curves.add(LearningCurve.everyStep(EnergyCurves.CODE_STEP, run.codeObjectives()));
		curves.add(LearningCurve.everyStep(EnergyCurves.DECODER_STEP, run.decoderObjectives()));
		curves.add(LearningCurve.everyStep(EnergyCurves.ENCODER_STEP, run.encoderObjectives()));
		curves.add(perIteration(EnergyCurves.AFTER_CODES, EnergyIteration::afterCodes));
		curves.add(perIteration(EnergyCurves.AFTER_DECODER, EnergyIteration::afterDecoder));
		curves.add(perIteration(EnergyCurves.AFTER_ENCODER, EnergyIteration::afterEncoder));
		curves.add(perIteration(EnergyCurves.NONZEROS, EnergyIteration::nonzerosPercent));
		return curves;
	}

	private LearningCurve perIteration(final String quantity, final ToDoubleFunction<EnergyIteration> value) {
		return LearningCurve.everyStep(quantity, run.iterations().stream().map(value::applyAsDouble).toList());
	}

	private void addTerms(final EnergyProblems problems, final Weights weights, final Map<String, Double> figures) {
		final double data = weights.decoder().objective(run.decoder()), encoding = weights.encoder().objective(run.encoder());
		double oneNorm = 0;
		for (final double[] row : run.codes()) oneNorm += Proximity.ONE_NORM.of(row);
		final double[][] reconstruction = new double[run.decoder().length][run.decoder().length];
		DoubleMatrices.multiply(run.decoder(), run.encoder(), reconstruction, Parallel.SERIAL, Progress.NONE, "");
		figures.put("Objective", data + encoding + oneNorm);
		figures.put("Data term", data);
		figures.put("Encoder term", encoding);
		figures.put("One-norm", oneNorm);
		figures.put("Nonzeros (%)", run.nonzerosPercent());
		figures.put("Relative error of D z", relative(2 * data / options.dataLambda(), problems.signalEnergy()));
		figures.put("Relative error of D E x", relative(problems.misfit(reconstruction), problems.signalEnergy()));
		figures.put("Relative error of E x", relative(2 * encoding / options.encoderLambda(), weights.codeEnergy()));
		figures.put("Used atoms", (double) usedAtoms(weights));
	}

	private static void addNorms(final UnitMeasures units, final Map<String, Double> figures) {
		figures.put("Mean norm of atoms", UnitMeasures.mean(units.atomNorms()));
		figures.put("Mean norm of encoder columns", UnitMeasures.mean(units.encoderColumnNorms()));
		figures.put("Cosine of E and D'", units.cosine());
	}

	/** 0 of nothing. */
	private static double relative(final double misfit, final double energy) {
		return energy == 0 ? 0 : Math.sqrt(Math.max(0, misfit) / energy);
	}

	/** Atoms that at least one code has. */
	private static long usedAtoms(final Weights weights) {
		long used = 0;
		for (int i = 0; i < weights.decoder().hessian().length; i++) if (weights.decoder().hessian()[i][i] > 0) used++;
		return used;
	}

	private SparseCodes codes() {
		final int atoms = run.encoder().length;
		final SparseCodesBuilder codes = new SparseCodesBuilder(atoms, run.codes().length);
		final int[] support = new int[atoms];
		final float[] coefficients = new float[atoms];
		for (final double[] row : run.codes()) {
			int size = 0;
			for (int i = 0; i < atoms; i++)
				if ((float) row[i] != 0) {
					support[size] = i;
					coefficients[size++] = (float) row[i];
				}
			codes.append(support, coefficients, 0, size, StopReason.CONVERGED);
		}
		return codes.build();
	}
}
