package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;

/** How sources are made better for given atoms. */
public enum SourceUpdate {

	/**
	 * One step along a line: towards the closed form of the sources in which the signs of the present ones stand for their absolute
	 * values, as far as the true objective falls. Few sources become exactly 0.
	 */
	RELAXED("Relaxed") {
		@Override
		SourceStep step(final double[][] atoms, final double lambda, final Parallel parallel) {
			final double[][] columns = columns(atoms, parallel);
			return new RelaxedSources(atoms, columns, gram(atoms, columns, parallel), lambda);
		}
	},

	/** The sources that are best: the lasso, solved exactly. */
	LASSO("Lasso") {
		@Override
		SourceStep step(final double[][] atoms, final double lambda, final Parallel parallel) {
			final double[][] columns = columns(atoms, parallel);
			return new LassoSources(columns, gram(atoms, columns, parallel), lambda);
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

	private static double[][] columns(final double[][] atoms, final Parallel parallel) {
		return Columns.of(flat(atoms), atoms.length, atoms[0].length, parallel);
	}

	private static double[][] gram(final double[][] atoms, final double[][] columns, final Parallel parallel) {
		return Gram.of(flat(atoms), columns, atoms.length, parallel);
	}

	private static double[] flat(final double[][] rows) {
		final double[] flat = new double[rows.length * rows[0].length];
		for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
		return flat;
	}
}
