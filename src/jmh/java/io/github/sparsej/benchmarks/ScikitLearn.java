package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * The same arrays encoded by scikit-learn's {@code sparse_encode} and by us, on one thread each, in float32, one right after
 * the other: seconds per 10,000 patches. Needs a Python with scikit-learn ({@code python3}, or {@code /usr/bin/python3} with
 * Debian's python3-sklearn).
 */
public final class ScikitLearn {

	/** Signals of a run by scikit-learn, which takes up to milliseconds for each; and of ours, for a time worth measuring. */
	private static final int THEIRS = 1000, OURS = 8192;
	private static final int WARM_UP_RUNS = 12, RUNS = 5;
	private static final double PER_TABLE = 10_000;

	private static final String SCRIPT = """
		import sys, time
		import numpy as np
		from sklearn.decomposition import sparse_encode
		folder, algorithm, nonzeros, lam = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
		X = np.fromfile(folder + '/signals.f32', '<f4').reshape(-1, int(sys.argv[5]))
		D = np.fromfile(folder + '/atoms.f32', '<f4').reshape(-1, int(sys.argv[5]))
		options = dict(n_nonzero_coefs=nonzeros) if algorithm == 'omp' else dict(alpha=lam, max_iter=10000)
		sparse_encode(X[:20], D, algorithm=algorithm, n_jobs=1, **options)
		begin = time.perf_counter()
		A = sparse_encode(X, D, algorithm=algorithm, n_jobs=1, **options)
		print(time.perf_counter() - begin, (A != 0).sum() / len(X))
		""";

	private ScikitLearn() {}

	/** Seconds and mean nonzeros of a run. */
	private record Run(double seconds, double nonzeros) {}

	public static void main(final String[] args) throws IOException, InterruptedException {
		final String python = python();
		System.out.println("JDK " + Runtime.version() + "; seconds per 10,000 patches on one thread");
		System.out.printf(Locale.ROOT, "%-4s %-10s %12s %10s %8s %18s%n", "", "", "scikit-learn", "SparseJ", "ratio", "nonzeros per patch");
		final Path folder = Files.createTempDirectory("sparsej");
		try {
			for (final Workload workload : Workload.values()) {
				final double lambda = workload.lambda(true, EncoderCase.LASSO_NONZEROS);
				row(python, folder, workload, "omp", new OmpOptions(workload.nonzeros, 0), lambda);
				row(python, folder, workload, "lasso_lars", new LassoLarsOptions(Penalty.lasso(lambda)), lambda);
				row(python, folder, workload, "lasso_cd", new CoordinateDescentOptions(Penalty.lasso(lambda), Convergence.DEFAULT), lambda);
			}
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
			}
		}
	}

	private static void row(final String python, final Path folder, final Workload workload, final String algorithm, final EncoderOptions options, final double lambda) throws IOException, InterruptedException {
		final Dictionary dictionary = workload.dictionary(true);
		final float[] values = workload.signals(true).values();
		write(folder.resolve("atoms.f32"), dictionary.toArray());
		write(folder.resolve("signals.f32"), Arrays.copyOf(values, THEIRS * workload.length()));
		final Run theirs = theirs(python, folder, algorithm, workload, lambda);
		final Run ours = ours(options, dictionary, Signals.of(OURS, workload.length(), Arrays.copyOf(values, OURS * workload.length())));
		final double their = theirs.seconds / THEIRS * PER_TABLE, our = ours.seconds / OURS * PER_TABLE;
		System.out.printf(Locale.ROOT, "%-4s %-10s %12.3f %10.4f %8.0f %9.1f %8.1f%n", workload, algorithm, their, our, their / our, theirs.nonzeros, ours.nonzeros);
	}

	private static Run ours(final EncoderOptions options, final Dictionary dictionary, final Signals signals) {
		final PreparedEncoder encoder = options.encoder(null, Parallel.SERIAL).prepare(dictionary);
		final double[] seconds = new double[WARM_UP_RUNS + RUNS];
		double nonzeros = 0;
		for (int i = 0; i < seconds.length; i++) {
			final long begin = System.nanoTime();
			nonzeros = (double) encoder.encode(signals, Progress.NONE).nonzeros() / signals.count();
			seconds[i] = (System.nanoTime() - begin) * 1e-9;
		}
		Arrays.sort(seconds, WARM_UP_RUNS, seconds.length);
		return new Run(seconds[WARM_UP_RUNS + RUNS / 2], nonzeros);
	}

	private static Run theirs(final String python, final Path folder, final String algorithm, final Workload workload, final double lambda) throws IOException, InterruptedException {
		final String[] words = output(python, "-c", SCRIPT, folder.toString(), algorithm, "" + workload.nonzeros, "" + lambda, "" + workload.length()).strip().split(" ");
		return new Run(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
	}

	private static String python() throws InterruptedException {
		for (final String python : List.of("python3", "/usr/bin/python3")) {
			try {
				System.out.println("scikit-learn " + output(python, "-c", "import sklearn; print(sklearn.__version__)").strip());
				return python;
			}
			catch (final IOException e) {
				// the next one may have it
			}
		}
		throw new IllegalStateException("no Python with scikit-learn here: install python3-sklearn");
	}

	private static String output(final String... command) throws IOException, InterruptedException {
		final ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		for (final String library : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) builder.environment().put(library, "1");
		final Process process = builder.start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IOException(command[0] + " failed");
		return output;
	}

	private static void write(final Path file, final float[] values) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		Files.write(file, bytes.array());
	}
}
