package io.github.sparsej.model;

import java.util.Arrays;

/**
 * How the coefficients of each of p atoms are distributed: for atom i the share z_i(r) of signals whose coefficient a_i of
 * that atom, brought into [0, 1] by r = 1 - exp(-|a_i| / scale), is at most r, at Q values of r (Perrinet 2019, where
 * the table is called P_cum). Signals that do not use the atom count with r = 0. An encoder that selects atoms by z_i
 * instead of a_i uses them evenly. Immutable and thread-safe.
 */
public final class QuantileFunctions {

	/** How far a value may be off by rounding. */
	private static final double ROUNDING = 1e-9;
	/** 1 - exp(-3). */
	private static final double SATURATED = 0.95;

	private final int atomCount;
	private final int size;
	private final double scale;
	private final double[] values;

	/**
	 * @param atomCount p, at least 1
	 * @param size      Q, values per atom, at least 2
	 * @param scale     coefficient (in the units of the signals) that is brought to 1 - 1/e, finite and above 0
	 * @param values    p x Q values, row-major, each atom's rising from 0 or more to at most 1 (rounding apart); copied
	 */
	public QuantileFunctions(final int atomCount, final int size, final double scale, final double[] values) {
		this(scale, values.clone(), atomCount, size);
	}

	/**
	 * As the constructor, of an array that is given away.
	 *
	 * @param values taken over, not copied: it must not be written to any more
	 */
	public static QuantileFunctions taking(final int atomCount, final int size, final double scale, final double[] values) {
		return new QuantileFunctions(scale, values, atomCount, size);
	}

	private QuantileFunctions(final double scale, final double[] values, final int atomCount, final int size) {
		if (atomCount < 1) throw new IllegalArgumentException("quantile functions need at least 1 atom, got " + atomCount);
		if (size < 2) throw new IllegalArgumentException("a quantile function needs at least 2 values, got " + size);
		Require.positive("the scale of quantile functions", scale);
		if (values.length != (long) atomCount * size) throw new IllegalArgumentException(atomCount + " quantile functions of " + size + " values need " + (long) atomCount * size + " in all, got " + values.length);
		for (int begin = 0; begin < values.length; begin += size) checkFunction(values, begin, begin + size);
		this.atomCount = atomCount;
		this.size = size;
		this.scale = scale;
		this.values = values;
	}

	private static void checkFunction(final double[] values, final int begin, final int end) {
		double before = 0;
		for (int k = begin; k < end; before = values[k++]) {
			if (!(values[k] >= -ROUNDING && values[k] <= 1 + ROUNDING)) throw new IllegalArgumentException("values of a quantile function must be from 0 to 1, got " + values[k]);
			if (values[k] < before - ROUNDING) throw new IllegalArgumentException("a quantile function must not fall, but " + values[k] + " comes after " + before);
		}
	}

	/** Before anything is learned: every z_i(r) = r. */
	public static QuantileFunctions identity(final int atomCount, final int size, final double scale) {
		final double[] values = new double[Math.multiplyExact(atomCount, size)];
		for (int k = 0; k < values.length; k++) values[k] = (double) (k % size) / (size - 1);
		return new QuantileFunctions(atomCount, size, scale, values);
	}

	public int atomCount() {
		return atomCount;
	}

	/** Values per atom Q. */
	public int size() {
		return size;
	}

	/** The coefficient that is brought to 1 - 1/e, in the units of the signals. */
	public double scale() {
		return scale;
	}

	/** Value {@code index} (0 to Q - 1) of an atom's function. */
	public double value(final int atom, final int index) {
		return values[atom * size + index];
	}

	/** A copy of one atom's function. */
	public double[] row(final int atom) {
		return Arrays.copyOfRange(values, atom * size, (atom + 1) * size);
	}

	/**
	 * Of all coefficients that are used, about the share beyond three times the scale (r above 0.95), where large ones hardly
	 * differ any more; 0 if none is used. Read by straight lines between the values of the mean function.
	 */
	public double saturation() {
		final double used = 1 - mean(1.0 / (size - 1));
		return used > 0 ? (1 - mean(SATURATED)) / used : 0;
	}

	/** The mean of all functions at r from 0 to 1. */
	private double mean(final double r) {
		final double place = r * (size - 1);
		final int index = Math.min((int) place, size - 2);
		double sum = 0;
		for (int i = 0; i < atomCount; i++) sum += value(i, index) + (place - index) * (value(i, index + 1) - value(i, index));
		return sum / atomCount;
	}

	/** A copy of all, p x Q, row-major. */
	public double[] toArray() {
		return values.clone();
	}
}
