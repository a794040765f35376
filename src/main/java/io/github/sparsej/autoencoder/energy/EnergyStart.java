package io.github.sparsej.autoencoder.energy;

import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.github.sparsej.linalg.DoubleMatrices;

/** Where learning begins. Immutable (arrays are copied) and thread-safe. */
public final class EnergyStart {

	private final double[][] codes;
	private final double[][] decoder;
	private final double[][] encoder;

	private EnergyStart(final double[][] codes, final double[][] decoder, final double[][] encoder) {
		this.codes = codes;
		this.decoder = decoder;
		this.encoder = encoder;
	}

	/**
	 * @param codes   one row of p values per signal
	 * @param decoder D, p rows (one per atom) of m values
	 * @param encoder E, p rows (one per unit) of m values
	 * @throws IllegalArgumentException if the sizes do not fit each other
	 */
	public static EnergyStart of(final double[][] codes, final double[][] decoder, final double[][] encoder) {
		final int length = decoder.length == 0 ? 0 : decoder[0].length;
		if (length == 0) throw new IllegalArgumentException("a start needs at least 1 atom of 1 value");
		requireSize("encoder", encoder, decoder.length, length);
		requireSize("decoder", decoder, decoder.length, length);
		requireSize("codes", codes, codes.length, decoder.length);
		return new EnergyStart(copy(codes), DoubleMatrices.transposed(decoder), copy(encoder));
	}

	/**
	 * D and E of standard normal values.
	 *
	 * @param normalCodes whether codes are such values too, or 0
	 */
	static EnergyStart random(final int signals, final int atoms, final int length, final long seed, final boolean normalCodes) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] decoder = normal(length, atoms, random), encoder = normal(atoms, length, random);
		return new EnergyStart(normalCodes ? normal(signals, atoms, random) : new double[signals][atoms], decoder, encoder);
	}

	private static double[][] normal(final int rows, final int columns, final SplittableRandom random) {
		final double[][] matrix = new double[rows][columns];
		for (final double[] row : matrix) for (int j = 0; j < columns; j++) row[j] = random.nextGaussian();
		return matrix;
	}

	private static void requireSize(final String what, final double[][] matrix, final int rows, final int columns) {
		if (matrix.length != rows || Stream.of(matrix).anyMatch(row -> row.length != columns)) throw new IllegalArgumentException("the " + what + " of a start must have " + rows + " rows of " + columns + " values");
	}

	/** @throws IllegalArgumentException if it is not that of so many signals */
	void requireFit(final int signals, final int length, final int atoms) {
		if (codes.length != signals || decoder.length != length || encoder.length != atoms)
			throw new IllegalArgumentException("a start of " + codes.length + " codes in " + encoder.length + " atoms of " + decoder.length + " values does not fit " + signals + " signals of " + length + " values and " + atoms + " atoms");
	}

	/** A copy of Z', n x p. */
	double[][] codes() {
		return copy(codes);
	}

	/** A copy of D, m x p. */
	double[][] decoder() {
		return copy(decoder);
	}

	/** A copy of E, p x m. */
	double[][] encoder() {
		return copy(encoder);
	}

	private static double[][] copy(final double[][] matrix) {
		return Stream.of(matrix).map(double[]::clone).toArray(double[][]::new);
	}
}
