package io.github.sparsej.autoencoder.sigmoid;

import java.util.Arrays;

import io.github.sparsej.autoencoder.net.Blocks;
import io.github.sparsej.linalg.Parallel;

/** Signals cut into blocks, each as one array per signal and as one array per place. Not modified, and shared by threads. */
final class SignalBlocks {

	/** Signals of a block: long enough for products along them, few enough for what is made of them to stay in the cache. */
	static final int SIZE = 256;

	private final int count;
	private final int length;
	private final double[][][] rows;
	private final double[][][] columns;

	/** @param signals n rows of m values; not modified, but shared */
	SignalBlocks(final double[][] signals, final Parallel parallel) {
		count = signals.length;
		length = signals[0].length;
		rows = new double[blocks(count)][][];
		columns = new double[rows.length][][];
		parallel.forChunks(rows.length, 1, (block, end) -> {
			rows[block] = Arrays.copyOfRange(signals, block * SIZE, Math.min(count, (block + 1) * SIZE));
			columns[block] = new double[length][rows[block].length];
			Blocks.transpose(rows[block], rows[block].length, length, columns[block]);
		});
	}

	/** How many blocks so many signals are. */
	static int blocks(final int count) {
		return (int) (((long) count + SIZE - 1) / SIZE);
	}

	/** Number of blocks. */
	int blocks() {
		return rows.length;
	}

	/** n, signals of all blocks. */
	int count() {
		return count;
	}

	/** m. */
	int length() {
		return length;
	}

	/** Signals of one block. */
	int size(final int block) {
		return rows[block].length;
	}

	/** Signals x values. */
	double[][] rows(final int block) {
		return rows[block];
	}

	/** Values x signals. */
	double[][] columns(final int block) {
		return columns[block];
	}
}
