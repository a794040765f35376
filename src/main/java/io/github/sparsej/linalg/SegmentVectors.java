package io.github.sparsej.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** With jdk.incubator.vector. To be loaded by {@link FastestProduct} only, where the module is present. */
final class SegmentVectors implements SegmentKernel {

	private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
	private static final int LANES = SPECIES.length();

	@Override
	public void subtract(final float[] values, final int begin, final int length, final float factor, final float[] row, final int from) {
		final FloatVector f = FloatVector.broadcast(SPECIES, -factor);
		int j = 0;
		for (; j + LANES <= length; j += LANES) f.fma(FloatVector.fromArray(SPECIES, row, from + j), FloatVector.fromArray(SPECIES, values, begin + j)).intoArray(values, begin + j);
		for (; j < length; j++) values[begin + j] = Math.fma(-factor, row[from + j], values[begin + j]);
	}

	@Override
	public void raise(final float[] values, final int begin, final int length, final float[] weights, final boolean signed, final float[] maxima) {
		int j = 0;
		for (; j + LANES <= length; j += LANES) {
			FloatVector v = FloatVector.fromArray(SPECIES, values, begin + j);
			if (weights != null) v = v.mul(FloatVector.fromArray(SPECIES, weights, j));
			if (signed) v = v.abs();
			v.max(FloatVector.fromArray(SPECIES, maxima, j)).intoArray(maxima, j);
		}
		for (; j < length; j++) {
			final float v = weights == null ? values[begin + j] : weights[j] * values[begin + j];
			maxima[j] = Math.max(maxima[j], signed ? Math.abs(v) : v);
		}
	}
}
