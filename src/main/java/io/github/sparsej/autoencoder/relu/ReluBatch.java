package io.github.sparsej.autoencoder.relu;

import java.util.Arrays;

import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.Sums;
import io.github.sparsej.model.Progress;

/**
 * One batch of n signals on its way forth and back through the network: X (n x m), codes Z = max(0, X V + b), residuals
 * X^ - X with X^ = Z D + a, and the gradients of the objective
 * <pre>
 * R  = 2/n (X^ - X)
 * dZ = (R D' + lambda/n - entropyWeight / (n zbar^2)) where Z is above 0, 0 elsewhere
 * dV = X' dZ,  db = column sums of dZ,  dD = Z'R + 2 weightDecay D,  da = column sums of R.
 * </pre>
 * Of a unit whose mean activity zbar is below {@link ReluTerms#LEAST_ACTIVITY} the entropy term is constant. Room is made once and
 * used for every batch. Parallel inside, the same bits on any number of threads; not to be called by two at a time.
 */
final class ReluBatch {

	/** Signals per piece of work: a multiple of the rows of all tiles of products, and few enough for many pieces. */
	private static final int CHUNK = 24;

	/** What one piece of work sums up over its signals. */
	private static final class ChunkSums {
		final double[] activity;
		final double[] hiddenGradient;
		final double[] outputGradient;
		double squares;
		long active;

		ChunkSums(final int p, final int m) {
			activity = new double[p];
			hiddenGradient = new double[p];
			outputGradient = new double[m];
		}
	}

	private final ReluWeights weights;
	private final int m;
	private final int p;
	private final Parallel parallel;
	private final int capacity;
	/** X and its transpose. */
	private final double[] signals;
	private final double[] signalsTransposed;
	/** Z and its transpose. */
	private final double[] codes;
	private final double[] codesTransposed;
	/** Before codes are known what they are made of, then dZ. */
	private final double[][] hidden;
	/** 1 where a code is above 0, 0 elsewhere. */
	private final double[] mask;
	/** R, in the two shapes that products want. */
	private final double[][] residuals;
	private final double[] residualsInOne;
	private final ChunkSums[] chunks;
	private final ReluSums sums;
	private final double[] penalty;
	private int count;

	/** @param capacity most signals that a batch will have */
	ReluBatch(final ReluWeights weights, final int capacity, final Parallel parallel) {
		this.weights = weights;
		this.parallel = parallel;
		this.capacity = capacity;
		m = weights.signalLength();
		p = weights.units();
		signals = new double[Math.multiplyExact(capacity, m)];
		signalsTransposed = new double[signals.length];
		codes = new double[Math.multiplyExact(capacity, p)];
		codesTransposed = new double[codes.length];
		hidden = new double[capacity][p];
		mask = new double[codes.length];
		residuals = new double[capacity][m];
		residualsInOne = new double[signals.length];
		chunks = new ChunkSums[(capacity + CHUNK - 1) / CHUNK];
		Arrays.setAll(chunks, i -> new ChunkSums(p, m));
		sums = new ReluSums(p);
		penalty = new double[p];
	}

	int capacity() {
		return capacity;
	}

	/**
	 * Codes and residuals of these signals; not modified.
	 *
	 * @return false if the progress asked to stop on the way, with nothing to be read
	 */
	boolean forward(final double[][] from, final int[] rows, final Progress progress) {
		return encode(from, rows, progress) && addResiduals(parallel.forChunks(count, CHUNK, progress, Progress.LEARNING, this::decode));
	}

	/** As {@link #forward}, with gradients. */
	boolean forwardAndBack(final double[][] from, final int[] rows, final ReluOptions options, final Progress progress) {
		if (!encode(from, rows, progress)) return false;
		for (int j = 0; j < p; j++) penalty[j] = (options.lambda() - options.entropyWeight() * reciprocalSquare(sums.activity(j))) / count;
		return addResiduals(parallel.forChunks(count, CHUNK, progress, Progress.LEARNING, (begin, end) -> {
			decode(begin, end);
			back(begin, end);
		}));
	}

	private static double reciprocalSquare(final double activity) {
		return activity > ReluTerms.LEAST_ACTIVITY ? 1 / (activity * activity) : 0;
	}

	/** What the terms of the objective are made of. */
	ReluSums sums() {
		return sums;
	}

	private boolean encode(final double[][] from, final int[] rows, final Progress progress) {
		count = rows.length;
		final boolean done = parallel.forChunks(count, CHUNK, progress, Progress.LEARNING, (begin, end) -> {
			copy(from, rows, begin, end);
			DoubleProduct.best().multiply(signals, begin * m, m, end - begin, m, weights.encoder, p, Arrays.copyOfRange(hidden, begin, end));
			rectify(begin, end);
		});
		if (!done) return false;
		sums.clear();
		for (int begin = 0; begin < count; begin += CHUNK) sums.addCodes(Math.min(CHUNK, count - begin), chunks[begin / CHUNK].activity, chunks[begin / CHUNK].active);
		return true;
	}

