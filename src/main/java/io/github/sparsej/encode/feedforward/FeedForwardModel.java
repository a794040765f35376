package io.github.sparsej.encode.feedforward;

import java.util.Arrays;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/**
 * An auto-encoder as a model holds it: its decoder as a dictionary, and all else as settings of the encoder.
 *
 * @param dictionary rows of D, each divided by its l2 norm. A row that is all zero in float32 (of a dead unit) becomes the atom of equal
 *                   values, which no patch without its mean has any of; in the settings its norm is 0
 * @param settings   all else of the network
 */
public record FeedForwardModel(Dictionary dictionary, FeedForwardSettings settings) {

	public FeedForwardModel {
		settings.requireFit(dictionary);
	}

	/**
	 * @param shape of the patches that the signals are
	 * @throws IllegalArgumentException if the network is for signals of another length, or its weights leave the range of float32
	 */
	public static FeedForwardModel of(final FeedForward network, final PatchShape shape) {
		final int units = network.units(), length = network.signalLength();
		if (shape.length() != length) throw new IllegalArgumentException("a network for signals of length " + length + " does not fit patches of " + shape);
		final float[] encoder = new float[Math.multiplyExact(units, length)];
		final float[][] atoms = new float[units][];
		final double[] norms = new double[units];
		for (int i = 0; i < units; i++) {
			final double[] row = network.encoder(i), atom = network.decoder(i);
			for (int j = 0; j < length; j++) encoder[i * length + j] = (float) row[j];
			final double norm = norm(atom);
			norms[i] = (float) norm == 0 ? 0 : norm;
			atoms[i] = unit(atom, norms[i]);
		}
		return new FeedForwardModel(Dictionary.ofUnitAtoms(shape, atoms), new FeedForwardSettings(encoder, network.encoderBias(), network.hidden(), norms, network.decoderBias(), network.output()));
	}

	/** The same, of an energy auto-encoder, which has exact codes too. */
	public FeedForwardModel withEnergy(final EnergyWeights weights) {
		return new FeedForwardModel(dictionary, settings.withEnergy(weights));
	}

	/** Of the values divided by the largest, whose squares do not leave the range of float64. */
	private static double norm(final double[] values) {
		final double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
		return largest == 0 ? 0 : largest * Math.sqrt(Arrays.stream(values).map(value -> value / largest * (value / largest)).sum());
	}

	private static float[] unit(final double[] row, final double norm) {
		final float[] atom = new float[row.length];
		for (int j = 0; j < atom.length; j++) atom[j] = (float) (norm == 0 ? 1 / Math.sqrt(row.length) : row[j] / norm);
		return atom;
	}
}
