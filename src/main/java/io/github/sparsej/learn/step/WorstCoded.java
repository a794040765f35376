package io.github.sparsej.learn.step;

import java.util.Arrays;
import java.util.Comparator;

import io.github.sparsej.linalg.LargestValues;

/**
 * Signals by the norm of their residuals in float32, the largest first, of equal ones the first. Few are asked for among many, so
 * that only these are selected and sorted. Mutable and not thread-safe.
 */
final class WorstCoded {

	/** How many times as many are selected where those before did not do. */
	private static final int MORE = 4;

	private final float[] norms;
	private int[] selected;
	private int given;

	/**
	 * @param energy squared norm of each residual; those of 0 are none. Not modified
	 * @param about  how many will be asked for, about, at least 1
	 */
	WorstCoded(final double[] energy, final int about) {
		norms = new float[energy.length];
		for (int row = 0; row < norms.length; row++) norms[row] = (float) Math.sqrt(energy[row]);
		selected = select(about);
	}

	/** The next signal; -1 if none is left. */
	int next() {
		if (given == selected.length && given > 0) {
			final int[] more = select((int) Math.min((long) MORE * given, norms.length));
			if (more.length > given) selected = more;
		}
		return given < selected.length ? selected[given++] : -1;
	}

	private int[] select(final int most) {
		final int[] found = new int[most];
		final int count = new LargestValues(most).positive(norms, norms.length, found);
		return Arrays.stream(found, 0, count).boxed().sorted(Comparator.comparingDouble((Integer row) -> -norms[row]).thenComparing(Comparator.naturalOrder())).mapToInt(Integer::intValue).toArray();
	}
}
