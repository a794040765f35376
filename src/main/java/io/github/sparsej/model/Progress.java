package io.github.sparsej.model;

/**
 * Hears how far long work has come, and tells it when to stop. Called often (cheap calls are the listener's duty), from
 * the thread that started the work.
 */
@FunctionalInterface
public interface Progress {

	/** Listens to nothing and never stops. */
	Progress NONE = (fraction, what) -> true;

	/** What all learners say they are doing. */
	String LEARNING = "Learning dictionary";

	/**
	 * @param fraction share of the work that is done, 0 to 1
	 * @param what     what is being done, for the status bar
	 * @return false to stop: the work ends as soon as it can and keeps what it has
	 */
	boolean report(double fraction, String what);

	/** The part of this progress from {@code begin} to {@code end}, for a step of the work that counts from 0 to 1 itself. */
	default Progress part(final double begin, final double end) {
		return (fraction, what) -> report(begin + (end - begin) * fraction, what);
	}
}
