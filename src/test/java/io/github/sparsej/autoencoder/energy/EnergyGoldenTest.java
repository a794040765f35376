package io.github.sparsej.autoencoder.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.energy.EnergyVariant.Scheme;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/** Against the reference runs in numpy: tiny to 1e-9 in every number, camera to 1e-6, where 1e-3 is asked for. */
class EnergyGoldenTest {

	private static final double TINY = 1e-9, CAMERA = 1e-6;

	private static final JsonObject TINY_RUN = GoldenEnergy.json("tiny_results.json");
	private static final EnergyOptions TINY_OPTIONS = new EnergyOptions(6, 10, 10, 5, 1e-3, 200, EnergyVariant.CORRECT, 42);

	private static EnergyResult tiny() {
		final EnergyStart start = EnergyStart.of(DoubleMatrices.transposed(GoldenEnergy.matrix(TINY_RUN.get("Z0"))), DoubleMatrices.transposed(GoldenEnergy.matrix(TINY_RUN.get("D0"))), GoldenEnergy.matrix(TINY_RUN.get("E0")));
		return new EnergyLearner(TINY_OPTIONS, GoldenEnergy.PARALLEL).learnFrom(start, DoubleMatrices.transposed(GoldenEnergy.matrix(TINY_RUN.get("X"))), Progress.NONE);
	}

	@Test
	void tinyProblemGoesAsTheReference() {
		final EnergyResult result = tiny();
		final JsonArray log = TINY_RUN.getAsJsonArray("log");
		assertThat(result.iterations()).hasSize(log.size());
		for (int i = 0; i < log.size(); i++) GoldenEnergy.check(result.iterations().get(i), log.get(i).getAsJsonObject(), TINY);
		assertThat(result.autoencoder().complete()).isTrue();
	}

	@Test
	void tinyProblemEndsWithTheMatricesOfTheReference() {
		final EnergyResult result = tiny();
		final double[][] codes = GoldenEnergy.matrix(TINY_RUN.get("Z")), decoder = GoldenEnergy.matrix(TINY_RUN.get("D")), encoder = GoldenEnergy.matrix(TINY_RUN.get("E"));
		final FeedForward network = result.autoencoder().network();
		for (int i = 0; i < 6; i++) {
			assertThat(network.encoder(i)).containsExactly(encoder[i], within(TINY));
			assertThat(network.decoder(i)).containsExactly(DoubleMatrices.transposed(decoder)[i], within(TINY));
			for (int s = 0; s < 12; s++) assertThat((double) result.codes().dense(s)[i]).isCloseTo(codes[i][s], within(1e-6 * Math.max(1, Math.abs(codes[i][s]))));
		}
	}

	@Test
	void figuresOfTheTinyProblemAreThoseOfTheReference() {
		final Map<String, Double> figures = tiny().autoencoder().figures();
		final JsonObject expected = TINY_RUN.getAsJsonObject("final");
		GoldenEnergy.close(figures.get("Objective"), expected, "J", TINY);
		GoldenEnergy.close(figures.get("Nonzeros (%)"), expected, "nnz_pct", TINY);
		GoldenEnergy.close(figures.get("Relative error of D z"), expected, "rel_recon", TINY);
		GoldenEnergy.close(figures.get("Relative error of D E x"), expected, "rel_recon_DEX", TINY);
		GoldenEnergy.close(figures.get("Relative error of E x"), expected, "rel_enc_err", TINY);
		GoldenEnergy.close(figures.get("Used atoms"), expected, "atoms_used", TINY);
		GoldenEnergy.close(figures.get("Cosine of E and D'"), expected, "cos_E_Dt", TINY);
		final UnitMeasures units = new UnitMeasures(tiny().autoencoder().network());
		assertQuantiles(units.atomNorms(), expected, "D_atom_norm_quantiles");
		assertQuantiles(units.encoderColumnNorms(), expected, "E_column_norm_quantiles");
		assertQuantiles(units.encoderRowNorms(), expected, "E_row_norm_quantiles");
	}

	private static void assertQuantiles(final double[] norms, final JsonObject expected, final String name) {
		final JsonArray quantiles = expected.getAsJsonArray(name);
		final double[] sorted = norms.clone();
		Arrays.sort(sorted);
		assertThat(new double[] { sorted[0], sorted[norms.length - 1] }).as(name).containsExactly(new double[] { quantiles.get(0).getAsDouble(), quantiles.get(6).getAsDouble() }, within(TINY));
	}

	@Test
	void cameraFromCodesOfZeroGoesAsTheReference() {
		final double[][] signals = GoldenEnergy.camera();
		final EnergyStart start = EnergyStart.of(new double[signals.length][200], GoldenEnergy.decoder(), GoldenEnergy.encoder());
		check(new EnergyLearner(GoldenEnergy.camera(3, EnergyVariant.CORRECT), GoldenEnergy.PARALLEL).learnFrom(start, signals, Progress.NONE), GoldenEnergy.json("camera_more_results.json").getAsJsonObject("Z0_zero_outer20"), 3);
	}

	@Test
	@Tag("long")
	void cameraFromNormalCodesGoesAsTheReferenceAndNeverUp() {
		double before = Double.POSITIVE_INFINITY;
		for (final EnergyIteration iteration : checkRun("correct", EnergyVariant.CORRECT.scheme(), 20).iterations()) {
			assertThat(iteration.afterCodes()).isLessThanOrEqualTo(before);
			assertThat(iteration.afterDecoder()).isLessThanOrEqualTo(iteration.afterCodes());
			assertThat(iteration.afterEncoder()).isLessThanOrEqualTo(iteration.afterDecoder());
			before = iteration.afterEncoder();
		}
	}

	@Test
	@Tag("long")
	void asPublishedGoesAsTheReferenceAndIsNotMonotone() {
		final EnergyResult result = checkRun("seed_literal", EnergyVariant.AS_PUBLISHED.scheme(), 20);
		assertThat(result.iterations().get(1).afterCodes()).isGreaterThan(result.iterations().get(0).afterEncoder());
	}

	@Test
	@Tag("long")
	void boundsOnTheRowsOfEMakeAnotherProblem() {
		checkRun("correct_rowsE", new Scheme(false, true, Proximity.COLUMN_BALLS, Proximity.ROW_BALLS, false, false, true), 20);
	}

	@Test
	@Tag("long")
	void frobeniusNormsTakeSmallerSteps() {
		checkRun("correct_frobeniusL", new Scheme(false, true, Proximity.COLUMN_BALLS, Proximity.COLUMN_BALLS, true, false, true), 20);
	}

	private static EnergyResult checkRun(final String name, final Scheme scheme, final int iterations) {
		final EnergyResult result = new EnergyRun(GoldenEnergy.camera(iterations, EnergyVariant.CORRECT), scheme, GoldenEnergy.camera(), GoldenEnergy.start(), Parallel.of(2)).run(Progress.NONE);
		check(result, GoldenEnergy.json("camera_results.json").getAsJsonObject(name), iterations);
		return result;
	}

	private static void check(final EnergyResult result, final JsonObject run, final int iterations) {
		assertThat(result.iterations()).hasSize(iterations);
		for (int i = 0; i < result.iterations().size(); i++) GoldenEnergy.check(result.iterations().get(i), run.getAsJsonArray("log").get(i).getAsJsonObject(), CAMERA);
	}
}
