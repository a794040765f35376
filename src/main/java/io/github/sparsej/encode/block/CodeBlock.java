package io.github.sparsej.encode.block;

import java.util.Arrays;

import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;

/** The codes of one block of signals, as a thread writes them. */
public final class CodeBlock {

	private final int[] end;
	private final StopReason[] reasons;
	private int[] atoms;
	private float[] coefficients;
	private int rows;
	private int size;

	CodeBlock(final int maxRows) {
		this(new int[maxRows], new StopReason[maxRows], new int[maxRows], new float[maxRows]);
	}

	private CodeBlock(final int[] end, final StopReason[] reasons, final int[] atoms, final float[] coefficients) {
		this.end = end;
		this.reasons = reasons;
		this.atoms = atoms;
		this.coefficients = coefficients;
	}

	void clear() {
		rows = 0;
		size = 0;
	}

	/** Adds a nonzero to the row in work; its atom is inserted in order. A coefficient of 0 is none. */
	public void add(final int atom, final float coefficient) {
		if (coefficient == 0) return;
		if (size == atoms.length) {
			atoms = Arrays.copyOf(atoms, 2 * size);
			coefficients = Arrays.copyOf(coefficients, 2 * size);
		}
		final int begin = rows == 0 ? 0 : end[rows - 1];
		int at = size++;
		for (; at > begin && atoms[at - 1] > atom; at--) {
			atoms[at] = atoms[at - 1];
			coefficients[at] = coefficients[at - 1];
		}
		atoms[at] = atom;
		coefficients[at] = coefficient;
	}

	void endRow(final StopReason reason) {
		end[rows] = size;
		reasons[rows++] = reason;
	}

	/** A copy as small as can be, to wait for its turn. */
	CodeBlock compact() {
		final CodeBlock copy = new CodeBlock(Arrays.copyOf(end, rows), Arrays.copyOf(reasons, rows), Arrays.copyOf(atoms, size), Arrays.copyOf(coefficients, size));
		copy.rows = rows;
		copy.size = size;
		return copy;
	}

	void appendTo(final SparseCodesBuilder builder) {
		for (int row = 0; row < rows; row++) builder.append(atoms, coefficients, row == 0 ? 0 : end[row - 1], end[row], reasons[row]);
	}
}
