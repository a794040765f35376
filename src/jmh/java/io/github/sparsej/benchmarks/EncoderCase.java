package io.github.sparsej.benchmarks;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;

/** The encoders that are timed. */
public enum EncoderCase {

	OMP("OMP", Patches.MEAN_REMOVED, (w, p) -> new OmpOptions(w.nonzeros, 0)),
	OMP_TOLERANCE("OMP with a tolerance", Patches.MEAN_REMOVED, (w, p) -> new OmpOptions(w.nonzeros, Factory.NEVER_REACHED)),
	OMP_NONNEGATIVE("OMP, nonnegative", Patches.MEAN_REMOVED, (w, p) -> new OmpOptions(w.nonzeros, 0, false, true)),
	ORMP("ORMP", Patches.MEAN_REMOVED, (w, p) -> new OrmpOptions(w.nonzeros, 0, false)),
	MP("MP", Patches.MEAN_REMOVED, (w, p) -> new MatchingPursuitOptions(w.nonzeros, 0, Selection.SIGNED)),
	MP_TOLERANCE("MP with a tolerance", Patches.MEAN_REMOVED, (w, p) -> new MatchingPursuitOptions(w.nonzeros, Factory.NEVER_REACHED, Selection.SIGNED)),
	MP_NONNEGATIVE("MP, nonnegative", Patches.MEAN_REMOVED, (w, p) -> new MatchingPursuitOptions(w.nonzeros, 0, Selection.RECTIFIED)),
	LASSO("lasso by coordinate descent", Patches.WHITENED, (w, p) -> new CoordinateDescentOptions(lasso(w, p), Convergence.DEFAULT)),
	LASSO_LESS_MEANS("lasso by coordinate descent, patches not whitened", Patches.MEAN_REMOVED, (w, p) -> new CoordinateDescentOptions(lasso(w, p), Convergence.DEFAULT)),
	LASSO_LARS("lasso by LARS", Patches.WHITENED, (w, p) -> new LassoLarsOptions(lasso(w, p))),
	LASSO_LARS_LESS_MEANS("lasso by LARS, patches not whitened", Patches.MEAN_REMOVED, (w, p) -> new LassoLarsOptions(lasso(w, p))),
	FISTA("FISTA, 100 iterations", Patches.WHITENED, (w, p) -> new ProximalGradientOptions(Method.FISTA, lasso(w, p), new Convergence(Criterion.OPTIMALITY, 0, 100)));


	private interface Factory {

		/** A residual norm far below what so many atoms leave. */
		double NEVER_REACHED = 1e-4;

		EncoderOptions of(Workload workload, Patches patches);
	}

	final String label;
	/** The patches it is timed on. */
	final Patches patches;
	private final Factory factory;

	EncoderCase(final String label, final Patches patches, final Factory factory) {
		this.label = label;
		this.patches = patches;
		this.factory = factory;
	}

	EncoderOptions options(final Workload workload, final Patches ofPatches) {
		return factory.of(workload, ofPatches);
	}

	private static Penalty lasso(final Workload workload, final Patches patches) {
		return Penalty.lasso(workload.lassoLambda(patches));
	}
}
