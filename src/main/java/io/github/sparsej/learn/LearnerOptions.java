package io.github.sparsej.learn;

import java.util.Map;

import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;

/** The options of one learner: a validated record per algorithm, of which the learner is made. */
public interface LearnerOptions {

	/** The learner's name, as in menus and macros. */
	String learnerName();

	/** The learner in words, with authors and years of what it follows. */
	String citation();

	/** The encoder to describe signals with by the dictionary learned, unless the {@link LearnResult} has another. */
	EncoderSettings encoder();

	/** Seed of all random draws. */
	long seed();

	/** The options in words, in order, for a {@link io.github.sparsej.model.Provenance}. */
	Map<String, String> inWords();

	/**
	 * Memory that learning needs beyond the signals, in bytes.
	 *
	 * @param signals number of signals
	 * @param length  values per signal
	 */
	long bytesNeeded(int signals, int length);

	/** A learner with these options. */
	DictionaryLearner learner(InitialDictionary initial, Parallel parallel);

	/**
	 * A learner that goes on from a dictionary learned before.
	 *
	 * @param initial gives these atoms
	 * @param learned what was learned of them; learners leave what they have no use for
	 */
	default DictionaryLearner learner(final InitialDictionary initial, final LearnedState learned, final Parallel parallel) {
		return learner(initial, parallel);
	}
}
