package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.convolve.Fit;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/** What encoders need of a dictionary. Immutable and thread-safe. */
final class PlacedDictionary {

	/** Share of the JVM's memory that products of atoms may take. */
	private static final int SHARE = 4;

	/** The atoms that codes are made of. */
	final Dictionary dictionary;
	final PatchShape shape;
	final int count;
	/** The atoms, an array each. */
	final float[][] atoms;
	/** The atoms that the image is compared with, p x m. */
	final float[] compared;
	/** Squared norms of the atoms: 1 but for rounding. */
	final float[] energies;
	final AtomProducts products;
	/** Factors on correlations where the best is looked for, the gains again for every place of a window; null for none. */
	final float[] weights;
	/** Most places along x of the blocks of maxima that an atom reaches, or that are looked at in one go. */
	final int window;

	private PlacedDictionary(final Dictionary dictionary, final float[] compared, final double[] gains, final long most, final Parallel parallel) {
		this.dictionary = dictionary;
		this.compared = compared;
		shape = dictionary.shape();
		count = dictionary.atomCount();
		atoms = new float[count][];
		Arrays.setAll(atoms, dictionary::atom);
		energies = new float[count];
		for (int k = 0; k < count; k++) energies[k] = (float) energy(atoms[k]);
		products = new AtomProducts(shape, count, dictionary.toArray(), most, parallel);
		window = 2 * shape.width() - 1 + 2 * (CorrelationMaps.SIDE - 1);
		weights = gains == null ? null : weights(gains, window);
	}

	private static long most() {
		return Runtime.getRuntime().maxMemory() / SHARE;
	}

	/** Memory that the products of so many atoms take, in bytes. */
	static long bytesOfProducts(final PatchShape shape, final int count) {
		return Math.min(most(), AtomProducts.bytes(shape, count));
	}

	/** For correlations alone: products are made when they are asked for. */
	static PlacedDictionary withoutProducts(final Dictionary dictionary, final Parallel parallel) {
		Fit.require(dictionary.shape());
		return new PlacedDictionary(dictionary, dictionary.toArray(), null, 0, parallel);
	}

	/** @throws IllegalArgumentException if what is given does not fit each other */
	static PlacedDictionary of(final Dictionary dictionary, final float[] mask, final MaskTreatment treatment, final double[] gains, final Parallel parallel) {
		Fit.require(dictionary.shape());
		if (gains != null) check(gains, dictionary.atomCount());
		final long most = most();
		if (mask == null) return new PlacedDictionary(dictionary, dictionary.toArray(), gains, most, parallel);
		check(mask, dictionary.shape());
		if (treatment == MaskTreatment.APPROXIMATE) return new PlacedDictionary(dictionary, MaskTreatment.masked(dictionary, mask), gains, most, parallel);
		final Dictionary exact = treatment.atoms(dictionary, mask);
		return new PlacedDictionary(exact, exact.toArray(), gains, most, parallel);
	}

	private static void check(final double[] gains, final int atomCount) {
		if (gains.length != atomCount) throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + atomCount + " atoms");
		for (int k = 0; k < gains.length; k++)
			if (!(gains[k] >= 0) || Double.isInfinite(gains[k])) throw new IllegalArgumentException("gains must be finite and 0 or more, got " + gains[k] + " of atom " + (k + 1));
	}

	private static void check(final float[] mask, final PatchShape shape) {
		if (mask.length != shape.length()) throw new IllegalArgumentException("a mask of " + mask.length + " values does not fit atoms of " + shape);
		for (final float factor : mask) if (!(factor >= 0) || Float.isInfinite(factor)) throw new IllegalArgumentException("a mask must be finite and 0 or more, got " + factor);
	}

	private static double energy(final float[] atom) {
		double sum = 0;
		for (final float value : atom) sum += (double) value * value;
		return sum;
	}

	/** The gains, by a power of two so that the largest is near 1: scores stay in range. */
	private static float[] weights(final double[] gains, final int places) {
		double largest = Double.MIN_NORMAL;
		for (final double gain : gains) largest = Math.max(largest, gain);
		final float[] weights = new float[places * gains.length];
		for (int i = 0; i < weights.length; i++) weights[i] = (float) Math.scalb(gains[i % gains.length], -Math.getExponent(largest));
		return weights;
	}
}
