package io.github.sparsej.encode.choice;

import java.util.Locale;

/** One of the {@link EncoderParameters}, as macros name it. */
public enum EncoderParameter {
	NONZEROS, TOLERANCE, AT_LEAST_ONE, LAMBDA, MIXING, WEIGHTS, NONNEGATIVE, ITERATIONS;

	/** The name of its key in macros: lower-case letters only. */
	public String key() {
		return name().replace("_", "").toLowerCase(Locale.ROOT);
	}
}
