package io.github.sparsej.analyze.experiment;

import io.github.sparsej.learn.ModelSettings;

/**
 * One learning of an experiment.
 *
 * @param method    the homeostasis, as the user named it
 * @param parameter the key that the experiment varies; empty if none
 * @param value     the value of that key; empty if none
 * @param settings  all that it is learned with
 */
public record ExperimentRun(String method, String parameter, String value, ModelSettings settings) {

	/** Seed of the learning. */
	public long seed() {
		return settings.learner().seed();
	}

	/** What it has in common with runs of other seeds: "HEH, eta=0.01". */
	public String group() {
		return method + (parameter.isEmpty() ? "" : ", " + parameter + "=" + value);
	}

	/** What it is called in the status bar: "HEH, eta=0.01, seed 44". */
	public String name() {
		return group() + ", seed " + seed();
	}
}
