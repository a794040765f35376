package io.github.sparsej.analyze.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoFilter;

/** Small experiments on noise. */
final class Runs {

	static final List<RegionMask> EVERYWHERE = Collections.singletonList(null);

	private Runs() {}

	static List<Volume> image(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] pixels = new float[40 * 30];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) random.nextGaussian();
		return List.of(Volume.plane(40, 30, pixels));
	}

	static HebbianOptions learner(final HomeostasisKind method, final double eta, final long seed) {
		return new HebbianOptions(10, 6, 50, eta, 0.9, 0.99, 1e-8, new MatchingPursuitOptions(3, 0, Selection.RECTIFIED), method.create(HomeostasisParameters.DEFAULT), 20, seed);
	}

	/** The patches are the same for all learners. */
	static ModelSettings settings(final int patchSize, final HebbianOptions learner) {
		return new ModelSettings(PatchShape.square(patchSize), 200, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.zcaByShare(Centering.PATCH, 0.1), Start.PATCHES, learner(HomeostasisKind.NONE, 1, 7)).withLearner(learner);
	}

	/** Two methods, with so many seeds each. */
	static List<ExperimentRun> methods(final int seeds) {
		final List<ExperimentRun> runs = new ArrayList<>();
		for (final HomeostasisKind method : List.of(HomeostasisKind.NONE, HomeostasisKind.HAP))
			for (int seed = 42; seed < 42 + seeds; seed++) runs.add(new ExperimentRun(method.label(), "", "", settings(4, learner(method, 0.02, seed))));
		return runs;
	}
}
