package io.github.sparsej.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;

class ReconstructedPatchesTest {

	private static final Signals PATCHES = Signals.of(2, 2, new float[] { 3, 1, -2, 5 });

	/** Two atoms that are the pixels. */
	private static SparseModel model(final EncoderSettings encoder, final double... gains) {
		final Dictionary pixels = Dictionary.ofUnitAtoms(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 0, 0, 1 });
		return new SparseModel(NoFilter.INSTANCE, NoWhitening.INSTANCE, pixels, encoder, new HomeostasisState("HAP", new double[2], gains), Provenance.UNKNOWN);
	}

	@Test
	void patchesAreReconstructionsPlusResiduals() {
		final ReconstructedPatches result = ReconstructedPatches.of(model(new OmpOptions(1, 0), 1, 1), PATCHES, Parallel.of(2), Progress.NONE);
		assertThat(result.patches().values()).isEqualTo(new float[] { 3, 1, -2, 5 });
		assertThat(result.reconstructions().values()).containsExactly(new float[] { 3, 0, 0, 5 }, within(1e-6f));
		assertThat(result.residuals().values()).containsExactly(new float[] { 0, 1, -2, 0 }, within(1e-6f));
	}

	@Test
	void atomsAreSelectedWithTheGainsOfTheModel() {
		final ReconstructedPatches result = ReconstructedPatches.of(model(new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), 1, 4), PATCHES, Parallel.SERIAL, Progress.NONE);
		assertThat(result.reconstructions().values()).containsExactly(new float[] { 0, 1, 0, 5 }, within(1e-6f));
	}

	@Test
	void whatANetworkMakesOfSumsIsTheReconstruction() {
		final FeedForwardSettings network = new FeedForwardSettings(new float[] { 1, 0, 0, 1 }, new double[] { -1, 0 }, Activation.RELU, new double[] { 1, 2 }, new double[] { 0.5, -1 }, Activation.LINEAR);
		final ReconstructedPatches result = ReconstructedPatches.of(model(network, 1, 1), PATCHES, Parallel.SERIAL, Progress.NONE);
		assertThat(result.reconstructions().values()).containsExactly(new float[] { 2.5f, 1, 0.5f, 9 }, within(1e-6f));
		assertThat(result.residuals().values()).containsExactly(new float[] { 0.5f, 0, -2.5f, -4 }, within(1e-6f));
	}

	@Test
	void stoppingLeavesNothing() {
		assertThatThrownBy(() -> ReconstructedPatches.of(model(new OmpOptions(1, 0), 1, 1), PATCHES, Parallel.SERIAL, (fraction, what) -> false)).isInstanceOf(CancellationException.class);
	}
}
