package io.github.sparsej.autoencoder.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.GoldenJson;
import io.github.sparsej.testing.Npy;
import io.github.sparsej.testing.SampleImages;

/** The reference runs of golden/energy-autoencoder, whose matrices have signals as columns. */
final class GoldenEnergy {

	static final Parallel PARALLEL = Parallel.of(2);
	private static final int SIDE = 12;

	private GoldenEnergy() {}

	static JsonObject json(final String name) {
		return GoldenJson.golden("energy-autoencoder/" + name).object();
	}

	static double[][] matrix(final JsonElement rows) {
		final JsonArray array = rows.getAsJsonArray();
		final double[][] matrix = new double[array.size()][];
		for (int i = 0; i < matrix.length; i++) matrix[i] = array.get(i).getAsJsonArray().asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
		return matrix;
	}

	static double[][] matrix(final Npy array) {
		final double[][] matrix = new double[array.shape()[0]][];
		for (int i = 0; i < matrix.length; i++) matrix[i] = Arrays.copyOfRange(array.values(), i * array.shape()[1], (i + 1) * array.shape()[1]);
		return matrix;
	}

	/** The patches of camera/255 side by side, as rows, rounded to float32. */
	static double[][] camera() {
		final Volume image = SampleImages.open("camera");
		final int columns = image.width() / SIDE, rows = image.height() / SIDE;
		final double[][] signals = new double[rows * columns][SIDE * SIDE];
		for (int s = 0; s < signals.length; s++)
			for (int j = 0; j < SIDE * SIDE; j++)
				signals[s][j] = (float) (image.plane(0, 0)[(s / columns * SIDE + j / SIDE) * image.width() + s % columns * SIDE + j % SIDE] / 255.0);
		return signals;
	}

	static double[][] decoder() {
		return DoubleMatrices.transposed(matrix(Npy.golden("energy-autoencoder/D0_144x200_f32.npy")));
	}

	static double[][] encoder() {
		return matrix(Npy.golden("energy-autoencoder/E0_200x144_f32.npy"));
	}

	/** The normal start of camera, of which the codes are not part of the project. */
	static EnergyStart start() {
		return EnergyStart.of(DoubleMatrices.transposed(matrix(Npy.reference("energy-autoencoder/Z0_200x1764_f32.npy"))), decoder(), encoder());
	}

	static EnergyOptions camera(final int iterations, final EnergyVariant variant) {
		return new EnergyOptions(200, 10, 10, iterations, 1e-3, 200, variant, 42);
	}

	/** Every number of an iteration against one entry of a log. */
	static void check(final EnergyIteration iteration, final JsonObject expected, final double share) {
		assertThat(new int[] { iteration.codeSteps(), iteration.decoderSteps(), iteration.encoderSteps() }).as("iterations of outer %s", expected.get("outer"))
			.containsExactly(expected.get("it_Z").getAsInt(), expected.get("it_D").getAsInt(), expected.get("it_E").getAsInt());
		close(iteration.afterCodes(), expected, "J_after_Z", share);
		close(iteration.afterDecoder(), expected, "J_after_D", share);
		close(iteration.afterEncoder(), expected, "J_after_E", share);
		close(iteration.objective(), expected, "J", share);
		close(iteration.data(), expected, "data", share);
		close(iteration.encoding(), expected, "enc", share);
		close(iteration.oneNorm(), expected, "l1", share);
		close(iteration.nonzerosPercent(), expected, "nnz_pct", share);
	}

	static void close(final double value, final JsonObject expected, final String name, final double share) {
		final double truth = expected.get(name).getAsDouble();
		assertThat(value).as("%s of outer %s", name, expected.get("outer")).isCloseTo(truth, within(share * Math.abs(truth)));
	}
}
