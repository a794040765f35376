package io.github.sparsej.encode.block;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/** A dictionary in the shapes that the encoders' kernels read. Immutable, thread-safe. */
public final class PreparedAtoms {

	public final int count;
	public final int length;
	/** p x m, row-major. */
	public final float[] rows;
	/** m arrays of p values. */
	public final float[][] columns;
	/** p x p; null where the encoder can do without. */
	public final float[][] gram;

	public PreparedAtoms(final Dictionary dictionary, final Parallel parallel) {
		this(dictionary, true, parallel);
	}

	private PreparedAtoms(final Dictionary dictionary, final boolean withGram, final Parallel parallel) {
		count = dictionary.atomCount();
		length = dictionary.signalLength();
		rows = dictionary.toArray();
		columns = withGram ? new float[length][count] : Columns.of(rows, count, length, parallel);
		gram = withGram ? Gram.andColumns(rows, columns, count, parallel) : null;
	}

	/** Without the Gram matrix, which takes longer than all the rest. */
	public static PreparedAtoms withoutGram(final Dictionary dictionary, final Parallel parallel) {
		return new PreparedAtoms(dictionary, false, parallel);
	}

	/**
	 * Atoms whose correlations with a signal are not those with themselves. The arrays are kept.
	 *
	 * @param rows    the atoms, p x m, row-major
	 * @param columns the vectors that signals are correlated with, m arrays of p values
	 * @param gram    row i: what a unit of atom i adds to these correlations
	 */
	public PreparedAtoms(final float[] rows, final float[][] columns, final float[][] gram) {
		count = gram.length;
		length = columns.length;
		this.rows = rows;
		this.columns = columns;
		this.gram = gram;
	}
}
