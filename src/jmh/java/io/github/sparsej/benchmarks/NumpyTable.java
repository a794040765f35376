package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import ij.process.ImageProcessor;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.file.Samples.Sample;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.hebbian.HebbianStep;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.ShlFilter;

/**
 * Prints how long one step of sparse Hebbian learning takes, at the published settings (batches of 1024 patches of 18 x 18 px
 * of the sample photographs, 441 atoms, 13 nonzeros, Adam), beside the same arithmetic in numpy: float64, one thread, all
 * signals of a block at once (256 rows, so that a block stays in the cache: faster than one signal or a whole batch at a
 * time), histograms of the nonzeros alone. Coding, residual, activity, quantile functions, gradient and normalisation
 * count; start, filters and records do not. Each time is the least of several runs of 8 steps from the same start, both
 * by turns; the relative residual of the last step shows that they compute the same.
 */
public final class NumpyTable {

	private static final PatchShape SHAPE = PatchShape.square(18);
	private static final int ATOMS = 441, BATCH = 1024, BATCHES = 8, NONZEROS = 13;
	/** Turns of one after the other, and runs of each in a turn. */
	private static final int TURNS = 4, RUNS = 3;
	private static final List<String> METHODS = List.of("None", "HAP", "HEH");
	private static final long WARM_UP_NANOSECONDS = 8_000_000_000L;

	/** Prints numpy's version and the product's library. */
	private static final String LIBRARIES = """
		import os, re
		import numpy as np
		maps = open('/proc/self/maps').read() if os.path.exists('/proc/self/maps') else ''
		print('numpy', np.__version__, *sorted(set(re.findall(r'[^/\\s]+/[^/\\s]*blas[^/\\s]*\\.so[^/\\s]*', maps))))
		""";

	/** Arguments: folder, runs, nonzeros, batch size, method. Prints "seconds residual". */
	private static final String SCRIPT = """
		import sys, time
		import numpy as np
		folder, runs, nonzeros, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
		X = np.load(folder + '/signals.npy').astype(np.float64).reshape(-1, size, 324)
		start = np.load(folder + '/atoms.npy').astype(np.float64)
		eta, beta1, beta2, epsilon, rate, C, Q, block = .0033, .9, .999, 1e-8, .05, 3., 128, 256
		atoms = np.arange(len(start))

		def by_gain(gain, c):
			return np.argmax(gain * np.maximum(c, 0), axis=1)

		def by_quantile(table, c):
			r = 1 - np.exp(-np.maximum(c, 0) / C)
			u = Q * r
			k = u.astype(np.int64)
			t = u - k
			low = table.ravel()[atoms * Q + k - (r == 1)]
			high = table.ravel()[atoms * Q + k + 1 - (r == 0) - (r == 1) - (k >= Q - 1)]
			return np.argmax((1 - t) * low + t * high, axis=1)

		def encode(x, D, select, state):
			G, c, a = D @ D.T, x @ D.T, np.zeros((len(x), len(D)))
			for begin in range(0, len(x), block):
				cb, ab = c[begin:begin + block], a[begin:begin + block]
				rows = np.arange(len(cb))
				for step in range(nonzeros):
					best = select(state, cb)
					b = cb[rows, best]
					ab[rows, best] += b
					cb -= b[:, None] * G[best]
			return a

		def learn(method):
			D = start / np.linalg.norm(start, axis=1, keepdims=True)
			m, table, gain = None, np.tile(np.linspace(0, 1, Q), (len(D), 1)), np.ones(len(D))
			mu, nu = np.zeros_like(D), np.zeros_like(D)
			for t, x in enumerate(X, 1):
				a = encode(x, D, by_quantile, table) if method == 'HEH' else encode(x, D, by_gain, gain)
				R = x - a @ D
				row, atom = np.nonzero(a)
				p = np.bincount(atom, minlength=len(D)) / len(x)
				m = p if m is None else (1 - rate) * m + rate * p
				r = 1 - np.exp(-np.maximum(a[row, atom], 0) / C)
				bins = np.bincount(atom * (Q - 1) + np.minimum((r * (Q - 1)).astype(np.int64), Q - 2), minlength=len(D) * (Q - 1)).reshape(len(D), Q - 1)
				bins[:, 0] += len(x) - bins.sum(axis=1)
				table = (1 - rate) * table
				table[:, 1:] += rate * np.cumsum(bins, axis=1) / len(x)
				if method == 'HAP':
					gain = np.log(np.clip(m, 1e-6, 1 - 1e-6)) / np.log(np.count_nonzero(a > 0) / a.size)
				g = -(a.T @ R) / size
				mu = beta1 * mu + (1 - beta1) * g
				nu = beta2 * nu + (1 - beta2) * g ** 2
				D = D - eta * (mu / (1 - beta1 ** t)) / (np.sqrt(nu / (1 - beta2 ** t)) + epsilon)
				D /= np.linalg.norm(D, axis=1, keepdims=True)
			return np.linalg.norm(R) / np.linalg.norm(x)

		seconds = []
		for run in range(runs):
			begin = time.perf_counter()
			residual = learn(sys.argv[5])
			seconds.append(time.perf_counter() - begin)
		print(min(seconds) / len(X), residual)
		""";

