package io.github.sparsej.learn.ksvd;

import java.util.Optional;

import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.UnitRows;

/**
 * Some steps of the power iteration from the coefficients g as they are (Rubinstein, Zibulevsky &amp; Elad 2008, one step):
 * d = E'g / ||E'g||, and then g = E d. With constraints each half of a step is still the best for the other half, since the fit of
 * rank one is a fit of every value of its own: d = max(0, E'g), g = max(0, E d) (Aharon, Elad &amp; Bruckstein 2005). So
 * ||E - g d'||_F never rises.
 */
record PowerSteps(int steps, AtomConstraint constraint) implements AtomFit {

	@Override
	public Optional<double[]> fit(final AtomUsers users) {
		double[] atom = users.combine();
		if (!project(atom, users)) return Optional.empty();
		for (int step = 1; step < steps; step++) {
			final double[] next = users.refitAndCombine(rounded(atom));
			if (!project(next, users)) break;
			atom = next;
		}
		return Optional.of(atom);
	}

	/** Where coefficients have signs, the opposite of what is not allowed may be. */
	private boolean project(final double[] atom, final AtomUsers users) {
		return users.nonnegative() ? constraint.project(atom) : constraint.projectEither(atom);
	}

	static float[] rounded(final double[] atom) {
		final float[] rounded = new float[atom.length];
		UnitRows.round(atom, rounded);
		return rounded;
	}
}
