package io.github.sparsej.whiten;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.testing.Npy;

class PatchWhiteningTest {

	@Nested
	class None extends WhiteningContract {
		@Override
		Whitening whitening() {
			return NoWhitening.INSTANCE;
		}
	}

	@Nested
	class Centred extends WhiteningContract {
		@Override
		Whitening whitening() {
			return PatchCentering.INSTANCE;
		}
	}

	@Nested
	class Scalar extends WhiteningContract {
		@Override
		Whitening whitening() {
			return ScalarCentering.fit(patches());
		}
	}

	@Nested
	class Standardized extends WhiteningContract {
		@Override
		Whitening whitening() {
			return Standardization.fit(patches());
		}
	}

	@Nested
	class RangeThatClipsNothing extends WhiteningContract {
		@Override
		Whitening whitening() {
			return new RangeNormalization(1);
		}
	}

	@Nested
	class ChainOfTwo extends WhiteningContract {
		@Override
		Whitening whitening() {
			return new WhiteningChain(new ScalarCentering(0.7), ZcaWhitening.fit(patches(), Centering.FEATURE, 0.01));
		}
	}

	@Nested
	class PcaPatch extends WhiteningContract {
		@Override
		Whitening whitening() {
			return PcaWhitening.fit(patches(), Centering.PATCH, 0.01);
		}
	}

	@Nested
	class PcaFeature extends WhiteningContract {
		@Override
		Whitening whitening() {
			return PcaWhitening.fit(patches(), Centering.FEATURE, 1e-5);
		}
	}

	@Nested
	class ZcaPatch extends WhiteningContract {
		@Override
		Whitening whitening() {
			return ZcaWhitening.fit(patches(), Centering.PATCH, 0.1);
		}
	}

	@Nested
	class ZcaPatchWithoutEpsilon extends WhiteningContract {
		@Override
		Whitening whitening() {
			return ZcaWhitening.fit(patches(), Centering.PATCH, 0);
		}
	}

	@Nested
	class ZcaFeature extends WhiteningContract {
		@Override
		Whitening whitening() {
			return ZcaWhitening.fit(patches(), Centering.FEATURE, 0.01);
		}
	}

	@Test
	void centringRemovesTheMeanOfEveryPatch() {
		final Signals centred = PatchCentering.INSTANCE.apply(Signals.of(2, 3, new float[] { 1, 2, 6, -1, -1, -1 }));
		assertThat(centred.values()).containsExactly(-2, -1, 3, 0, 0, 0);
		assertThat(PatchMeans.of(Signals.of(2, 3, new float[] { 1, 2, 6, -1, -1, -1 }))).containsExactly(3, -1);
		assertThatThrownBy(() -> PatchMeans.add(centred, new float[3])).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 patches", "got 3");
	}

