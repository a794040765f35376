package io.github.sparsej.encode.feedforward;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;

/**
 * What a model keeps of an auto-encoder ({@link FeedForward}) beside its dictionary, whose atoms are the rows of the decoder D
 * divided by their norms. The code of a signal x has the coefficients a_j = |D_j| z_j, z = f(E x + b), so that codes x dictionary
 * = D'z, and {@link #output} makes g(D'z + a) of it. A unit whose row of D is all zero has norm 0 and never a coefficient.
 * <p>
 * The encoder E is held in float32, as atoms are and as signals are encoded. Immutable (arrays are copied) and thread-safe.
 */
public final class FeedForwardSettings implements EncoderOptions {

	public static final String NAME = "Feed-forward";

	private final float[] encoder;
	private final double[] encoderBias;
	private final Activation hidden;
	private final double[] atomNorms;
	private final double[] decoderBias;
	private final Activation output;
	private final EnergyWeights energy;

	/**
	 * @param encoder     E, p x m, row-major
	 * @param encoderBias b, p
	 * @param hidden      f
	 * @param atomNorms   l2 norms of the rows of D, p, 0 or more
	 * @param decoderBias a, m
	 * @param output      g
	 * @throws IllegalArgumentException if sizes do not fit, or a value is not finite or a norm negative
	 */
	public FeedForwardSettings(final float[] encoder, final double[] encoderBias, final Activation hidden, final double[] atomNorms, final double[] decoderBias, final Activation output) {
		this(encoder.clone(), encoderBias.clone(), hidden, atomNorms.clone(), decoderBias.clone(), output, null);
	}

	private FeedForwardSettings(final float[] encoder, final double[] encoderBias, final Activation hidden, final double[] atomNorms, final double[] decoderBias, final Activation output, final EnergyWeights energy) {
		final int units = encoderBias.length, length = decoderBias.length;
		if (units < 1 || length < 1) throw new IllegalArgumentException("a network needs at least 1 unit and 1 value, got " + units + " and " + length);
		if (encoder.length != (long) units * length) throw new IllegalArgumentException("the encoder needs " + units + " x " + length + " values, got " + encoder.length);
		if (atomNorms.length != units) throw new IllegalArgumentException(units + " units need as many atom norms, got " + atomNorms.length);
		for (final float value : encoder) if (!Float.isFinite(value)) throw new IllegalArgumentException("the encoder has a value that is NaN or infinite in float32");
		requireFinite("encoder bias", encoderBias);
		requireFinite("atom norms", atomNorms);
		requireFinite("decoder bias", decoderBias);
		for (final double norm : atomNorms) Require.notNegative("atom norms", norm);
		this.encoder = encoder;
		this.encoderBias = encoderBias;
		this.hidden = Objects.requireNonNull(hidden);
		this.atomNorms = atomNorms;
		this.decoderBias = decoderBias;
		this.output = Objects.requireNonNull(output);
		this.energy = energy;
	}

	private static void requireFinite(final String what, final double[] values) {
		for (final double value : values) if (!Double.isFinite(value)) throw new IllegalArgumentException("the " + what + " must be finite, got " + value);
	}

	/** These settings, of an energy auto-encoder, which has exact codes too. */
	public FeedForwardSettings withEnergy(final EnergyWeights weights) {
		return new FeedForwardSettings(encoder, encoderBias, hidden, atomNorms, decoderBias, output, weights);
	}

	@Override
	public String name() {
		return NAME;
	}

	/** p. */
	public int units() {
		return encoderBias.length;
	}

	/** m. */
	public int signalLength() {
		return decoderBias.length;
	}

	/** A copy of E, p x m, row-major. */
	public float[] encoder() {
		return encoder.clone();
	}

	/** A copy of row {@code unit} of E. */
	public float[] encoder(final int unit) {
		return Arrays.copyOfRange(encoder, unit * signalLength(), (unit + 1) * signalLength());
	}

	/** A copy of b. */
	public double[] encoderBias() {
		return encoderBias.clone();
	}

	public Activation hidden() {
		return hidden;
	}

	/** A copy of the norms of the rows of D. */
	public double[] atomNorms() {
		return atomNorms.clone();
	}

	/** A copy of a. */
	public double[] decoderBias() {
		return decoderBias.clone();
	}

	public Activation outputActivation() {
		return output;
	}

	/** Of an energy auto-encoder, what its terms count. */
	public Optional<EnergyWeights> energy() {
		return Optional.ofNullable(energy);
	}

	/**
	 * The network, its weights rounded to float32 as the model holds them.
	 *
	 * @throws IllegalArgumentException if the dictionary is not of this size
	 */
	public FeedForward network(final Dictionary dictionary) {
		requireFit(dictionary);
		final double[][] rows = new double[units()][signalLength()], atoms = new double[units()][signalLength()];
		for (int i = 0; i < units(); i++) {
			final float[] row = encoder(i), atom = dictionary.atom(i);
			for (int j = 0; j < row.length; j++) {
				rows[i][j] = row[j];
				atoms[i][j] = atomNorms[i] * atom[j];
			}
		}
		return new FeedForward(rows, encoderBias, hidden, atoms, decoderBias, output);
	}

	/** @throws IllegalArgumentException if the dictionary is not of this size, naming both */
	public void requireFit(final Dictionary dictionary) {
		if (dictionary.atomCount() != units() || dictionary.signalLength() != signalLength())
			throw new IllegalArgumentException("a network of " + units() + " units for signals of length " + signalLength() + " does not fit " + dictionary.atomCount() + " atoms of length " + dictionary.signalLength());
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new FeedForwardEncoder(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}

	@Override
	public boolean nonnegative() {
		return hidden != Activation.LINEAR;
	}

	/** Where the output is linear and has no bias. */
	@Override
	public boolean isLinear() {
		return output == Activation.LINEAR && Arrays.stream(decoderBias).allMatch(bias -> bias == 0);
	}

	/** g(sums + a). */
	@Override
	public Signals output(final Signals sums) {
		final Signals signals = sums.copy();
		final float[] values = signals.values();
		for (int row = 0; row < signals.count(); row++)
			for (int j = 0, at = signals.offset(row); j < decoderBias.length; j++, at++) values[at] = (float) output.of(values[at] + decoderBias[j]);
		return signals;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof FeedForwardSettings s && hidden == s.hidden && output == s.output && Objects.equals(energy, s.energy) && Arrays.equals(encoder, s.encoder)
			&& Arrays.equals(encoderBias, s.encoderBias) && Arrays.equals(atomNorms, s.atomNorms) && Arrays.equals(decoderBias, s.decoderBias);
	}

	@Override
	public int hashCode() {
		return Objects.hash(hidden, output, energy, Arrays.hashCode(encoder), Arrays.hashCode(encoderBias), Arrays.hashCode(atomNorms), Arrays.hashCode(decoderBias));
	}

	/** Its name and size. */
	@Override
	public String toString() {
		return NAME + " (" + units() + " units, " + hidden + ", of " + signalLength() + " values, " + output + ")";
	}
}
