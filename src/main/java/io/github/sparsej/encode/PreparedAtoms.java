package io.github.sparsej.encode;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/** A dictionary in the shapes that the encoders' kernels read. Immutable, thread-safe. */
final class PreparedAtoms {

	final int count;
	final int length;
	/** p x m, row-major. */
	final float[] rows;
	/** m arrays of p values. */
	final float[][] columns;
	/** p x p. */
	final float[][] gram;

	PreparedAtoms(final Dictionary dictionary, final Parallel parallel) {
		count = dictionary.atomCount();
		length = dictionary.signalLength();
		rows = dictionary.toArray();
		columns = Columns.of(rows, count, length, parallel);
		gram = Gram.of(rows, columns, count, parallel);
	}
}