	@Test
	void oneMeanOfAllPatchesIsTakenFromEveryValue() {
		final Signals patches = Signals.of(2, 3, new float[] { 1, 2, 6, -1, -1, -1 });
		final ScalarCentering centring = ScalarCentering.fit(patches);
		assertThat(centring.mean()).isEqualTo(1);
		assertThat(centring.apply(patches).values()).containsExactly(0, 1, 5, -2, -2, -2);
		assertThat(centring.removesPatchMeans()).as("patches differ in their means as before").isFalse();
		assertThatThrownBy(() -> ScalarCentering.fit(Signals.zeros(0, 3))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no patches");
		assertThatThrownBy(() -> new ScalarCentering(Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
	}

	@Test
	void standardisedPatchesHaveMeanZeroAtEveryPlaceAndOneScale() {
		final Signals patches = Signals.of(2, 3, new float[] { 1, 2, 6, 3, 2, -2 });
		final Standardization standardization = Standardization.fit(patches);
		assertThat(standardization.mean()).containsExactly(2, 2, 2);
		assertThat(standardization.scale()).isCloseTo(Math.sqrt((1 + 0 + 16 + 1 + 0 + 16) / 6.0), within(1e-15));
		final double s = standardization.scale();
		assertClose(standardization.apply(patches).values(), new float[] { (float) (-1 / s), 0, (float) (4 / s), (float) (1 / s), 0, (float) (-4 / s) }, 1e-7);
		assertThat(new Standardization(new double[3], 2).apply(patches).values()).as("a scale alone").containsExactly(0.5f, 1, 3, 1.5f, 1, -1);
		assertThat(standardization.removesPatchMeans()).isFalse();
	}

	@Test
	void standardisedPatchesHaveTheirLengthAsMeanSquaredNorm() {
		final float[] values = Standardization.fit(WhiteningContract.patches()).apply(WhiteningContract.patches()).values();
		double sum = 0;
		for (final float value : values) sum += (double) value * value;
		assertThat(sum / 200).isCloseTo(64, within(1e-4));
	}

	@Test
	void patchesThatAreAllTheSameCannotBeStandardised() {
		final float[] values = new float[300];
		for (int i = 0; i < values.length; i++) values[i] = 0.1f * (i % 3 + 1);
		assertThatThrownBy(() -> Standardization.fit(Signals.of(100, 3, values))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all the same");
		values[299] = Math.nextUp(values[299]);
		assertThat(Standardization.fit(Signals.of(100, 3, values)).scale()).as("of the least difference").isGreaterThan(0);
		values[299] = Float.NaN;
		assertThatThrownBy(() -> Standardization.fit(Signals.of(100, 3, values))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("patch 100 holds NaN");
		assertThatThrownBy(() -> Standardization.fit(Signals.zeros(0, 3))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no patches");
		assertThatThrownBy(() -> new Standardization(new double[] { 1, 2 }, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("scale").hasMessageContaining("0.0");
		assertThatThrownBy(() -> new Standardization(new double[] { 1, Double.NaN }, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mean patch").hasMessageContaining("NaN");
		assertThatThrownBy(() -> new Standardization(new double[0], 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1");
		assertThatThrownBy(() -> new Standardization(new double[2], 1).apply(Signals.zeros(1, 3))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 values", "patches of 3");
	}

	@Test
	void aChainGoesForthAndBackInOppositeOrders() {
		final Signals patches = WhiteningContract.patches();
		final Whitening zca = ZcaWhitening.fit(patches, Centering.PATCH, 0.1);
		final WhiteningChain chain = new WhiteningChain(new ScalarCentering(3), zca);
		assertThat(chain.apply(patches).values()).containsExactly(zca.apply(new ScalarCentering(3).apply(patches)).values());
		assertThat(chain.invert(patches).values()).containsExactly(new ScalarCentering(3).invert(zca.invert(patches)).values());
		assertThat(chain.removesPatchMeans()).isTrue();
		assertThat(chain.keeps(0)).isTrue();
		assertThatThrownBy(() -> new WhiteningChain(chain, zca)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("two single whitenings");
	}

	/** The statistics in the golden files, of 2000 patches. */
	private static PatchStatistics golden(final Centering centering) {
		final String name = centering.name().toLowerCase(Locale.ROOT);
		final double[] mean = centering == Centering.FEATURE ? Npy.golden("whitening/mean_feature.npy").values() : new double[64];
		final double[] values = Npy.golden("whitening/eigenvalues_" + name + ".npy").values();
		for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
		return new PatchStatistics(centering, mean, values, Npy.golden("whitening/eigenvectors_columns_" + name + ".npy").values());
	}

	@ParameterizedTest
	@CsvSource({ "PATCH,0.1", "PATCH,0.01", "PATCH,1e-05", "FEATURE,0.1", "FEATURE,0.01", "FEATURE,1e-05" })
	void zcaMatrixOfKnownStatisticsIsThatOfNumpy(final Centering centering, final String epsilon) {
		final double[] expected = Npy.golden("whitening/zca_matrix_" + centering.name().toLowerCase(Locale.ROOT) + "_eps" + epsilon + ".npy").values();
		// An eigenvalue of 0 that numpy rounds to 1e-17 counts here, and 1e-5 magnifies it.
		assertClose(new ZcaWhitening(golden(centering), Double.parseDouble(epsilon)).matrix(), expected, 1e-8);
	}

	@ParameterizedTest
	@CsvSource({ "PATCH,0.1", "PATCH,0.01", "PATCH,1e-05", "FEATURE,0.1", "FEATURE,0.01", "FEATURE,1e-05" })
	void whitenedPatchesAreThoseOfNumpy(final Centering centering, final String epsilon) {
		final Npy x = Npy.reference("whitening/patches_2000x64.npy");
		final Signals patches = Signals.of(2000, 64, x.floats());
		final String name = centering.name().toLowerCase(Locale.ROOT);
		final PatchStatistics statistics = PatchStatistics.of(patches, centering);
		// float32 pixels, where numpy had float64
		assertClose(statistics.eigen().values(), Npy.golden("whitening/eigenvalues_" + name + ".npy").values(), 1e-6);
		if (centering == Centering.FEATURE) assertClose(statistics.mean(), Npy.golden("whitening/mean_feature.npy").values(), 2e-8);
		final double eps = Double.parseDouble(epsilon);
		// float32 pixels (relative 6e-8) are magnified by up to 1 / sqrt(eps)
		final float tolerance = (float) (2e-6 / Math.sqrt(eps));
		final int[] first100 = IntStream.range(0, 100).toArray();
		assertClose(new ZcaWhitening(statistics, eps).apply(patches.select(first100)).values(), Npy.golden("whitening/zca_out_first100_" + name + "_eps" + epsilon + ".npy").floats(), tolerance);
		assertClose(new PcaWhitening(statistics, eps).apply(patches.select(first100)).values(), Npy.golden("whitening/pca_out_first100_" + name + "_eps" + epsilon + ".npy").floats(), 10 * tolerance);
	}

	@Test
	void covarianceOfKnownPatchesIsDividedByTheirNumber() {
		final PatchStatistics statistics = PatchStatistics.of(Signals.of(4, 2, new float[] { 5, 0, 1, 0, 3, 3, 3, -3 }), Centering.FEATURE);
		assertThat(statistics.mean()).containsExactly(3, 0);
		// float32 pixels, where numpy had float64
		assertClose(statistics.eigen().values(), new double[] { 4.5, 2 }, 1e-14);
		assertClose(statistics.eigen().vectors(), new double[] { 0, 1, 1, 0 }, 1e-14);
	}

	@Test
	void withoutEpsilonTheCovarianceOfWhitenedPatchesIsTheIdentity() {
		final Signals patches = WhiteningContract.patches();
		for (final Whitening whitening : new Whitening[] { PcaWhitening.fit(patches, Centering.FEATURE, 0), ZcaWhitening.fit(patches, Centering.FEATURE, 0) }) {
			final Signals y = whitening.apply(patches);
			for (int i = 0; i < 64; i++)
				for (int j = 0; j <= i; j++) {
					double sum = 0;
					for (int row = 0; row < 200; row++) sum += y.value(row, i) * y.value(row, j);
					assertThat(sum / 200).isCloseTo(i == j ? 1 : 0, within(1e-4));
				}
		}
	}

	@Test
	void whatIsStoredGivesTheSameWhiteningAgain() {
		final Signals patches = WhiteningContract.patches();
		final ZcaWhitening zca = ZcaWhitening.fit(patches, Centering.FEATURE, 0.01);
		final PatchStatistics s = zca.statistics();
		final ZcaWhitening again = new ZcaWhitening(new PatchStatistics(s.centering(), s.mean(), s.eigen().values(), s.eigen().vectors()), zca.epsilon());
		assertThat(again.apply(patches).values()).containsExactly(zca.apply(patches).values());
		s.mean()[0] = 17;
		s.eigen().values()[0] = 17;
		assertThat(s.mean()[0]).isNotEqualTo(17);
		assertThat(s.eigen().values()[0]).isNotEqualTo(17);
	}

	@Test
	void whatCannotBeWhitenedIsNamed() {
		final Signals flat = Signals.zeros(5, 4);
		Arrays.fill(flat.values(), 3);
		assertThatThrownBy(() -> ZcaWhitening.fit(flat, Centering.PATCH, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no structure");
		assertThat(ZcaWhitening.fit(flat, Centering.PATCH, 0.1).apply(flat).values()).containsOnly(0);
		assertThatThrownBy(() -> PcaWhitening.fit(Signals.zeros(0, 4), Centering.PATCH, 0.1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no patches");
		flat.values()[9] = Float.NaN;
		assertThatThrownBy(() -> PcaWhitening.fit(flat, Centering.PATCH, 0.1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("patch 3 holds NaN");
		final ZcaWhitening zca = ZcaWhitening.fit(WhiteningContract.patches(), Centering.PATCH, 0.1);
		assertThatThrownBy(() -> zca.apply(flat)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("64", "4");
		assertThatThrownBy(() -> new ZcaWhitening(zca.statistics(), -1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
		assertThatThrownBy(() -> new PcaWhitening(zca.statistics(), Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
	}
}
