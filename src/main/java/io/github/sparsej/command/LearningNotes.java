package io.github.sparsej.command;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.learn.ReplacedAtoms;

/** What the Log says of learning: which atoms were replaced, and that it was stopped. */
final class LearningNotes {

	private LearningNotes() {}

	static void tellRefused(final long places) {
		if (places > 0) Notes.say(places + " places of patches were left out: pixels there are NaN or infinite");
	}

	/** Says so if learning was stopped before its end, and atoms are what there was by then. */
	static void tellStopped(final String title, final boolean complete) {
		if (!complete) Notes.say(title + "-atoms is what had been learned when the learning was stopped");
	}

	static void tell(final ReplacedAtoms replaced) {
		if (replaced.unused() > 0) Notes.say(replaced.unused() + " times an atom that no patch used was replaced by the worst-coded patch");
		if (replaced.duplicate() > 0) Notes.say(replaced.duplicate() + " times one of two atoms that were nearly the same was replaced by a badly coded patch");
	}
}
