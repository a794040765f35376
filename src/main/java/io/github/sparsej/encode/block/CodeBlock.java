package io.github.sparsej.encode.block;

import java.util.Arrays;

import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;

/** The codes of one block of signals, as a thread writes them. */
public final class CodeBlock {

	private static final int FIRST_ROOM = 16;

	private final int[] end;
	private final StopReason[] reasons;
	private int[] atoms;
	private float[] coefficients;
	/** Nonzeros of the row in work, in the order they came. */
	private int[] rowAtoms = new int[FIRST_ROOM];
	private float[] rowCoefficients = new float[FIRST_ROOM];
	private int rowSize;
	private final NonzeroOrder order = new NonzeroOrder();
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
		rowSize = 0;
	}

	/** Adds a nonzero to the row in work; its atom is one that the row does not have yet. A coefficient of 0 is none. */
	public void add(final int atom, final float coefficient) {
		if (coefficient == 0) return;
		if (rowSize == rowAtoms.length) {
			rowAtoms = Arrays.copyOf(rowAtoms, 2 * rowSize);
			rowCoefficients = Arrays.copyOf(rowCoefficients, 2 * rowSize);
		}
		rowAtoms[rowSize] = atom;
		rowCoefficients[rowSize++] = coefficient;
	}

	/** Ends the row in work, whose nonzeros are put in the order of their atoms. */
	void endRow(final StopReason reason) {
		if (size + rowSize > atoms.length) {
			final int length = Math.max(size + rowSize, 2 * atoms.length);
			atoms = Arrays.copyOf(atoms, length);
			coefficients = Arrays.copyOf(coefficients, length);
		}
		order.put(rowAtoms, rowCoefficients, rowSize, atoms, coefficients, size);
		size += rowSize;
		rowSize = 0;
		end[rows] = size;
		reasons[rows++] = reason;
	}

	/** Whether its last row was not encoded to the end, and those after it not at all. */
	boolean isStopped() {
		return rows > 0 && reasons[rows - 1] == StopReason.CANCELLED;
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
