package io.github.sparsej.autoencoder.energy;

/** What is asked of the variable of a sub-problem beside its quadratic: a term of the objective, or a set that it must be in. */
enum Proximity {

	/** The sum of all magnitudes, one_norm(V). */
	ONE_NORM {
		@Override
		double of(final double[] row) {
			double sum = 0;
			for (final double value : row) sum += Math.abs(value);
			return sum;
		}

		@Override
		void shrink(final double[] row, final double step) {
			for (int j = 0; j < row.length; j++) row[j] -= Math.max(-step, Math.min(step, row[j]));
		}
	},

	/** No column of V has an l2 norm above 1. */
	COLUMN_BALLS {
		@Override
		void project(final double[][] matrix) {
			final double[] scale = new double[matrix[0].length];
			for (final double[] row : matrix) for (int j = 0; j < scale.length; j++) scale[j] = Math.fma(row[j], row[j], scale[j]);
			for (int j = 0; j < scale.length; j++) scale[j] = 1 / Math.max(1, Math.sqrt(scale[j]));
			for (final double[] row : matrix) for (int j = 0; j < scale.length; j++) row[j] *= scale[j];
		}
	},

	/** No row of V has an l2 norm above 1. */
	ROW_BALLS {
		@Override
		void shrink(final double[] row, final double step) {
			double energy = 0;
			for (final double value : row) energy = Math.fma(value, value, energy);
			final double scale = 1 / Math.max(1, Math.sqrt(energy));
			for (int j = 0; j < row.length; j++) row[j] *= scale;
		}
	};

	/** A row's share of the term; of a set, within it, 0. */
	double of(final double[] row) {
		return 0;
	}

	/** The proximal step of one row, where rows go by themselves. */
	void shrink(final double[] row, final double step) {}

	/** The proximal step of the whole matrix, where columns go by themselves. */
	void project(final double[][] matrix) {}

	/** Brings a matrix, which is overwritten, into the set. */
	final void bound(final double[][] matrix) {
		for (final double[] row : matrix) shrink(row, 0);
		project(matrix);
	}
}
