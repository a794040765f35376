package io.github.sparsej.learn.masked;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * The residuals M (x - D a) of known values, 0 where values are missing, while atoms and their coefficients are fitted one atom
 * after another. Modified by {@link #fit}, hence for one thread at a time.
 */
final class KnownResiduals {

	private static final int ROWS_PER_CHUNK = 256;
	/** Share of an atom's squared norm that must be seen for its coefficient to be fitted to it. */
	private static final double LEAST_SEEN = 1e-6;
	/** The length of an atom and of its coefficients is fitted too, so that one round leaves little to the next. */
	private static final int ROUNDS = 2;

	private final int length;
	/** n x m. */
	private final float[][] values;
	/** 1 where known, 0 where missing, n x m. */
	private final float[][] visible;
	private final AtomUses uses;

	KnownResiduals(final Signals signals, final SignalMask mask, final SparseCodes codes, final double[][] atoms, final Parallel parallel) {
		length = signals.length();
		values = new float[signals.count()][length];
		visible = new float[signals.count()][length];
		uses = new AtomUses(codes);
		parallel.forChunks(signals.count(), ROWS_PER_CHUNK, (begin, end) -> {
			final double[] left = new double[length];
			for (int row = begin; row < end; row++) {
				mask.write(row, visible[row]);
				for (int j = 0; j < length; j++) left[j] = visible[row][j] == 0 ? 0 : signals.value(row, j);
				for (int k = codes.start(row); k < codes.start(row + 1); k++) add(-codes.coefficient(k), atoms[codes.atom(k)], left);
				for (int j = 0; j < length; j++) values[row][j] = (float) (visible[row][j] * left[j]);
			}
		});
	}

	private static void add(final double factor, final double[] from, final double[] to) {
		for (int j = 0; j < to.length; j++) to[j] = Math.fma(factor, from[j], to[j]);
	}

	/** How many signals use an atom. */
	int uses(final int atom) {
		return uses.count(atom);
	}

	/** Squared norm of what is left of one signal's known values. */
	double energy(final int row) {
		return Energy.of(values[row], 0, length);
	}

	/** The sum of all: the objective, without its 1/2. */
	double energy() {
		double sum = 0;
		for (int row = 0; row < values.length; row++) sum += energy(row);
		return sum;
	}

	/**
	 * Lowers the sum of squared residuals in an atom d and its coefficients, in turn: first d by least squares for every pixel
	 * over the signals that use the atom and know the pixel, d_j = sum_u M_uj a_u e_uj / sum_u M_uj a_u^2, where e = r + a d; then
	 * its length is moved into the coefficients, and a_u = d'M e_u / |M d|^2. (Weighted rank one by alternation: Srebro &amp;
	 * Jaakkola, ICML 2003; in K-SVD: Mairal, Elad &amp; Sapiro 2008, eq. 11.) A pixel that no user knows stays as it is.
	 *
	 * @param atom of unit l2 norm; modified, and of unit norm again
	 * @return false if no signal uses the atom or nothing is left of it: then it is not modified
	 */
	boolean fit(final int i, final double[] atom) {
		if (uses.count(i) == 0) return false;
		for (int round = 0; round < ROUNDS; round++) if (!fitAtom(i, atom)) return false;
		return true;
	}

	private boolean fitAtom(final int i, final double[] atom) {
		final double[] sums = new double[length], weights = new double[length];
		for (int k = uses.start[i]; k < uses.start[i + 1]; k++) {
			final double a = uses.coefficient[k];
			final float[] left = values[uses.row[k]], seen = visible[uses.row[k]];
			for (int j = 0; j < length; j++) {
				sums[j] = Math.fma(a, left[j], sums[j]);
				weights[j] = Math.fma(a * a, seen[j], weights[j]);
			}
		}
		final double[] fitted = new double[length];
		for (int j = 0; j < length; j++) fitted[j] = atom[j] + (weights[j] > 0 ? sums[j] / weights[j] : 0);
		final double norm = norm(fitted);
		if (!UnitRows.normalize(fitted)) return false;
		for (int k = uses.start[i]; k < uses.start[i + 1]; k++) fitCoefficient(k, atom, fitted, norm);
		System.arraycopy(fitted, 0, atom, 0, length);
		return true;
	}

	private void fitCoefficient(final int k, final double[] before, final double[] now, final double norm) {
		final float[] left = values[uses.row[k]], seen = visible[uses.row[k]];
		final double old = uses.coefficient[k];
		double product = 0, square = 0;
		for (int j = 0; j < length; j++) {
			final double d = seen[j] * now[j];
			product = Math.fma(d, left[j] + old * before[j], product);
			square = Math.fma(d, d, square);
		}
		uses.coefficient[k] = (float) (square > LEAST_SEEN ? product / square : old * norm);
		final double fresh = uses.coefficient[k];
		for (int j = 0; j < length; j++) left[j] = (float) (left[j] + seen[j] * (old * before[j] - fresh * now[j]));
	}

	private static double norm(final double[] row) {
		double sum = 0;
		for (final double value : row) sum += value * value;
		return Math.sqrt(sum);
	}
}
