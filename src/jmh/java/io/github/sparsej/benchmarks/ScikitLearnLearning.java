package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * Prints how long online learning takes beside scikit-learn's MiniBatchDictionaryLearning, and what comes out: the same whitened
 * patches in the same batches, from the same dictionary, as many epochs, coded by lasso with the same lambda (their alpha) by
 * coordinate descent, each with its own tolerance, in float32 on one thread. Patches are scaled to a mean square of 1 per pixel,
 * since scikit-learn takes atoms for unused whose mean square coefficients are below 1e-6. The objective is the mean of 1/2
 * |x - D a|^2 + lambda |a|_1 over patches that neither has seen, with codes of our encoder in unit atoms for both.
 */
final class ScikitLearnLearning {

	private static final int SIGNALS = 16384, HELD_OUT = 8192, BATCH = 512, EPOCHS = 2;
	private static final long SEED = 1;
	private static final int RUNS = 3;

	/** Arguments: folder, lambda, batch size, epochs. Prints the seconds, and writes the atoms. */
	private static final String SCRIPT = """
		import sys, time, warnings
		import numpy as np
		from sklearn.decomposition import MiniBatchDictionaryLearning
		warnings.simplefilter('ignore')
		folder, alpha, size, epochs = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
		X, D = np.load(folder + '/signals.npy'), np.load(folder + '/atoms.npy')
		begin = time.perf_counter()
		learned = MiniBatchDictionaryLearning(len(D), alpha=alpha, max_iter=epochs, batch_size=size, fit_algorithm='cd', dict_init=D, shuffle=False, tol=0, max_no_improvement=None, random_state=1).fit(X)
		print(time.perf_counter() - begin, flush=True)
		np.save(folder + '/learned.npy', np.ascontiguousarray(learned.components_, dtype=np.float32))
		""";

	/** What a learner took and found. */
	private record Learned(double seconds, Dictionary dictionary) {}

	private final double lambda;
	private final EncoderOptions encoder;
	private final Signals signals;
	private final Signals heldOut;
	private final Dictionary start;

	private ScikitLearnLearning(final Workload workload) {
		final Signals all = workload.signals(Patches.WHITENED, SIGNALS + HELD_OUT);
		double energy = 0;
		for (final float value : all.values()) energy += (double) value * value;
		final double factor = Math.sqrt(all.values().length / energy);
		for (int j = 0; j < all.values().length; j++) all.values()[j] *= (float) factor;
		signals = all.select(IntStream.range(0, SIGNALS).toArray());
		heldOut = all.select(IntStream.range(SIGNALS, SIGNALS + HELD_OUT).toArray());
		start = workload.dictionary(Patches.WHITENED);
		lambda = factor * workload.lassoLambda(Patches.WHITENED);
		encoder = new CoordinateDescentOptions(Penalty.lasso(lambda), Convergence.DEFAULT);
	}

	/** @param python the Python to run */
	static void print(final String python) throws IOException, InterruptedException {
		System.out.printf(Locale.ROOT, "%nOnline learning, lasso, %d epochs of %d patches in batches of %d%n", EPOCHS, SIGNALS, BATCH);
		System.out.printf(Locale.ROOT, "%-2s %14s %10s %8s %12s %14s %10s%n", "", "scikit-learn s", "SparseJ s", "ratio", "at the start", "scikit-learn", "SparseJ");
		for (final Workload workload : Workload.values()) {
			final ScikitLearnLearning both = new ScikitLearnLearning(workload);
			final Learned theirs = both.scikitLearn(python), ours = both.sparseJ();
			System.out.printf(Locale.ROOT, "%s %14.2f %10.3f %8.1f %12.4f %14.4f %10.4f%n", workload, theirs.seconds, ours.seconds, theirs.seconds / ours.seconds,
				both.objective(both.start), both.objective(theirs.dictionary), both.objective(ours.dictionary));
		}
	}

	/** The least time of several runs; all find the same. */
	private Learned sparseJ() {
		final OnlineOptions options = new OnlineOptions(start.atomCount(), EPOCHS * SIGNALS / BATCH, BATCH, encoder, new NoHomeostasis(HomeostasisParameters.DEFAULT), SEED);
		double least = Double.POSITIVE_INFINITY;
		Dictionary found = start;
		for (int run = 0; run < RUNS; run++) {
			final long begin = System.nanoTime();
			found = options.learner(InitialDictionaries.given(start), Parallel.SERIAL).learn(signals, Progress.NONE).dictionary();
			least = Math.min(least, (System.nanoTime() - begin) * 1e-9);
		}
		return new Learned(least, found);
	}

	private Learned scikitLearn(final String python) throws IOException, InterruptedException {
		try (PythonRun run = new PythonRun(python, "scikit-learn")) {
			run.put("signals", inBatches().values(), signals.length());
			run.put("atoms", start.toArray(), start.signalLength());
			final List<String> lines = run.run(SCRIPT, List.of("" + lambda, "" + BATCH, "" + EPOCHS));
			return new Learned(Double.parseDouble(lines.get(0)), Dictionary.normalized(start.shape(), start.atomCount(), run.get("learned", start.toArray().length)));
		}
	}

	/** The signals in the order in which our learner goes through them. */
	private Signals inBatches() {
		final SplittableRandom random = new SplittableRandom(SEED);
		random.split(); // of the initial dictionary
		final Batches batches = new Batches(signals.count(), BATCH, random.split());
		final Signals ordered = Signals.zeros(signals.count(), signals.length());
		for (int batch = 0; batch < batches.count(); batch++) System.arraycopy(batches.select(signals, batch, Parallel.SERIAL).values(), 0, ordered.values(), batch * BATCH * signals.length(), BATCH * signals.length());
		return ordered;
	}

	private double objective(final Dictionary dictionary) {
		final SparseCodes codes = encoder.encoder(null, Parallel.SERIAL).prepare(dictionary).encode(heldOut, Progress.NONE);
		double sum = Arrays.stream(Residuals.norms(heldOut, codes, dictionary, Parallel.SERIAL)).map(norm -> norm * norm / 2).sum();
		for (int k = 0; k < codes.nonzeros(); k++) sum += lambda * Math.abs(codes.coefficient(k));
		return sum / heldOut.count();
	}
}
