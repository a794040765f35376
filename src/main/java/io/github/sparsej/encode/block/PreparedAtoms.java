package io.github.sparsej.encode.block;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/** A dictionary in the shapes that the encoders' kernels read. Immutable, thread-safe. */
public final class PreparedAtoms {

	/** Share of changed atoms beyond which all inner products are formed anew, of which only half are, thanks to symmetry. */
	private static final double MOST_CHANGED = 0.5;

	public final int count;
	public final int length;
	/** p x m, row-major. */
	public final float[] rows;
	/** m arrays of p values. */
	public final float[][] columns;
	/** p x p; null where the encoder can do without. */
	public final float[][] gram;
	/** Whether the Gram matrix is there and that of the rows. */
	private final boolean ofAtoms;

	public PreparedAtoms(final Dictionary dictionary, final Parallel parallel) {
		count = dictionary.atomCount();
		length = dictionary.signalLength();
		rows = dictionary.toArray();
		columns = new float[length][count];
		gram = Gram.andColumns(rows, columns, count, parallel);
		ofAtoms = true;
	}

	/**
	 * A dictionary of which some atoms may be those of a dictionary that was prepared before: inner products among these are taken
	 * over, which changes no bit.
	 *
	 * @param before null, or of another kind, for nothing to take over
	 */
	public static PreparedAtoms of(final Dictionary dictionary, final PreparedEncoder before, final Parallel parallel) {
		final PreparedAtoms old = before instanceof BlockEncoder encoder ? encoder.atoms() : null;
		if (old == null || !old.ofAtoms || old.count != dictionary.atomCount() || old.length != dictionary.signalLength()) return new PreparedAtoms(dictionary, parallel);
		final float[] rows = dictionary.toArray();
		final int[] changed = IntStream.range(0, old.count).filter(i -> !Arrays.equals(rows, i * old.length, (i + 1) * old.length, old.rows, i * old.length, (i + 1) * old.length)).toArray();
		if (changed.length > MOST_CHANGED * old.count) return new PreparedAtoms(dictionary, parallel);
		final float[][] columns = new float[old.length][];
		return new PreparedAtoms(rows, columns, Gram.changed(rows, changed, old.columns, columns, old.gram, parallel), true);
	}

	/** Without the Gram matrix, which takes longer than all the rest. */
	public static PreparedAtoms withoutGram(final Dictionary dictionary, final Parallel parallel) {
		return withoutGram(dictionary.toArray(), dictionary.atomCount(), parallel);
	}

	/**
	 * Without the Gram matrix, of vectors of any norm.
	 *
	 * @param rows p x m, row-major; kept
	 */
	public static PreparedAtoms withoutGram(final float[] rows, final int count, final Parallel parallel) {
		return new PreparedAtoms(rows, count, parallel);
	}

	private PreparedAtoms(final float[] rows, final int count, final Parallel parallel) {
		this.count = count;
		length = rows.length / count;
		this.rows = rows;
		columns = Columns.of(rows, count, length, parallel);
		gram = null;
		ofAtoms = false;
	}

	/**
	 * Atoms whose correlations with a signal are not those with themselves. The arrays are kept.
	 *
	 * @param rows    the atoms, p x m, row-major
	 * @param columns the vectors that signals are correlated with, m arrays of p values
	 * @param gram    row i: what a unit of atom i adds to these correlations
	 */
	public PreparedAtoms(final float[] rows, final float[][] columns, final float[][] gram) {
		this(rows, columns, gram, false);
	}

	private PreparedAtoms(final float[] rows, final float[][] columns, final float[][] gram, final boolean ofAtoms) {
		count = gram.length;
		length = columns.length;
		this.rows = rows;
		this.columns = columns;
		this.gram = gram;
		this.ofAtoms = ofAtoms;
	}

	/**
	 * The squared l2 norm of one signal's residual x - D a, with coefficients as they will be in the code, in float32.
	 *
	 * @param signals      holds the signal from {@code offset} on; not modified
	 * @param chosen       the atoms of its code, of which the first {@code size} count
	 * @param coefficients theirs
	 */
	public double residualEnergy(final float[] signals, final int offset, final int[] chosen, final double[] coefficients, final int size) {
		final double[] residual = new double[length];
		for (int j = 0; j < residual.length; j++) residual[j] = signals[offset + j];
		for (int k = 0; k < size; k++) {
			final double coefficient = (float) coefficients[k];
			for (int j = 0, at = chosen[k] * residual.length; j < residual.length; j++) residual[j] -= coefficient * rows[at + j];
		}
		double sum = 0;
		for (final double r : residual) sum += r * r;
		return sum;
	}
}
