package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.analyze.sparsification.Sparsification;
import io.github.sparsej.analyze.sparsification.SparsificationHistory;
import io.github.sparsej.analyze.sparsification.SparsificationOptions;
import io.github.sparsej.analyze.sparsification.SparsificationRecord;
import io.github.sparsej.model.Progress;

/** The dynamics of sparsification of 100000 weights, from weights that are there, and the same arithmetic in numpy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SparsificationBenchmark {

	private static final SparsificationOptions OPTIONS = SparsificationOptions.DEFAULT;
	private static final Sparsification SPARSIFICATION = new Sparsification(OPTIONS);
	private static final double[] FIRST = SPARSIFICATION.firstWeights();

	/** Arguments: folder, lambda, step. Float64, sums and changes of all weights in place, no records. Prints "seconds steps". */
	private static final String SCRIPT = """
		import sys, time
		import numpy as np
		first, lam, step = np.load(sys.argv[1] + '/weights.npy').ravel(), float(sys.argv[2]), float(sys.argv[3])

		def simulate(w):
			count = 0
			while len(w) > 1:
				one, benefit = w.sum(), 1 - w @ w
				w *= 1 + step * benefit
				w -= step * lam
				w = w[:np.count_nonzero(w > 0)]
				count += 1
			return count

		simulate(np.array([.2, .1]))
		begin = time.perf_counter()
		count = simulate(first.copy())
		print(time.perf_counter() - begin, count)
		""";

	@Benchmark
	public SparsificationHistory simulate() {
		return SPARSIFICATION.run(FIRST, Progress.NONE);
	}

	/** The time numpy takes for it, in microseconds; fails if it does not take as many steps. */
	static double numpy(final String python) throws IOException, InterruptedException {
		try (PythonRun run = new PythonRun(python, "numpy")) {
			run.put("weights", FIRST);
			final String[] words = run.run(SCRIPT, List.of("" + OPTIONS.lambda(), "" + OPTIONS.step())).get(0).split(" ");
			final List<SparsificationRecord> records = SPARSIFICATION.run(FIRST, Progress.NONE).records();
			final long steps = records.get(records.size() - 1).step() + 1;
			if (Long.parseLong(words[1]) != steps) throw new IllegalStateException("numpy took " + words[1] + " steps, SparseJ " + steps);
			return 1e6 * Double.parseDouble(words[0]);
		}
	}
}