	private record Result(double seconds, double residual) {

		private Result orFaster(final Result other) {
			return other.seconds < seconds ? other : this;
		}
	}

	private NumpyTable() {}

	/** @param args the Python to run, python3 if none is given */
	public static void main(final String[] args) throws IOException, InterruptedException {
		final Signals signals = signals();
		final Dictionary start = InitialDictionaries.oneOverF(SHAPE, ShlFilter.forPatches(SHAPE.width()), NoWhitening.INSTANCE).create(ATOMS, signals, new SplittableRandom(1));
		final List<String> methods = METHODS.stream().filter(HomeostasisKind.labels()::contains).toList();
		try (PythonRun python = new PythonRun(args.length > 0 ? args[0] : "python3", "numpy")) {
			python.put("signals", signals.values(), signals.length());
			python.put("atoms", start.toArray(), start.signalLength());
			System.out.println(python.run(LIBRARIES, List.of()).get(0) + "; JDK " + Runtime.version());
			System.out.printf(Locale.ROOT, "%-6s %10s %10s %7s   (milliseconds per step; relative residual of the last one)%n", "", "numpy", "SparseJ", "ratio");
			for (final String method : methods) print(method, python, signals, start);
		}
	}

	private static void print(final String method, final PythonRun python, final Signals signals, final Dictionary start) throws IOException, InterruptedException {
		final HebbianOptions options = new HebbianOptions(ATOMS, BATCHES, BATCH, 0.0033, 0.9, 0.999, HebbianOptions.EPSILON, new MatchingPursuitOptions(NONZEROS, 0, Selection.RECTIFIED),
			HomeostasisKind.named(method).create(new HomeostasisParameters(0.05, 0.05, 128, 3)), HebbianOptions.DEAD_AFTER, 0);
		final long begin = System.nanoTime();
		while (System.nanoTime() - begin < WARM_UP_NANOSECONDS) learn(options, signals, start);
		Result numpy = new Result(Double.POSITIVE_INFINITY, 0), ours = numpy;
		for (int turn = 0; turn < TURNS; turn++) {
			numpy = numpy.orFaster(numpy(python, method));
			for (int run = 0; run < RUNS; run++) ours = ours.orFaster(learn(options, signals, start));
		}
		System.out.printf(Locale.ROOT, "%-6s %10.1f %10.1f %7.1f   %.5f and %.5f%n", method, 1e3 * numpy.seconds, 1e3 * ours.seconds, numpy.seconds / ours.seconds, numpy.residual, ours.residual);
	}

	private static Result numpy(final PythonRun python, final String method) throws IOException, InterruptedException {
		final String[] words = python.run(SCRIPT, List.of("" + RUNS, "" + NONZEROS, "" + BATCH, method)).get(0).split(" ");
		return new Result(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
	}

	private static Signals signals() {
		final List<Volume> images = Arrays.stream(Sample.values()).filter(sample -> sample.ordinal() <= Sample.BRICK.ordinal()).map(sample -> {
			final ImageProcessor image = Samples.open(sample).getProcessor();
			return Volume.plane(image.getWidth(), image.getHeight(), (float[]) image.convertToFloat().getPixels()).filter(ShlFilter.forPatches(SHAPE.width()));
		}).toList();
		final Signals inOrderOfImages = new PatchSampler(SHAPE, PatchSamplerOptions.highContrast(BATCHES * BATCH, 2)).sample(images).patches();
		final int[] dealt = new int[inOrderOfImages.count()];
		Arrays.setAll(dealt, i -> i % BATCH * BATCHES + i / BATCH);
		return inOrderOfImages.select(dealt);
	}

	private static Result learn(final HebbianOptions options, final Signals signals, final Dictionary start) {
		final long begin = System.nanoTime();
		final HebbianStep step = new HebbianStep(options, start, BATCH, Parallel.SERIAL);
		double residual = 0;
		for (int i = 0; i < BATCHES; i++) {
			final int first = i * BATCH;
			final int[] rows = new int[BATCH];
			Arrays.setAll(rows, row -> first + row);
			final Signals batch = signals.select(rows);
			residual = step.update(batch, step.encode(batch, Progress.NONE));
		}
		return new Result((System.nanoTime() - begin) * 1e-9 / BATCHES, residual);
	}
}
