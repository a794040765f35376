package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.closedform.ClosedFormOptions;
import io.github.sparsej.learn.closedform.Objective;
import io.github.sparsej.learn.closedform.SourceUpdate;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.learn.mod.ModOptions;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;

/** The values of the keys that learners use, as a macro gave them: not checked yet, and null where they could not be read. */
record LearnerKeys(String learner, Integer iterations, Integer batch, Double eta, Double betaone, Double betatwo, Double epsilon, Double precision, Double forgetting, Boolean exact,
	String sources, Double ridge, Double lambda, Boolean nonnegative, Boolean zeromean, Integer seed) {

	static final double RIDGE = 0.01;

	private static final int MOST_ITERATIONS = 1 << 24;
	/** What Adam's means keep, at most. */
	private static final double MOST_KEPT = 0.999999;

	/**
	 * The options of the learner that the keys ask for.
	 *
	 * @param coding the coding step, of learners that let it be chosen
	 * @throws IllegalArgumentException naming the key, if one that is used does not do
	 */
	LearnerOptions options(final int atoms, final EncoderOptions coding, final Homeostasis homeostasis) {
		final int steps = Check.range("iterations", iterations, 0, MOST_ITERATIONS);
		final int checkedSeed = Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		return switch (Check.choice("learner", learner, Keys.HEBBIAN, Keys.ONLINE, Keys.KSVD, Keys.MOD, Keys.CLOSED_FORMS)) {
			case Keys.ONLINE -> new OnlineOptions(atoms, steps, checkedBatch(), coding, homeostasis, Check.range("forgetting", forgetting, 0, 1000), 1, OnlineOptions.DEAD_AFTER, AtomReplacement.NEARLY_SAME, constraint(), checkedSeed, null);
			case Keys.MOD -> new ModOptions(atoms, steps, coding, homeostasis, checkedSeed).withConstraint(constraint());
			case Keys.KSVD -> new KsvdOptions(atoms, steps, coding, Check.flag("exact", exact), 1, constraint(), checkedSeed);
			case Keys.CLOSED_FORMS -> closedForms(atoms, steps, checkedSeed);
			default -> hebbian(atoms, steps, coding, homeostasis, checkedSeed);
		};
	}

	private AtomConstraint constraint() {
		if (Check.flag("zeromean", zeromean) && Check.flag("nonnegative", nonnegative)) throw new IllegalArgumentException("zeromean=true: atoms of nonnegative=true have no zero mean");
		return new AtomConstraint(nonnegative, zeromean);
	}

	private int checkedBatch() {
		return Check.range("batch", batch, 1, 1 << 24);
	}

	private HebbianOptions hebbian(final int atoms, final int steps, final EncoderOptions coding, final Homeostasis homeostasis, final int checkedSeed) {
		return new HebbianOptions(atoms, steps, checkedBatch(), Check.range("eta", eta, 1e-12, 10), Check.range("betaone", betaone, 0, MOST_KEPT), Check.range("betatwo", betatwo, 0, MOST_KEPT),
			Check.positive("epsilon", epsilon), coding, homeostasis, HebbianOptions.DEAD_AFTER, checkedSeed).withConstraint(constraint()).withPrecision(Check.range("precision", precision, 0, 1));
	}

	private ClosedFormOptions closedForms(final int atoms, final int steps, final int checkedSeed) {
		if (Check.flag("nonnegative", nonnegative)) throw new IllegalArgumentException("nonnegative=true: there is no closed form of nonnegative atoms; use another learner");
		final SourceUpdate update = Check.choice("sources", sources, Keys.LASSO, Keys.RELAXED).equals(Keys.LASSO) ? SourceUpdate.LASSO : SourceUpdate.RELAXED;
		return new ClosedFormOptions(atoms, steps, Objective.ofHalf(Check.positive("lambda", lambda), Check.positive("ridge", ridge)), update, constraint(), checkedSeed);
	}

	/** Says in the Log which of the choices made have no effect. */
	void tell(final String homeostasis, final String encoder) {
		final boolean closed = learner.equals(Keys.CLOSED_FORMS);
		final List<String> without = new ArrayList<>();
		if ((closed || learner.equals(Keys.KSVD)) && !homeostasis.equals(Keys.NONE)) without.add("homeostasis=" + homeostasis);
		if (closed && !encoder.equals(CoordinateDescentOptions.LASSO_NAME)) without.add("encoder=[" + encoder + "]");
		if (!learner.equals(Keys.HEBBIAN) && precision > 0) without.add("precision=" + precision);
		if (!without.isEmpty()) Notes.say("learner " + learner + " does not use " + String.join(", ", without));
	}
}
