package io.github.sparsej.encode.greedy;

/**
 * Follows the squared norm of a residual through the steps of a pursuit, in float64, by what each step takes away. That
 * difference loses its digits when little is left of the signal; so the tracker also bounds its own error, and where the
 * tolerance lies within that bound it asks for the residual itself to be measured.
 */
final class ResidualTracker {

	/** Rounding of an inner product in float32, relative to the norm of the signal. */
	static final double ROUNDING = 1e-6;

	/** Measures the residual x - D a of the code so far. */
	@FunctionalInterface
	interface Measure {
		double energy();
	}

	private final double limit;
	private final boolean atLeastOne;
	private double rounding;
	private double energy;
	private double uncertainty;

	/**
	 * @param tolerance  l2 norm of the residual that is good enough
	 * @param atLeastOne whether a signal within the tolerance needs an atom, unless it is all zeros
	 */
	ResidualTracker(final double tolerance, final boolean atLeastOne) {
		limit = tolerance * tolerance;
		this.atLeastOne = atLeastOne;
	}

	void begin(final double signalEnergy) {
		rounding = ROUNDING * Math.sqrt(signalEnergy);
		energy = signalEnergy;
		uncertainty = 0;
	}

	/** Whether the signal needs no atom, since it is within the tolerance as it is. Always so for a signal of zeros. */
	boolean isWithin() {
		return energy == 0 || !atLeastOne && energy <= limit;
	}

	/** A step took the residual's component of this length away: its energy falls by the square. */
	void lower(final double component) {
		lower(component, 1);
	}

	/** @param blowUp factor on the rounding of the inner products that the component is made of */
	void lower(final double component, final double blowUp) {
		final double error = blowUp * rounding;
		energy -= component * component;
		uncertainty += (2 * Math.abs(component) + error) * error;
	}

	/** A step changed the residual in a way that its component does not tell: it needs to be measured. */
	void forget() {
		uncertainty = Double.POSITIVE_INFINITY;
	}

	/** Whether there is a tolerance: without one, nothing that is tracked is asked for. */
	boolean isOfUse() {
		return limit > 0;
	}

	/** Whether the residual is within the tolerance; with tolerance 0, no residual is. */
	boolean isWithin(final Measure residual) {
		if (limit == 0 || energy > limit + uncertainty) return false;
		if (energy > limit - uncertainty) {
			energy = residual.energy();
			uncertainty = 0;
		}
		return energy <= limit;
	}
}
