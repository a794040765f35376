package io.github.sparsej.command;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.learn.ReplacedAtoms;

/** What the Log says of atoms that were replaced while a dictionary was learned. */
final class LearningNotes {

	private LearningNotes() {}

	static void tell(final ReplacedAtoms replaced) {
		if (replaced.unused() > 0) Notes.say(replaced.unused() + " times an atom that no patch used was replaced by the worst-coded patch");
		if (replaced.duplicate() > 0) Notes.say(replaced.duplicate() + " times one of two atoms that were nearly the same was replaced by a badly coded patch");
	}
}
