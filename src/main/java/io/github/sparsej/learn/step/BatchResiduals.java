package io.github.sparsej.learn.step;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** The residuals x - a D of a batch in float32, as exact as codes are, with the squared l2 norm of each. */
public final class BatchResiduals {

	private static final int ROWS_PER_CHUNK = 64;
	/** Terms that are added in float32 before they are added to a sum in float64. */
	private static final int FLOAT_TERMS = 64;

	private final Signals signals;
	private final int length;
	/** n residuals of m values. */
	private final float[][] values;
	/** Squared norm per residual. */
	public final double[] energy;
	/** Squared norm per signal. */
	private final double[] signalEnergy;

	/** @param atoms p atoms of the length of the signals */
	public BatchResiduals(final Signals signals, final SparseCodes codes, final float[][] atoms, final Parallel parallel) {
		this.signals = signals;
		length = signals.length();
		values = new float[signals.count()][length];
		energy = new double[signals.count()];
		signalEnergy = new double[signals.count()];
		form(codes, atoms, parallel);
	}

	/** Forms the residuals anew of other codes of the same signals, or in other atoms: new arrays for many signals take longer than what is done in them. */
	public void form(final SparseCodes codes, final float[][] atoms, final Parallel parallel) {
		parallel.forChunks(signals.count(), ROWS_PER_CHUNK, (begin, end) -> {
			final int entries = codes.start(end) - codes.start(begin);
			final int[] atom = new int[entries];
			final float[] negative = new float[entries];
			for (int k = 0; k < entries; k++) {
				atom[k] = codes.atom(codes.start(begin) + k);
				negative[k] = -codes.coefficient(codes.start(begin) + k);
			}
			for (int row = begin; row < end; row++) {
				signalEnergy[row] = Energy.of(signals.values(), signals.offset(row), length);
				System.arraycopy(signals.values(), signals.offset(row), values[row], 0, length);
				RowCombination.add(negative, atom, codes.start(row) - codes.start(begin), codes.start(row + 1) - codes.start(begin), atoms, values[row]);
				energy[row] = Energy.of(values[row], 0, length);
			}
		});
	}

	/** The sum over all signals of an atom's coefficient times the residual. */
	public double[] correlate(final AtomUses uses, final int atom) {
		final double[] sum = new double[length];
		for (int begin = uses.start[atom]; begin < uses.start[atom + 1]; begin += FLOAT_TERMS) {
			final float[] part = new float[length];
			RowCombination.add(uses.coefficient, uses.row, begin, Math.min(begin + FLOAT_TERMS, uses.start[atom + 1]), values, part);
			for (int j = 0; j < length; j++) sum[j] += part[j];
		}
		return sum;
	}

	/** ||X - a D||_F / ||X||_F of the batch, 0 for a batch of zeros. */
	public double relative() {
		double left = 0;
		double all = 0;
		for (int row = 0; row < energy.length; row++) {
			left += energy[row];
			all += signalEnergy[row];
		}
		return all == 0 ? 0 : Math.sqrt(left / all);
	}

	/** The n residuals themselves, for learners that change atoms one after another, and residuals with them; then {@link #measure} is due. */
	public float[][] values() {
		return values;
	}

	/** Takes the norms anew of residuals that were changed. */
	public void measure(final Parallel parallel) {
		parallel.forChunks(values.length, ROWS_PER_CHUNK, (begin, end) -> {
			for (int row = begin; row < end; row++) energy[row] = Energy.of(values[row], 0, length);
		});
	}

	/** Squared norm of one signal. */
	public double signalEnergy(final int row) {
		return signalEnergy[row];
	}
}
