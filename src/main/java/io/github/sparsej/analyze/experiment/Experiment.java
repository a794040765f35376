package io.github.sparsej.analyze.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.PreparedData;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;

/**
 * Many dictionaries learned from the same images. Runs that follow each other and ask for the same patches share them, and
 * are made several at once; neither how many nor what is cached changes a result. Immutable and thread-safe.
 */
public final class Experiment {

	private static final double NANOS = 1e-9;

	private final List<ExperimentRun> runs;
	private final RunCache cache;
	private final Parallel parallel;
	private final long memory;

	/**
	 * @param cache    where finished runs are looked for and kept
	 * @param parallel threads for all runs together
	 * @param memory   bytes that may be used; where they do for fewer runs than there are threads, each run gets several
	 */
	public Experiment(final List<ExperimentRun> runs, final RunCache cache, final Parallel parallel, final long memory) {
		if (runs.isEmpty()) throw new IllegalArgumentException("an experiment needs at least one run");
		this.runs = List.copyOf(runs);
		this.cache = cache;
		this.parallel = parallel;
		this.memory = memory;
	}

	/**
	 * Makes the runs, or reads those that are cached.
	 *
	 * @param images   of the depth and channels that the patches ask for; not modified
	 * @param regions  one per image, in which patches must lie; null for the whole image
	 * @param finished is given each run by the calling thread as it comes, in their order
	 * @param progress where it asks to stop, runs under way are dropped
	 * @return the runs finished, in their order
	 * @throws IllegalArgumentException if there is nothing to learn from images, or a learner refuses its options
	 */
	public List<FinishedRun> perform(final List<Volume> images, final List<RegionMask> regions, final Consumer<FinishedRun> finished, final Progress progress) {
		final List<FinishedRun> all = new ArrayList<>();
		boolean complete = true;
		for (int begin = 0, end; begin < runs.size() && complete; begin = end) {
			end = begin + 1;
			while (end < runs.size() && runs.get(begin).settings().samePatches(runs.get(end).settings())) end++;
			complete = learn(begin, end, images, regions, finished.andThen(all::add), progress.part((double) begin / runs.size(), (double) end / runs.size()));
		}
		return all;
	}

	/** Makes the runs from {@code begin} to {@code end - 1}, which share their patches. */
	private boolean learn(final int begin, final int end, final List<Volume> images, final List<RegionMask> regions, final Consumer<FinishedRun> finished, final Progress progress) {
		final ModelSettings first = runs.get(begin).settings();
		final PreparedData data;
		final String checksum;
		try {
			data = new ModelLearning(first, parallel).prepare(images, regions, progress.part(0, 0));
			checksum = cache.keeps() ? RunCache.checksum(data.signals(), progress.part(0, 0)) : "";
		}
		catch (final CancellationException stopped) {
			return false;
		}
		final int atOnce = atOnce(runs.subList(begin, end));
		final Parallel each = Parallel.of(Math.max(1, parallel.threads() / atOnce));
		final RunPool<FinishedRun> pool = new RunPool<>();
		for (int i = begin; i < end; i++) {
			final ExperimentRun run = runs.get(i);
			pool.add(i + 1 + " of " + runs.size() + " runs: " + run.name(), ofRun -> one(run, data, checksum, each, ofRun));
		}
		return pool.perform(atOnce, finished, progress);
	}

	/** As many runs as there are threads, runs and memory for, beside the patches they share. */
	private int atOnce(final List<ExperimentRun> group) {
		final ModelSettings first = group.get(0).settings();
		final long patches = first.bytesNeeded() - learnerBytes(first);
		final long largest = group.stream().mapToLong(run -> learnerBytes(run.settings())).max().orElseThrow();
		return (int) Math.max(1, Math.min((memory - patches) / largest, Math.min(parallel.threads(), group.size())));
	}

	private static long learnerBytes(final ModelSettings settings) {
		return settings.learner().bytesNeeded(settings.patches(), settings.shape().length());
	}

	private Optional<FinishedRun> one(final ExperimentRun run, final PreparedData data, final String checksum, final Parallel threads, final Progress progress) {
		final String key = cache.keeps() ? RunCache.key(run.settings(), checksum, data.whitening()) : "";
		final Optional<FinishedRun> cached = cache.find(key, run);
		if (cached.isPresent()) return cached;
		final long begin = System.nanoTime();
		final LearnedModel learned = new ModelLearning(run.settings(), threads).learn(data, run.settings().learner(), "", progress);
		if (!learned.result().complete()) return Optional.empty();
		final FinishedRun result = new FinishedRun(run, learned.result().curves(), learned.replacedAtoms(), (System.nanoTime() - begin) * NANOS, false);
		cache.keep(key, result);
		return Optional.of(result);
	}
}
