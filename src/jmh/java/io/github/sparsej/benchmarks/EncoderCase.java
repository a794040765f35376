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

	OMP("OMP", false, w -> new OmpOptions(w.nonzeros, 0)),
	OMP_TOLERANCE("OMP with a tolerance", false, w -> new OmpOptions(w.nonzeros, NEVER_REACHED)),
	OMP_NONNEGATIVE("OMP, nonnegative", false, w -> new OmpOptions(w.nonzeros, 0, false, true)),
	ORMP("ORMP", false, w -> new OrmpOptions(w.nonzeros, 0, false)),
	MP("MP", false, w -> new MatchingPursuitOptions(w.nonzeros, 0, Selection.SIGNED)),
	MP_TOLERANCE("MP with a tolerance", false, w -> new MatchingPursuitOptions(w.nonzeros, NEVER_REACHED, Selection.SIGNED)),
	MP_NONNEGATIVE("MP, nonnegative", false, w -> new MatchingPursuitOptions(w.nonzeros, 0, Selection.RECTIFIED)),
	LASSO("lasso by coordinate descent", true, w -> new CoordinateDescentOptions(lasso(w, true), Convergence.DEFAULT)),
	LASSO_LESS_MEANS("lasso by coordinate descent, patches not whitened", false, w -> new CoordinateDescentOptions(lasso(w, false), Convergence.DEFAULT)),
	LASSO_LARS("lasso by LARS", true, w -> new LassoLarsOptions(lasso(w, true))),
	LASSO_LARS_LESS_MEANS("lasso by LARS, patches not whitened", false, w -> new LassoLarsOptions(lasso(w, false))),
	FISTA("FISTA, 100 iterations", true, w -> new ProximalGradientOptions(Method.FISTA, lasso(w, true), new Convergence(Criterion.OPTIMALITY, 0, 100)));

	/** A residual norm far below what so many atoms leave. */
	private static final double NEVER_REACHED = 1e-4;
	/** Nonzeros of the lasso's codes, on average. */
	static final double LASSO_NONZEROS = 15;

	private interface Factory {
		EncoderOptions of(Workload workload);
	}

	final String label;
	/** Whether it runs on patches of the whitened image. */
	final boolean whitened;
	private final Factory factory;

	EncoderCase(final String label, final boolean whitened, final Factory factory) {
		this.label = label;
		this.whitened = whitened;
		this.factory = factory;
	}

	EncoderOptions options(final Workload workload) {
		return factory.of(workload);
	}

	private static Penalty lasso(final Workload workload, final boolean whitened) {
		return Penalty.lasso(workload.lambda(whitened, LASSO_NONZEROS));
	}
}
