package io.github.sparsej.autoencoder.energy;

/** Which algorithm is meant by the name. */
public enum EnergyVariant {

	/**
	 * The problem as it is written: norms of the columns of D and of E, the start brought within them, steps by the largest eigenvalue,
	 * and what each step learned kept. The objective never rises.
	 */
	CORRECT(EnergyVariant.CORRECT_NAME, new Scheme(false, true, Proximity.COLUMN_BALLS, Proximity.COLUMN_BALLS, false, false, true)),

	/**
	 * As the author's first notebook computes it, for comparison: it begins with normal codes too, bounds the rows of D (one per pixel) and of E (one per unit), of which
	 * the first ones are outside of these bounds, takes steps by Frobenius norms, and after the D step replaces E by D', after the E step D by E'. What is left is one
	 * matrix, and the objective may rise. (That notebook's cutting of patches, which reads a corner of the image only, is not repeated.)
	 */
	AS_PUBLISHED(EnergyVariant.AS_PUBLISHED_NAME, new Scheme(true, false, Proximity.ROW_BALLS, Proximity.ROW_BALLS, true, true, false));

	/** The labels as constants, for lists of choices. */
	public static final String CORRECT_NAME = "Correct", AS_PUBLISHED_NAME = "As published";

	/**
	 * What the variants differ in.
	 *
	 * @param normalCodes  whether codes begin with standard normal values, or with 0
	 * @param projectStart whether the start is brought within the bounds
	 * @param decoder      bound of D (m x p)
	 * @param encoder      bound of E (p x m)
	 * @param frobenius    whether Lipschitz constants are Frobenius norms, or largest eigenvalues
	 * @param tie          whether each of D and E is replaced by the transpose of the other after that was learned
	 * @param keepBest     whether the best iterate of a step is kept, or the last
	 */
	record Scheme(boolean normalCodes, boolean projectStart, Proximity decoder, Proximity encoder, boolean frobenius, boolean tie, boolean keepBest) {}

	private final String label;
	private final Scheme scheme;

	EnergyVariant(final String label, final Scheme scheme) {
		this.label = label;
		this.scheme = scheme;
	}

	/** As in menus and macros. */
	public String label() {
		return label;
	}

	/** @throws IllegalArgumentException if no variant has this label */
	public static EnergyVariant named(final String label) {
		for (final EnergyVariant variant : values()) if (variant.label.equals(label)) return variant;
		throw new IllegalArgumentException("no variant is called " + label);
	}

	Scheme scheme() {
		return scheme;
	}
}
