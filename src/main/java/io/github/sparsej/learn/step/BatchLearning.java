package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.learn.record.Recorder;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * Goes through batches of signals in turn, whatever a learner does with each, and records: at every batch ||X - a D||_F /
 * ||X||_F before the update, and the mean number of nonzeros; and where it is asked for, every few batches what a
 * {@link Recorder} measures after the update, on signals drawn anew. Records change nothing of what is learned. For one run, of
 * one thread.
 */
public final class BatchLearning {

	/** What a learner does with a batch. */
	public interface Step {

		/** The codes of a batch with the atoms and the homeostasis so far. */
		SparseCodes encode(Signals batch, Progress progress);

		/**
		 * Learns from a batch and its codes.
		 *
		 * @param beside is to be run once, at any time and by any thread, before this returns
		 * @return ||X - a D||_F / ||X||_F of the batch before the update
		 */
		double update(Signals batch, SparseCodes codes, Runnable beside);

		/** The atoms so far. */
		Dictionary dictionary();

		/** What was learned of their use so far. */
		HomeostasisState homeostasis();
	}

	private final int batches;
	private final Recording recording;
	private final Recorder recorder;
	private final Parallel parallel;
	private final CodingCurves coding = new CodingCurves();

	/**
	 * @param batches   how many to go through, 0 or more
	 * @param encoder   options of the coding step
	 * @param recording what to record beyond the residual and the nonzeros of every batch; null for nothing
	 */
	public BatchLearning(final int batches, final EncoderSettings encoder, final Recording recording, final Parallel parallel) {
		this.batches = batches;
		this.recording = recording;
		this.parallel = parallel;
		recorder = new Recorder(encoder, parallel);
	}

	/**
	 * @param first    number of the first batch of {@code order}, which begins again after its last one
	 * @param drawn    source of the signals of records
	 * @param progress where it asks to stop, no other batch is begun, and what is learned of the one in work is lost
	 * @return false if it asked to
	 */
	public boolean run(final Step step, final Signals signals, final Batches order, final long first, final SplittableRandom drawn, final Progress progress) {
		// One batch is learned from while the next is copied into the room of the one before.
		final Signals[] turns = { batches == 0 ? null : order.select(signals, (int) (first % order.count()), parallel), null };
		for (int done = 0; done < batches; done++) {
			final int before = done;
			final Signals batch = turns[done % 2];
			final int then = (done + 1) % 2;
			final Progress ofBatch = (fraction, what) -> progress.report((before + fraction) / batches, Progress.LEARNING);
			final SparseCodes codes = step.encode(batch, ofBatch);
			if (codes.count(StopReason.CANCELLED) > 0) return false;
			final Runnable selectNext = () -> turns[then] = order.select(signals, (int) ((first + before + 1) % order.count()), turns[then], Parallel.SERIAL);
			coding.add(step.update(batch, codes, before + 1 < batches ? selectNext : () -> {}), (double) codes.nonzeros() / codes.count());
			if (recording != null && recording.isDueAfter(done + 1) && !record(done + 1, step, signals, drawn, ofBatch)) return false;
		}
		return true;
	}

	private boolean record(final int batch, final Step step, final Signals signals, final SplittableRandom drawn, final Progress progress) {
		final Signals some = signals.select(Arrays.copyOf(Batches.shuffled(signals.count(), drawn), Math.min(recording.signals(), signals.count())));
		return recorder.take(batch, some, step.dictionary(), step.homeostasis(), (fraction, what) -> progress.report(1, what));
	}

	/** What was recorded so far. */
	public List<LearningCurve> curves() {
		final List<LearningCurve> curves = new ArrayList<>(coding.curves());
		curves.addAll(recorder.curves());
		return curves;
	}

	/** What was recorded of every atom so far. */
	public List<AtomRecord> atomRecords() {
		return recorder.atomRecords();
	}
}
