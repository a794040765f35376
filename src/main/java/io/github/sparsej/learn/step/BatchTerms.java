package io.github.sparsej.learn.step;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** Signals and their codes in the shape in which {@link StatisticsSum} adds their terms. Not to be modified while it is used; then thread-safe. */
public final class BatchTerms {

	final SparseCodes codes;
	final AtomUses uses;
	/** The signals, a row each. */
	final float[][] rows;
	/** The coefficients in the order of the uses, times 1 / scale: their products with signals stay in the range of float32 wherever the signals are. */
	final float[] scaled;
	/** A power of two, so that scaling costs no bits. */
	final double scale;

	/** @throws IllegalArgumentException if there are not as many codes as signals */
	public BatchTerms(final Signals signals, final SparseCodes codes) {
		if (codes.count() != signals.count()) throw new IllegalArgumentException(signals.count() + " signals need as many codes, got " + codes.count());
		this.codes = codes;
		uses = new AtomUses(codes);
		rows = new float[signals.count()][];
		for (int row = 0; row < rows.length; row++) rows[row] = signals.row(row);
		float largest = 0;
		for (final float value : uses.coefficient) largest = Math.max(largest, Math.abs(value));
		scale = largest < Float.MIN_NORMAL ? 1 : Math.scalb(1.0, Math.getExponent(largest));
		scaled = new float[uses.coefficient.length];
		for (int k = 0; k < scaled.length; k++) scaled[k] = (float) (uses.coefficient[k] / scale);
	}

	/** How many signals there are. */
	public int count() {
		return rows.length;
	}

	/** The codes seen from the atoms. */
	public AtomUses uses() {
		return uses;
	}
}
