package io.github.sparsej.learn.online;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.step.AtomDescent;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.AtomReplacement.Replaced;
import io.github.sparsej.learn.step.BatchLearning;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.learn.step.BatchTerms;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SufficientStatistics;

/**
 * The state of online dictionary learning, taken on by one batch at a time. The formulas are those of {@link OnlineLearner}.
 * Statistics are float64, atoms and codes float32. Modified by {@link #update}, hence for one thread at a time; parallel inside.
 */
final class OnlineStep implements BatchLearning.Step {

	private final OnlineOptions options;
	private final Parallel parallel;
	private final PatchShape shape;
	private final StatisticsSum sum;
	private final AtomDescent descent;
	private final AtomReplacement replacement;
	/** Uses of each atom since atoms were looked through for replacement. */
	private final int[] uses;
	private int batchesSince;
	/** Of the last batch; null before the first one. */
	private BatchTerms terms;
	/** The last one; null before the first batch. */
	private PreparedEncoder encoder;
	private HomeostasisState homeostasis;
	private ReplacedAtoms replaced = ReplacedAtoms.NONE;

	/**
	 * @param initial the atoms to begin with
	 * @param learned what is known of these atoms, be it by another homeostasis
	 */
	OnlineStep(final OnlineOptions options, final Dictionary initial, final LearnedState learned, final Parallel parallel) {
		final SufficientStatistics statistics = learned.statistics();
		if (statistics.atomCount() != initial.atomCount() || statistics.signalLength() != initial.signalLength())
			throw new IllegalArgumentException("a dictionary of " + initial.atomCount() + " atoms of " + initial.signalLength() + " values cannot go on with statistics of " + statistics.atomCount() + " of " + statistics.signalLength());
		this.options = options;
		this.parallel = parallel;
		shape = initial.shape();
		final double[][] atoms = UnitRows.of(initial);
		sum = new StatisticsSum(statistics);
		descent = new AtomDescent(sum, UnitRows.rounded(atoms), options.constraint()::project, parallel);
		replacement = new AtomReplacement(options.constraint(), options.coherence());
		uses = new int[atoms.length];
		homeostasis = options.homeostasis().resume(learned.homeostasis());
	}

	/** beta_t = (1 - 1/t)^rho: what the past is multiplied by when batch t comes. */
	static double kept(final long batch, final double forgetting) {
		return Math.pow(1 - 1.0 / batch, forgetting);
	}

	@Override
	public SparseCodes encode(final Signals batch, final Progress progress) {
		encoder = Encoders.create(options.encoder(), homeostasis, parallel).prepare(dictionary(), encoder);
		return encoder.encode(batch, progress);
	}

	@Override
	public double update(final Signals batch, final SparseCodes codes, final Runnable beside) {
		terms = new BatchTerms(batch, codes, terms, parallel);
		final boolean look = ++batchesSince == options.deadAfter();
		final BatchResiduals residuals = look ? new BatchResiduals(batch, codes, descent.atoms(), parallel) : null;
		final double[] relative = { 0 };
		final BatchTerms now = terms;
		final Runnable takeResidual = () -> relative[0] = now.relativeResidual(descent.atoms());
		final Runnable learnUse = () -> homeostasis = options.homeostasis().update(homeostasis, codes);
		final long updates = (long) options.passes() * Math.min(uses.length, Math.max(1, batch.count() / OnlineOptions.SIGNALS_PER_UPDATE));
		descent.addAndDescend(terms, kept(sum.batches() + 1, options.forgetting()), updates, List.of(takeResidual, learnUse, beside));
		for (long more = updates - uses.length; more > 0; more -= uses.length) descent.descend(more);
		for (int i = 0; i < uses.length; i++) uses[i] += terms.uses().count(i);
		if (look) replaceUseless(batch, residuals.energy);
		return relative[0];
	}

	private void replaceUseless(final Signals batch, final double[] energy) {
		final float[][] rounded = descent.atoms();
		final double[][] atoms = UnitRows.of(dictionary());
		final Replaced useless = replacement.replace(atoms, i -> uses[i] == 0 || descent.isLost(i), uses, batch, energy, parallel);
		for (final int atom : useless.atoms()) {
			UnitRows.round(atoms[atom], rounded[atom]);
			sum.forget(atom);
		}
		if (useless.atoms().length > 0) homeostasis = options.homeostasis().forget(homeostasis, useless.atoms());
		replaced = replaced.plus(useless.count());
		Arrays.fill(uses, 0);
		batchesSince = 0;
	}

	@Override
	public Dictionary dictionary() {
		return Dictionary.ofUnitAtoms(shape, descent.atoms());
	}

	@Override
	public HomeostasisState homeostasis() {
		return homeostasis;
	}

	/** The sums so far. */
	SufficientStatistics statistics() {
		return sum.statistics();
	}

	/** How many atoms were replaced so far. */
	ReplacedAtoms replaced() {
		return replaced;
	}
}
