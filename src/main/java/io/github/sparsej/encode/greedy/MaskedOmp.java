package io.github.sparsej.encode.greedy;

import java.util.Arrays;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.MaskedEncoder;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.StopReason;

/**
 * Orthogonal matching pursuit of signals with missing values: each step takes the atom i of the largest |d_i'M r| / |M d_i|,
 * where M keeps the known values, and fits all coefficients to the known values by least squares. That is orthogonal
 * matching pursuit in the dictionary of what is seen of each atom, normalised; coefficients are those of the whole atoms.
 * <p>
 * Since every signal sees other atoms, there is no Gram matrix to share: each step forms the residual of the known values and its
 * inner products with all atoms anew, which takes p multiplications per known value. Immutable and thread-safe.
 */
public final class MaskedOmp implements Encoder {

	private final OmpOptions options;
	/** g, one per atom; null where all are 1. */
	private final float[] gains;
	/** Whether the tolerance is of the root mean square of the known values' residual, not of its norm. */
	private final boolean isPerValue;
	/** How many atoms, the first ones, every code begins with. */
	private final int given;
	private final Parallel parallel;

	/**
	 * Without gains, and with a tolerance that is an l2 norm over the known values.
	 *
	 * @throws IllegalArgumentException if the options ask for nonnegative coefficients, which this pursuit has not
	 */
	public MaskedOmp(final OmpOptions options, final Parallel parallel) {
		this(options, null, false, 0, parallel);
	}

	private MaskedOmp(final OmpOptions options, final float[] gains, final boolean isPerValue, final int given, final Parallel parallel) {
		if (options.nonnegative()) throw new IllegalArgumentException("orthogonal matching pursuit of signals with missing values has signed coefficients only");
		this.options = options;
		this.gains = gains;
		this.isPerValue = isPerValue;
		this.given = given;
		this.parallel = parallel;
	}

	/** This pursuit with a tolerance that is a root mean square: the same for signals of which many values are known and of which few are. */
	public MaskedOmp perKnownValue() {
		return new MaskedOmp(options, gains, true, given, parallel);
	}

	/**
	 * This pursuit with a preference of atoms.
	 *
	 * @param others g, one per atom of the dictionary, finite, 0 (never taken) or more; copied
	 * @throws IllegalArgumentException if one is not, naming it
	 */
	public MaskedOmp preferring(final float[] others) {
		for (int i = 0; i < others.length; i++) if (!(others[i] >= 0) || Float.isInfinite(others[i])) throw new IllegalArgumentException("the gain of atom " + (i + 1) + " must be finite and 0 or more, got " + others[i]);
		return new MaskedOmp(options, others.clone(), isPerValue, given, parallel);
	}

	/**
	 * This pursuit with some atoms in every code, to which those that are chosen are added: constants, for instance, so that a mean is
	 * fitted together with the atoms, which are seen in part and have other means there. They do not count among the options'
	 * nonzeros. A signal that is within the tolerance as it is has no code nevertheless.
	 *
	 * @param count how many, the first of the dictionary, 0 or more
	 */
	public MaskedOmp beginningWith(final int count) {
		Require.notNegative("the number of atoms to begin with", count);
		return new MaskedOmp(options, gains, isPerValue, count, parallel);
	}

