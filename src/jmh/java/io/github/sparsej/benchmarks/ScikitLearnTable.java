package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * Prints how long scikit-learn's sparse_encode takes for the same whitened patches and dictionaries, in float32, both on one
 * thread: seconds per 10,000 patches of each, and scikit-learn's time as a multiple of ours. Each is the least of several
 * runs. Neither counts its start; ours has prepared its Gram matrix before, theirs (a few milliseconds) is in its time. A second
 * table is that of {@link ScikitLearnLearning}.
 */
public final class ScikitLearnTable {

	/** What scikit-learn calls an algorithm, and our encoder for it. */
	private record Row(String algorithm, EncoderCase encoder) {}

	private static final List<Row> ROWS = List.of(
		new Row("omp", EncoderCase.OMP),
		new Row("lasso_lars", EncoderCase.LASSO_LARS),
		new Row("lasso_cd", EncoderCase.LASSO));

	private static final int SIGNALS = 960;
	private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
	private static final int RUNS = 10;

	/** Arguments: folder, nonzeros, lambda, algorithms. Prints a line "algorithm seconds" for each. */
	private static final String SCRIPT = """
		import sys, time, warnings
		import numpy as np
		from sklearn.decomposition import sparse_encode
		warnings.simplefilter('ignore')
		folder, nonzeros, alpha = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
		X, D = np.load(folder + '/signals.npy'), np.load(folder + '/atoms.npy')
		for algorithm in sys.argv[4:]:
			options = dict(n_nonzero_coefs=nonzeros) if algorithm == 'omp' else dict(alpha=alpha)
			seconds = []
			for run in range(3):
				begin = time.perf_counter()
				sparse_encode(X, D, algorithm=algorithm, n_jobs=1, **options)
				seconds.append(time.perf_counter() - begin)
			print(algorithm, min(seconds), flush=True)
		""";

	private ScikitLearnTable() {}

	/** @param args the Python to run, python3 if none is given */
	public static void main(final String[] args) throws IOException, InterruptedException {
		final String python = args.length > 0 ? args[0] : "python3";
		System.out.printf(Locale.ROOT, "%-12s %14s %12s %8s   (seconds per 10,000 patches)%n", "", "scikit-learn", "SparseJ", "ratio");
		for (final Workload workload : Workload.values()) {
			final Dictionary dictionary = workload.dictionary(Patches.WHITENED);
			final Signals signals = workload.signals(Patches.WHITENED, SIGNALS);
			final Map<String, Double> theirs = scikitLearn(python, workload, dictionary, signals);
			for (final Row row : ROWS) {
				final double ours = seconds(row.encoder.options(workload, Patches.WHITENED).encoder(null, Parallel.SERIAL).prepare(dictionary), signals), other = theirs.get(row.algorithm);
				System.out.printf(Locale.ROOT, "%-2s %-10s %13.4f %12.4f %8.1f%n", workload, row.algorithm, other / SIGNALS * 1e4, ours / SIGNALS * 1e4, other / ours);
			}
		}
		ScikitLearnLearning.print(python);
	}

	private static double seconds(final PreparedEncoder encoder, final Signals signals) {
		final long begin = System.nanoTime();
		while (System.nanoTime() - begin < WARM_UP_NANOSECONDS) encoder.encode(signals, Progress.NONE);
		long least = Long.MAX_VALUE;
		for (int run = 0; run < RUNS; run++) {
			final long start = System.nanoTime();
			encoder.encode(signals, Progress.NONE);
			least = Math.min(least, System.nanoTime() - start);
		}
		return least * 1e-9;
	}

	private static Map<String, Double> scikitLearn(final String python, final Workload workload, final Dictionary dictionary, final Signals signals) throws IOException, InterruptedException {
		try (PythonRun run = new PythonRun(python, "scikit-learn")) {
			run.put("signals", signals.values(), signals.length());
			run.put("atoms", dictionary.toArray(), dictionary.signalLength());
			final List<String> arguments = new ArrayList<>(List.of("" + workload.nonzeros, "" + workload.lassoLambda(Patches.WHITENED)));
			for (final Row row : ROWS) arguments.add(row.algorithm);
			final Map<String, Double> seconds = new HashMap<>();
			run.run(SCRIPT, arguments).stream().map(line -> line.split(" ")).forEach(words -> seconds.put(words[0], Double.valueOf(words[1])));
			return seconds;
		}
	}
}
