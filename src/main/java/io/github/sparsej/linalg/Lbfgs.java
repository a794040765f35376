package io.github.sparsej.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.sparsej.linalg.LbfgsResult.Stop;
import io.github.sparsej.model.Progress;

/**
 * Minimises a smooth function of many variables by the BFGS method of limited memory (Liu &amp; Nocedal 1989; Nocedal &amp;
 * Wright 2006, algorithms 7.4 and 7.5) with a line search for the strong Wolfe conditions. No iteration raises the function.
 * The first step has length 1, or that of the gradient where it is shorter. Everything but the function runs in the calling
 * thread, in float64: the result depends on the function's bits alone.
 */
public final class Lbfgs {

	private Lbfgs() {}

	/**
	 * @param start    where to begin; not modified
	 * @param progress hears of the share of {@code maxIterations}; where it asks to stop, the result is the last point accepted
	 * @param what     what is being done, for the status bar
	 * @throws IllegalArgumentException if the function or its gradient is not finite at the start
	 */
	public static LbfgsResult minimize(final DifferentiableFunction function, final double[] start, final LbfgsOptions options, final Progress progress, final String what) {
		final List<Double> values = new ArrayList<>();
		final Progress share = (fraction, part) -> progress.report(options.maxIterations() == 0 ? 1 : Math.max(0.0, values.size() - 1) / options.maxIterations(), what);
		final LbfgsRun run = new LbfgsRun(function, start, options.history(), share);
		Stop stop;
		try {
			stop = iterate(run, options, values, share);
		}
		catch (final CancellationException e) {
			stop = Stop.CANCELLED;
		}
		return new LbfgsResult(run.point(), values, run.evaluations(), stop);
	}

	private static Stop iterate(final LbfgsRun run, final LbfgsOptions options, final List<Double> values, final Progress progress) {
		run.begin();
		values.add(run.value());
		while (true) {
			if (run.largestSlope() <= options.gradientTolerance()) return Stop.GRADIENT;
			if (values.size() > options.maxIterations()) return Stop.MAX_ITERATIONS;
			if (!progress.report(0, "")) return Stop.CANCELLED;
			final double before = run.value();
			if (!run.iterate()) return Stop.LINE_SEARCH;
			values.add(run.value());
			if (before - run.value() <= options.decreaseTolerance() * Math.max(1, Math.max(Math.abs(before), Math.abs(run.value())))) return Stop.DECREASE;
		}
	}
}