	/** @throws IllegalArgumentException if there are gains of another number of atoms, or fewer atoms than codes begin with, naming both numbers */
	@Override
	public MaskedEncoder prepare(final Dictionary dictionary) {
		if (given > dictionary.atomCount()) throw new IllegalArgumentException("a dictionary of " + dictionary.atomCount() + " atoms has no " + given + " to begin with");
		if (gains != null && gains.length != dictionary.atomCount()) throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + dictionary.atomCount() + " atoms");
		final PreparedAtoms atoms = PreparedAtoms.withoutGram(dictionary, parallel);
		final float[][] squares = new float[atoms.length][atoms.count];
		for (int j = 0; j < atoms.length; j++) for (int i = 0; i < atoms.count; i++) squares[j][i] = atoms.columns[j][i] * atoms.columns[j][i];
		return (signals, mask, progress) -> new BlockEncoder(atoms, parallel, () -> new Run(atoms, squares, mask)).encode(mask.fill(signals), progress);
	}

	/** Of a signal and of atoms, only the known values are kept and gone through: {@link #known} of them. */
	private final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final float[][] squares;
		private final SignalMask mask;
		private final int maxNonzeros;
		private final ResidualTracker tracker;
		private final CholeskyRows cholesky = new CholeskyRows();
		private final LargestValue search;
		/** Where the known values are. */
		private final int[] places;
		private int known;
		private final float[] ones;
		/** What squared norms are divided by before they are compared with the tolerance. */
		private double divisor;
		/** g_i / |M d_i|; 0 for atoms of which nothing is seen. */
		private final float[] scale;
		private final float[] scores;
		private final float[] products;
		private final float[] signal;
		private final float[] residual;
		private final int[] chosen;
		/** What is seen of the atoms chosen. */
		private final float[][] seen;
		private final double[] coefficients;
		private final double[] withSeen;
		private final double[] ofChosen;
		private int size;

		Run(final PreparedAtoms atoms, final float[][] squares, final SignalMask mask) {
			this.atoms = atoms;
			this.squares = squares;
			this.mask = mask;
			maxNonzeros = (int) Math.min(Integer.MAX_VALUE, (long) options.maxNonzeros() + given);
			tracker = new ResidualTracker(options.residualTolerance(), options.atLeastOne());
			search = new LargestValue(atoms.count);
			places = new int[atoms.length];
			ones = new float[atoms.length];
			Arrays.fill(ones, 1);
			scale = new float[atoms.count];
			scores = new float[LargestValue.room(atoms.count)];
			products = new float[atoms.count];
			signal = new float[atoms.length];
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
			known = mask.places(offset / atoms.length, places);
			divisor = isPerValue ? Math.max(1, known) : 1;
			tracker.begin(energy / divisor);
			if (tracker.isWithin()) return StopReason.TOLERANCE;
			cholesky.clear();
			size = 0;
			look(signals, offset);
			final StopReason reason = pursue((float) (ResidualTracker.ROUNDING * Math.sqrt(energy)), correlations);
			for (int k = 0; k < size; k++) code.add(chosen[k], (float) coefficients[k]);
			return reason;
		}

		private void look(final float[] signals, final int offset) {
			for (int j = 0; j < known; j++) signal[j] = signals[offset + places[j]];
			correlate(ones, squares);
			for (int i = 0; i < atoms.count; i++) scale[i] = products[i] > CholeskyRows.DEPENDENT ? (float) (gain(i) / Math.sqrt(products[i])) : 0;
		}

		private float gain(final int atom) {
			return gains == null ? 1 : gains[atom];
		}

		/** The sums of the known columns, weighted. */
		private void correlate(final float[] weights, final float[][] columns) {
			Arrays.fill(products, 0);
			RowCombination.add(weights, places, 0, known, columns, products);
		}

		private StopReason pursue(final float noise, final float[] correlations) {
			float[] current = correlations;
			for (int i = 0; i < given && size < known; i++) take(i); // those of which nothing is seen are left out
			if (size > 0) {
				formResidual();
				correlate(residual, atoms.columns);
				current = products;
			}
			while (size < Math.min(chosen.length, known)) {
				Correlations.weigh(current, scale, atoms.count, scores);
				final int best = search.magnitude(scores);
				if (!(Math.abs(scores[best]) > gain(best) * noise) || !take(best)) return StopReason.STALLED;
				formResidual();
				if (tracker.isWithin(() -> Energy.of(residual, 0, known) / divisor)) return StopReason.TOLERANCE;
				if (size == maxNonzeros) return StopReason.MAX_NONZEROS;
				correlate(residual, atoms.columns);
				current = products;
			}
			return StopReason.STALLED; // as many atoms as there are, or as known pixels
		}

		/** Takes one more atom and fits all coefficients; false if what is seen of it depends on those chosen. */
		private boolean take(final int atom) {
			final float[] part = seen[size];
			for (int j = 0, at = atom * atoms.length; j < known; j++) part[j] = atoms.rows[at + places[j]];
			for (int k = 0; k < size; k++) withSeen[k] = Energy.product(part, 0, seen[k], 0, known);
			if (!cholesky.append(withSeen, Energy.of(part, 0, known))) return false;
			chosen[size] = atom;
			ofChosen[size] = Energy.product(part, 0, signal, 0, known);
			coefficients[size++] = 0;
			final double[] direction = cholesky.lastInverseRow();
			double component = 0;
			for (int k = 0; k < size; k++) component = Math.fma(direction[k], ofChosen[k], component);
			for (int k = 0; k < size; k++) coefficients[k] += component * direction[k];
			tracker.lower(component / Math.sqrt(divisor));
			return true;
		}

		/** With coefficients as they will be in the code, in float32. */
		private void formResidual() {
			System.arraycopy(signal, 0, residual, 0, known);
			for (int k = 0; k < size; k++) Correlations.subtract(residual, residual, known, (float) coefficients[k], seen[k]);
		}
	}
}
