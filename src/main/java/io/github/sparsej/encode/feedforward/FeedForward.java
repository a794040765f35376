package io.github.sparsej.encode.feedforward;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The weights of an auto-encoder of p hidden units and signals of m values, in float64:
 * code z = f(E x + b), reconstruction x^ = g(D'z + a), where row j of E (p x m) is what unit j looks for and row j of
 * D (p x m) what it puts into the signal. Immutable (arrays are copied) and thread-safe.
 */
public final class FeedForward {

	private final double[][] encoder;
	private final double[] encoderBias;
	private final Activation hidden;
	private final double[][] decoder;
	private final double[] decoderBias;
	private final Activation output;

	/**
	 * @param encoder     E, p rows of m
	 * @param encoderBias b, p
	 * @param hidden      f
	 * @param decoder     D, p rows of m
	 * @param decoderBias a, m
	 * @param output      g
	 * @throws IllegalArgumentException if sizes do not fit or a value is not finite
	 */
	public FeedForward(final double[][] encoder, final double[] encoderBias, final Activation hidden, final double[][] decoder, final double[] decoderBias, final Activation output) {
		this.encoder = copy("encoder", encoder, encoderBias.length, decoderBias.length);
		this.decoder = copy("decoder", decoder, encoderBias.length, decoderBias.length);
		this.encoderBias = copy("encoder bias", new double[][] { encoderBias }, 1, encoderBias.length)[0];
		this.decoderBias = copy("decoder bias", new double[][] { decoderBias }, 1, decoderBias.length)[0];
		this.hidden = hidden;
		this.output = output;
	}

	private static double[][] copy(final String what, final double[][] rows, final int units, final int length) {
		if (units < 1 || length < 1) throw new IllegalArgumentException("a network needs at least 1 unit and 1 value, got " + units + " and " + length);
		if (rows.length != units || Stream.of(rows).anyMatch(row -> row.length != length)) throw new IllegalArgumentException("the " + what + " needs " + units + " rows of " + length + " values");
		if (Stream.of(rows).flatMapToDouble(Arrays::stream).anyMatch(value -> !Double.isFinite(value))) throw new IllegalArgumentException("the " + what + " has values that are NaN or infinite");
		return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
	}

	/** p. */
	public int units() {
		return encoderBias.length;
	}

	/** m. */
	public int signalLength() {
		return decoderBias.length;
	}

	/** A copy of row {@code unit} of E. */
	public double[] encoder(final int unit) {
		return encoder[unit].clone();
	}

	/** A copy of b. */
	public double[] encoderBias() {
		return encoderBias.clone();
	}

	public Activation hidden() {
		return hidden;
	}

	/** A copy of row {@code unit} of D. */
	public double[] decoder(final int unit) {
		return decoder[unit].clone();
	}

	/** A copy of a. */
	public double[] decoderBias() {
		return decoderBias.clone();
	}

	public Activation output() {
		return output;
	}
}
