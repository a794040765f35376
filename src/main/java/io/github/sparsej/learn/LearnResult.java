package io.github.sparsej.learn;

import java.util.List;
import java.util.Optional;

import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.learn.record.RecordedQuantity;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.SufficientStatistics;

/**
 * What a learner brings back.
 *
 * @param dictionary    the atoms
 * @param homeostasis   what was learned about the use of the atoms
 * @param statistics    of the signals learned from, as far as the learner needs them to go on; none of learners that need none
 * @param curves        what was recorded: at every step that was done, and the {@link RecordedQuantity} that were asked for
 * @param atomRecords   what was recorded of every atom; empty where nothing was asked for
 * @param replaced      how many times an atom was replaced by a signal
 * @param complete      false if the progress asked to stop before all steps and records were done
 * @param encoder       the encoder to keep with these atoms, where only learning tells it; empty where the options' own does
 */
public record LearnResult(Dictionary dictionary, HomeostasisState homeostasis, SufficientStatistics statistics, List<LearningCurve> curves, List<AtomRecord> atomRecords, ReplacedAtoms replaced, boolean complete, Optional<EncoderSettings> encoder) {

	public LearnResult {
		curves = List.copyOf(curves);
		atomRecords = List.copyOf(atomRecords);
	}

	/** With the options' own encoder. */
	public LearnResult(final Dictionary dictionary, final HomeostasisState homeostasis, final SufficientStatistics statistics, final List<LearningCurve> curves, final List<AtomRecord> atomRecords, final ReplacedAtoms replaced,
		final boolean complete)
	{
		this(dictionary, homeostasis, statistics, curves, atomRecords, replaced, complete, Optional.empty());
	}

	/** Of a learner that needs no statistics to go on, with the options' own encoder. */
	public LearnResult(final Dictionary dictionary, final HomeostasisState homeostasis, final List<LearningCurve> curves, final List<AtomRecord> atomRecords, final ReplacedAtoms replaced, final boolean complete) {
		this(dictionary, homeostasis, SufficientStatistics.none(dictionary.atomCount(), dictionary.signalLength()), curves, atomRecords, replaced, complete);
	}

	/** The same with an encoder that learning has told. */
	public LearnResult withEncoder(final EncoderSettings told) {
		return new LearnResult(dictionary, homeostasis, statistics, curves, atomRecords, replaced, complete, Optional.of(told));
	}

	/** What else but the atoms learning can go on from. */
	public LearnedState learned() {
		return new LearnedState(homeostasis, statistics);
	}

	/** The curves that the same run has again: all but the seconds, which a model file must not depend on. */
	public List<LearningCurve> reproducibleCurves() {
		return curves.stream().filter(curve -> !curve.quantity().equals(RecordedQuantity.SECONDS.label())).toList();
	}
}
