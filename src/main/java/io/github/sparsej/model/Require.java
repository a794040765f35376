package io.github.sparsej.model;

/**
 * What numbers must be that options and values are made of: one rule and one message for each kind. The message names the number, says what is
 * allowed, and ends with what was given; a name may say the unit, as in "sigma in px".
 */
public final class Require {

	private Require() {}

	/** @throws IllegalArgumentException if a number, of atoms for example, is 0 or less */
	public static void atLeastOne(final String name, final long value) {
		if (value < 1) throw new IllegalArgumentException(name + " must be at least 1, got " + value);
	}

	/** @throws IllegalArgumentException if a number is less than 0 */
	public static void notNegative(final String name, final long value) {
		if (value < 0) throw new IllegalArgumentException(name + " must be 0 or more, got " + value);
	}

	/** @throws IllegalArgumentException if a value is less than 0, infinite or NaN */
	public static void notNegative(final String name, final double value) {
		if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(name + " must be finite and 0 or more, got " + value); // NaN fails too
	}

	/** @throws IllegalArgumentException if a value is 0 or less, infinite or NaN */
	public static void positive(final String name, final double value) {
		if (!(value > 0 && value < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(name + " must be finite and above 0, got " + value); // NaN fails too
	}

	/** @throws IllegalArgumentException if a share is less than 0, 1 or more, or NaN */
	public static void belowOne(final String name, final double value) {
		if (!(value >= 0 && value < 1)) throw new IllegalArgumentException(name + " must be 0 or more and below 1, got " + value);
	}

	/** @throws IllegalArgumentException if a share or rate is less than 0, more than 1, or NaN */
	public static void fromZeroToOne(final String name, final double value) {
		if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException(name + " must be from 0 to 1, got " + value);
	}
}