	private void copy(final double[][] from, final int[] rows, final int begin, final int end) {
		for (int i = begin; i < end; i++) System.arraycopy(from[rows[i]], 0, signals, i * m, m);
		transpose(signals, m, begin, end, signalsTransposed);
	}

	private void rectify(final int begin, final int end) {
		final ChunkSums chunk = chunks[begin / CHUNK];
		final int[] active = new int[p];
		Arrays.fill(chunk.activity, 0);
		Arrays.fill(mask, begin * p, end * p, 0);
		chunk.active = 0;
		for (int i = begin; i < end; i++) {
			final int at = i * p;
			for (int j = 0; j < p; j++) codes[at + j] = Math.max(0, hidden[i][j] + weights.encoderBias[j]);
			for (int j = 0; j < p; j++) chunk.activity[j] += codes[at + j];
			final int count = positive(at, active);
			for (int k = 0; k < count; k++) mask[active[k]] = 1;
			chunk.active += count;
		}
		transpose(codes, p, begin, end, codesTransposed);
	}

	/** The places of the codes above 0 of one signal. Without a branch, which half of the time would be foretold wrongly. */
	private int positive(final int at, final int[] places) {
		int count = 0;
		for (int j = at; j < at + p; j++) {
			places[count] = j;
			count += codes[j] > 0 ? 1 : 0;
		}
		return count;
	}

	private void transpose(final double[] rows, final int length, final int begin, final int end, final double[] columns) {
		for (int k = 0; k < length; k++)
			for (int i = begin; i < end; i++) columns[k * capacity + i] = rows[i * length + k];
	}

	private void decode(final int begin, final int end) {
		DoubleProduct.best(sums.activeShare()).multiply(codes, begin * p, p, end - begin, p, weights.decoder, m, Arrays.copyOfRange(residuals, begin, end));
		final ChunkSums chunk = chunks[begin / CHUNK];
		Arrays.fill(chunk.outputGradient, 0);
		chunk.squares = 0;
		final double scale = 2.0 / count;
		for (int i = begin; i < end; i++) {
			final double[] residual = residuals[i];
			for (int k = 0; k < m; k++) residual[k] = residual[k] + weights.decoderBias[k] - signals[i * m + k];
			chunk.squares += Sums.ofSquares(residual, m);
			for (int k = 0; k < m; k++) residual[k] *= scale;
			for (int k = 0; k < m; k++) chunk.outputGradient[k] += residual[k];
			System.arraycopy(residual, 0, residualsInOne, i * m, m);
		}
	}

	private void back(final int begin, final int end) {
		DoubleProduct.best().multiply(residualsInOne, begin * m, m, end - begin, m, weights.decoderTransposed, p, Arrays.copyOfRange(hidden, begin, end));
		final double[] sum = chunks[begin / CHUNK].hiddenGradient;
		Arrays.fill(sum, 0);
		for (int i = begin; i < end; i++) {
			final double[] gradient = hidden[i];
			for (int j = 0; j < p; j++) gradient[j] = mask[i * p + j] * (gradient[j] + penalty[j]);
			for (int j = 0; j < p; j++) sum[j] += gradient[j];
		}
	}

	private boolean addResiduals(final boolean done) {
		if (!done) return false;
		for (int begin = 0; begin < count; begin += CHUNK) sums.addResiduals(chunks[begin / CHUNK].squares);
		return true;
	}

	/** Rows {@code begin} to {@code end - 1} of dV, m x p, to the first rows of {@code gradient}. May be called by many threads. */
	void encoderGradient(final int begin, final int end, final double[][] gradient) {
		DoubleProduct.best().multiply(signalsTransposed, begin * capacity, capacity, end - begin, count, hidden, p, gradient);
	}

	/** Rows {@code begin} to {@code end - 1} of dD, p x m, as {@link #encoderGradient}. */
	void decoderGradient(final int begin, final int end, final double weightDecay, final double[][] gradient) {
		DoubleProduct.best(sums.activeShare()).multiply(codesTransposed, begin * capacity, capacity, end - begin, count, residuals, m, gradient);
		if (weightDecay == 0) return;
		for (int j = begin; j < end; j++) for (int k = 0; k < m; k++) gradient[j - begin][k] += 2 * weightDecay * weights.decoder[j][k];
	}

	/** db. */
	double[] encoderBiasGradient() {
		final double[] gradient = new double[p];
		for (int i = 0; i * CHUNK < count; i++) for (int j = 0; j < p; j++) gradient[j] += chunks[i].hiddenGradient[j];
		return gradient;
	}

	/** da. */
	double[] decoderBiasGradient() {
		final double[] gradient = new double[m];
		for (int i = 0; i * CHUNK < count; i++) for (int k = 0; k < m; k++) gradient[k] += chunks[i].outputGradient[k];
		return gradient;
	}
}
