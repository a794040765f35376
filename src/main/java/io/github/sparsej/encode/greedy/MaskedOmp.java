package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.MaskedEncoder;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.Energy;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Orthogonal matching pursuit of signals with missing values: each step takes the atom i of the largest |d_i'M r| / |M d_i|,
 * where M keeps the known values, and fits all coefficients to the known values by least squares. That is orthogonal
 * matching pursuit in the dictionary of what is seen of each atom, normalised; coefficients are those of the whole atoms.
 * <p>
 * Since every signal sees other atoms, there is no Gram matrix to share: each step forms the residual and its inner
 * products with all atoms anew, which takes p m multiplications. Immutable and thread-safe.
 */
public final class MaskedOmp implements Encoder {

	private final OmpOptions options;
	private final Parallel parallel;

	/** @throws IllegalArgumentException if the options ask for nonnegative coefficients, which this pursuit has not */
	public MaskedOmp(final OmpOptions options, final Parallel parallel) {
		if (options.nonnegative()) throw new IllegalArgumentException("orthogonal matching pursuit of signals with missing values has signed coefficients only");
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public MaskedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = PreparedAtoms.withoutGram(dictionary, parallel);
		final float[][] squares = new float[atoms.length][atoms.count];
		for (int j = 0; j < atoms.length; j++) for (int i = 0; i < atoms.count; i++) squares[j][i] = atoms.columns[j][i] * atoms.columns[j][i];
		return (signals, mask, progress) -> new BlockEncoder(atoms, parallel, () -> new Run(atoms, squares, options, mask)).encode(mask.fill(signals), progress);
	}

	private static final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final float[][] squares;
		private final SignalMask mask;
		private final int maxNonzeros;
		private final ResidualTracker tracker;
		private final CholeskyRows cholesky = new CholeskyRows();
		private final float[] visible;
		/** 1 / |M d_i|; 0 for atoms of which nothing is seen. */
		private final float[] scale;
		private final float[] scores;
		private final float[][] products;
		private final float[] residual;
		private final int[] chosen;
		/** What is seen of the atoms chosen. */
		private final float[][] seen;
		private final double[] coefficients;
		private final double[] withSeen;
		private final double[] ofChosen;
		private int size;

		Run(final PreparedAtoms atoms, final float[][] squares, final OmpOptions options, final SignalMask mask) {
			this.atoms = atoms;
			this.squares = squares;
			this.mask = mask;
			maxNonzeros = options.maxNonzeros();
			tracker = new ResidualTracker(options.residualTolerance(), options.atLeastOne());
			visible = new float[atoms.length];
			scale = new float[atoms.count];
			scores = new float[atoms.count];
			products = new float[1][atoms.count];
			residual = new float[atoms.length];
			final int most = Math.min(maxNonzeros, Math.min(atoms.count, atoms.length));
			chosen = new int[most];
			seen = new float[most][atoms.length];
			coefficients = new double[most];
			withSeen = new double[most];
			ofChosen = new double[most];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			tracker.begin(energy);
			if (tracker.isWithin()) return StopReason.TOLERANCE;
			cholesky.clear();
			size = 0;
			look(offset / atoms.length);
			final StopReason reason = pursue(signals, offset, (float) (ResidualTracker.ROUNDING * Math.sqrt(energy)), correlations);
			for (int k = 0; k < size; k++) code.add(chosen[k], (float) coefficients[k]);
			return reason;
		}

		private void look(final int row) {
			mask.write(row, visible);
			FloatProduct.best().multiply(visible, 0, atoms.length, 1, atoms.length, squares, atoms.count, products);
			for (int i = 0; i < atoms.count; i++) scale[i] = products[0][i] > CholeskyRows.DEPENDENT ? (float) (1 / Math.sqrt(products[0][i])) : 0;
		}

		private StopReason pursue(final float[] signals, final int offset, final float noise, final float[] correlations) {
			float[] current = correlations;
			while (size < chosen.length) {
				Correlations.weigh(current, scale, atoms.count, scores);
				final int best = Correlations.largestMagnitude(scores, atoms.count);
				if (!(Math.abs(scores[best]) > noise) || !take(best, signals, offset)) return StopReason.STALLED;
				formResidual(signals, offset);
				if (tracker.isWithin(() -> Energy.of(residual, 0, atoms.length))) return StopReason.TOLERANCE;
				if (size == maxNonzeros) return StopReason.MAX_NONZEROS;
				FloatProduct.best().multiply(residual, 0, atoms.length, 1, atoms.length, atoms.columns, atoms.count, products);
				current = products[0];
			}
			return StopReason.STALLED; // as many atoms as there are, or as pixels
		}

		/** Takes one more atom and fits all coefficients; false if what is seen of it depends on those chosen. */
		private boolean take(final int atom, final float[] signals, final int offset) {
			final float[] part = seen[size];
			for (int j = 0; j < part.length; j++) part[j] = atoms.rows[atom * part.length + j] * visible[j];
			for (int k = 0; k < size; k++) withSeen[k] = Energy.product(part, 0, seen[k], 0, part.length);
			if (!cholesky.append(withSeen, Energy.of(part, 0, part.length))) return false;
			chosen[size] = atom;
			ofChosen[size] = Energy.product(part, 0, signals, offset, part.length);
			coefficients[size++] = 0;
			final double[] direction = cholesky.lastInverseRow();
			double component = 0;
			for (int k = 0; k < size; k++) component = Math.fma(direction[k], ofChosen[k], component);
			for (int k = 0; k < size; k++) coefficients[k] += component * direction[k];
			tracker.lower(component);
			return true;
		}

		/** With coefficients as they will be in the code, in float32. */
		private void formResidual(final float[] signals, final int offset) {
			System.arraycopy(signals, offset, residual, 0, residual.length);
			for (int k = 0; k < size; k++) Correlations.subtract(residual, residual, residual.length, (float) coefficients[k], seen[k]);
		}
	}
}
