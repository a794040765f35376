package io.github.sparsej.convolve.network;

import io.github.sparsej.model.Require;

/**
 * How values of a map are put together in cells, which makes it smaller, and less dependent on exact places.
 *
 * @param kind which value a cell has
 * @param size side of a square cell, places, at least 1; the last cells of rows and columns may be smaller
 */
public record Pooling(Kind kind, int size) {

	/** Which value a cell has. */
	public enum Kind {
		/** The largest in it. */
		MAX,
		/** The sum over it. */
		SUM
	}

	/** A cell for each place. */
	public static final Pooling NONE = new Pooling(Kind.MAX, 1);

	public Pooling {
		if (kind == null) throw new IllegalArgumentException("the kind of pooling must be MAX or SUM");
		Require.atLeastOne("the size of pooled cells", size);
	}

	/** Cells along a side of so many places. */
	public int cells(final int places) {
		return (places - 1) / size + 1;
	}

	double together(final double one, final double other) {
		return kind == Kind.MAX ? Math.max(one, other) : one + other;
	}
}
