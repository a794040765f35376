package io.github.sparsej.autoencoder.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

class BlocksTest {

	@ParameterizedTest
	@CsvSource({ "1,1", "8,8", "7,9", "30,17", "3,100" })
	void transposingTurnsTheFirstRowsAndColumns(final int rows, final int columns) {
		final double[][] from = new double[rows + 1][columns + 2], to = new double[columns + 1][rows + 3];
		for (int i = 0; i < from.length; i++) for (int j = 0; j < from[i].length; j++) from[i][j] = 1 + i * 1000 + j;
		Blocks.transpose(from, rows, columns, to);
		for (int j = 0; j < to.length; j++) for (int i = 0; i < to[j].length; i++) assertThat(to[j][i]).isEqualTo(i < rows && j < columns ? from[i][j] : 0);
	}

	/** Sums that depend on the order of their terms. */
	@Test
	void blocksAreAddedInTheirOrder() {
		final BlockSums.Body body = (block, sums) -> {
			sums[0] += block % 3 == 0 ? 1e16 : block % 3 == 1 ? 1.5 : -1e16;
			sums[1] += block;
		};
		final double[] serial = { 77, 77 }, expected = new double[1];
		for (int block = 0; block < 200; block++) expected[0] += block % 3 == 0 ? 1e16 : block % 3 == 1 ? 1.5 : -1e16;
		final BlockSums blockSums = new BlockSums(200, 2);
		blockSums.run(body, Parallel.SERIAL, Progress.NONE, "", serial);
		assertThat(serial).containsExactly(expected[0], 199 * 100);
		for (int run = 0; run < 20; run++) {
			final double[] sum = new double[2];
			blockSums.run(body, Parallel.of(8), Progress.NONE, "", sum);
			assertThat(sum).isEqualTo(serial);
		}
	}

	@Test
	void theMemoryOfBlocksHasABound() {
		assertThat(BlockSums.slots(5, 100)).isEqualTo(5);
		assertThat(BlockSums.slots(1000, 3289)).isEqualTo(64);
		assertThat(BlockSums.slots(1000, 830_236)).isEqualTo(10);
		assertThat(BlockSums.slots(1000, 100_000_000)).isEqualTo(8);
	}

	@Test
	void itStopsWhereItIsAskedTo() {
		final List<Double> fractions = new ArrayList<>();
		final BlockSums sums = new BlockSums(200, 1);
		assertThatThrownBy(() -> sums.run((block, to) -> {}, Parallel.SERIAL, (fraction, what) -> {
			fractions.add(fraction);
			return fraction < 0.5;
		}, "Adding", new double[1])).isInstanceOf(CancellationException.class);
		assertThat(fractions).isSorted().startsWith(0.0);
		assertThat(fractions.get(fractions.size() - 1)).isBetween(0.5, 0.51);
	}
}
