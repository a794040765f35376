package io.github.sparsej.autoencoder.energy;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.feedforward.FeedForward;

/**
 * How large the weights of a network are, and how much its encoder E looks for what its decoder puts in: E against D' (the decoder's
 * rows), as l2 norms and cosines. Immutable and thread-safe.
 */
public final class UnitMeasures {

	private final double[][] encoder;
	private final double[][] decoder;

	public UnitMeasures(final FeedForward network) {
		encoder = IntStream.range(0, network.units()).mapToObj(network::encoder).toArray(double[][]::new);
		decoder = IntStream.range(0, network.units()).mapToObj(network::decoder).toArray(double[][]::new);
	}

	/** Of each atom, a row of the decoder, p values. */
	public double[] atomNorms() {
		return norms(decoder);
	}

	/** Of what each unit looks for, a row of E, p values. */
	public double[] encoderRowNorms() {
		return norms(encoder);
	}

	/** Of what each place of the signal gives to all units, a column of E, m values: what the energy auto-encoder bounds. */
	public double[] encoderColumnNorms() {
		final double[] norms = new double[encoder[0].length];
		for (int j = 0; j < norms.length; j++) {
			double sum = 0;
			for (final double[] row : encoder) sum = Math.fma(row[j], row[j], sum);
			norms[j] = Math.sqrt(sum);
		}
		return norms;
	}

	/** Between each unit's row of E and its atom, from -1 to 1, p values; 0 where either is zero. */
	public double[] cosines() {
		final double[] cosines = new double[encoder.length];
		Arrays.setAll(cosines, i -> cosine(inner(encoder[i], decoder[i]), inner(encoder[i], encoder[i]), inner(decoder[i], decoder[i])));
		return cosines;
	}

	/** Between E and D' as a whole, &lt;E, D'&gt; / (|E| |D|). */
	public double cosine() {
		double product = 0, ofEncoder = 0, ofDecoder = 0;
		for (int i = 0; i < encoder.length; i++) {
			product += inner(encoder[i], decoder[i]);
			ofEncoder += inner(encoder[i], encoder[i]);
			ofDecoder += inner(decoder[i], decoder[i]);
		}
		return cosine(product, ofEncoder, ofDecoder);
	}

	static double mean(final double[] values) {
		return Arrays.stream(values).average().orElse(0);
	}

	private static double cosine(final double product, final double energy, final double otherEnergy) {
		return energy == 0 || otherEnergy == 0 ? 0 : product / (Math.sqrt(energy) * Math.sqrt(otherEnergy));
	}

	private static double[] norms(final double[][] rows) {
		return Arrays.stream(rows).mapToDouble(row -> Math.sqrt(inner(row, row))).toArray();
	}

	private static double inner(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum = Math.fma(a[j], b[j], sum);
		return sum;
	}
}
