package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.Parallel;

/** How sources are made better for given atoms. */
public enum SourceUpdate {

	/**
	 * One step along a line: towards the closed form of the sources in which the signs of the present ones stand for their absolute
	 * values, as far as the true objective falls. Few sources become exactly 0, and J falls much more slowly than with the lasso.
	 */
	RELAXED("Relaxed") {
		@Override
		SourceStep step(final double[][] atoms, final double lambda, final Parallel parallel) {
			return new RelaxedSources(atoms, lambda, parallel);
		}
	},

	/** The sources that are best: the lasso, solved exactly. */
	LASSO("Lasso") {
		@Override
		SourceStep step(final double[][] atoms, final double lambda, final Parallel parallel) {
			return new LassoSources(atoms, lambda, parallel);
		}
	};

	private final String label;

	SourceUpdate(final String label) {
		this.label = label;
	}

	/** Its name in menus and macros. */
	public String label() {
		return label;
	}

	/**
	 * @param atoms  W, one atom per row; not modified
	 * @param lambda of {@link Objective}
	 */
	abstract SourceStep step(double[][] atoms, double lambda, Parallel parallel);
}
