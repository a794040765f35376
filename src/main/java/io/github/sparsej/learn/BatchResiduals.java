package io.github.sparsej.learn;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** The residuals x - a D of a batch in float64, with the squared l2 norm of each. */
final class BatchResiduals {

	private static final int ROWS_PER_CHUNK = 64;

	/** n residuals of m values. */
	final double[][] values;
	/** Squared norm per residual. */
	final double[] energy;
	/** Squared norm per signal. */
	private final double[] signalEnergy;

	/** @param atoms p atoms in float64, of the length of the signals */
	BatchResiduals(final Signals signals, final SparseCodes codes, final double[][] atoms, final Parallel parallel) {
		values = new double[signals.count()][signals.length()];
		energy = new double[signals.count()];
		signalEnergy = new double[signals.count()];
		parallel.forChunks(signals.count(), ROWS_PER_CHUNK, (begin, end) -> {
			final int entries = codes.start(end) - codes.start(begin);
			final int[] atom = new int[entries];
			final float[] coefficient = new float[entries];
			for (int k = 0; k < entries; k++) {
				atom[k] = codes.atom(codes.start(begin) + k);
				coefficient[k] = codes.coefficient(codes.start(begin) + k);
			}
			for (int row = begin; row < end; row++) {
				final double[] residual = values[row];
				final int offset = signals.offset(row);
				for (int j = 0; j < residual.length; j++) residual[j] = signals.values()[offset + j];
				signalEnergy[row] = UnitRows.energy(residual);
				RowCombination.add(-1, coefficient, atom, codes.start(row) - codes.start(begin), codes.start(row + 1) - codes.start(begin), atoms, residual);
				energy[row] = UnitRows.energy(residual);
			}
		});
	}

	/** ||X - a D||_F / ||X||_F of the batch, 0 for a batch of zeros. */
	double relative() {
		double left = 0;
		double all = 0;
		for (int row = 0; row < energy.length; row++) {
			left += energy[row];
			all += signalEnergy[row];
		}
		return all == 0 ? 0 : Math.sqrt(left / all);
	}

	/** Squared norm of one signal. */
	double signalEnergy(final int row) {
		return signalEnergy[row];
	}
}
