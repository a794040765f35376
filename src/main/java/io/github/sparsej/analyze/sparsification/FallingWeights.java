package io.github.sparsej.analyze.sparsification;

/**
 * Positive weights by falling size that all change by the same affine map w -> growth w - decay, and of which those that
 * are no longer above 0 are dropped. The map keeps their order, and maps of several steps are one, w -> scale (w - offset):
 * so no step touches the weights. Their sums follow from those of the weights as they were, and the ones that fall are the
 * last of the row. Whenever scale has doubled, the weights are brought up to date, a dozen times or so in all: differences of
 * sums would lose digits, by its square where the sum of squares stays about the same. Not thread-safe.
 */
final class FallingWeights {

	private static final double LARGEST_SCALE = 2;

	/** As they were when last brought up to date, as all the others here. */
	private final double[] weights;
	/** Of the first so many weights. */
	private final double[] sums;
	private final double[] squares;

	private int left;
	private double scale;
	private double offset;

	/** @param weights above 0, none larger than the one before it; not modified */
	FallingWeights(final double[] weights) {
		this.weights = weights.clone();
		sums = new double[weights.length + 1];
		squares = new double[weights.length + 1];
		left = weights.length;
		begin();
	}

	int left() {
		return left;
	}

	/** A weight by its rank, from 0 (the largest). */
	double weight(final int rank) {
		return scale * (weights[rank] - offset);
	}

	double sum() {
		return scale * (sums[left] - left * offset);
	}

	double sumOfSquares() {
		return scale * scale * (squares[left] - offset * (2 * sums[left] - left * offset));
	}

	/**
	 * w -> growth w - decay for all of them; then drops those that are not above 0.
	 *
	 * @param growth where it is not above 0, all are dropped
	 * @param decay  above 0
	 */
	void step(final double growth, final double decay) {
		if (!(growth > 0)) {
			left = 0;
			return;
		}
		scale *= growth;
		offset += decay / scale;
		while (left > 0 && weights[left - 1] <= offset) left--;
		if (scale > LARGEST_SCALE) bringUpToDate();
	}

	private void bringUpToDate() {
		for (int i = 0; i < left; i++) weights[i] = weight(i);
		begin();
	}

	private void begin() {
		scale = 1;
		offset = 0;
		for (int i = 0; i < left; i++) {
			sums[i + 1] = sums[i] + weights[i];
			squares[i + 1] = squares[i] + weights[i] * weights[i];
		}
	}
}
