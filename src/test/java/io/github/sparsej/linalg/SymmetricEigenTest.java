package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.testing.Npy;

class SymmetricEigenTest {

	@Test
	void decompositionIsThatOfNumpy() {
		final SymmetricEigen eigen = SymmetricEigen.of(64, Npy.golden("whitening/cov_feature.npy").values());
		final double[] values = Npy.golden("whitening/eigenvalues_feature.npy").values();
		final Npy vectors = Npy.golden("whitening/eigenvectors_columns_feature.npy");
		for (int j = 0; j < 64; j++) {
			assertThat(eigen.values()[j]).isCloseTo(values[j], within(1e-13));
			for (int i = 0; i < 64; i++) assertThat(eigen.vectors()[i * 64 + j]).as("(%d, %d)", i, j).isCloseTo(vectors.at(i, j), within(1e-8));
		}
	}

	@Test
	void unchangedEigenvaluesGiveTheMatrixBackAndReciprocalOnesItsInverse() {
		final double[] matrix = Npy.golden("whitening/cov_feature.npy").values();
		final SymmetricEigen eigen = SymmetricEigen.of(64, matrix);
		assertThat(eigen.map(w -> w)).containsExactly(matrix, within(1e-13));
		final double[] inverse = eigen.map(w -> 1 / w);
		for (int i = 0; i < 64; i++)
			for (int j = 0; j < 64; j++) {
				double sum = 0;
				for (int k = 0; k < 64; k++) sum += matrix[i * 64 + k] * inverse[k * 64 + j];
				assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
			}
	}

	@Test
	void whatHasNoEigenvaluesIsNamed() {
		assertThatThrownBy(() -> SymmetricEigen.of(2, new double[] { 1, 2, 3, 4 })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not symmetric");
		assertThatThrownBy(() -> SymmetricEigen.of(2, new double[] { 1, Double.NaN, Double.NaN, 4 })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
		assertThatThrownBy(() -> SymmetricEigen.of(2, new double[3])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 values");
	}

	@Test
	void singularValuesAndVectorsMakeUpTheMatrix() {
		for (final int[] size : new int[][] { { 5, 3 }, { 3, 5 }, { 4, 4 }, { 1, 6 } }) {
			final int m = size[0];
			final int n = size[1];
			final int r = Math.min(m, n);
			final float[] random = RealFft2dTest.random(m * n, m);
			final double[] matrix = new double[m * n];
			for (int i = 0; i < matrix.length; i++) matrix[i] = random[i];
			final Svd svd = Svd.of(m, n, matrix);
			final double[] s = svd.singularValues();
			for (int k = 1; k < r; k++) assertThat(s[k]).isBetween(0.0, s[k - 1]);
			for (int i = 0; i < m; i++)
				for (int j = 0; j < n; j++) {
					double sum = 0;
					for (int k = 0; k < r; k++) sum += svd.left()[i * r + k] * s[k] * svd.right()[j * r + k];
					assertThat(sum).isCloseTo(matrix[i * n + j], within(1e-13));
				}
			for (int a = 0; a < r; a++)
				for (int b = 0; b < r; b++) {
					double dot = 0;
					for (int j = 0; j < n; j++) dot += svd.right()[j * r + a] * svd.right()[j * r + b];
					assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-13));
				}
		}
	}
}
