package io.github.sparsej.learn.closedform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.step.CodingCurves;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * Dictionary learning by closed forms (course material of TU Berlin, Machine Learning 2, sheet 4), of
 * <pre>
 * J = 1/N sum_i |x_i - W s_i|^2 + lambda/N sum_i |s_i|_1 + eta |W|_F^2
 * </pre>
 * all in float64. All signals are seen at every step, and nothing is random but where learning begins:
 * <ol>
 * <li>W is the initial dictionary; the sources are 0 and made better once for it, as in step 3
 * <li>W = Sxs (Sss + eta I)^-1, with Sxs = 1/N sum x s' and Sss = 1/N sum s s': the best atoms for the sources
 * <li>better sources for these atoms, by a {@link SourceUpdate}: a line search towards the relaxed closed form, or the lasso
 * <li>again from step 2
 * </ol>
 * J never rises. Recorded at every iteration: J, ||X - W S||_F / ||X||_F, and the mean number of sources that are not 0.
 * <p>
 * <b>From W to a dictionary.</b> The length of an atom w_j tells how dear its sources are. Atoms of a {@link Dictionary} have length 1,
 * a coefficient then is |w_j| times the source; so that the penalty stays what it was, the encoder that goes with the result has the
 * weight 1/|w_j| on each coefficient (and lambda / 2, see {@link Objective}): it finds the sources that minimise J.
 * <p>
 * <b>Atoms that nothing uses.</b> No use makes an atom zero, and a zero atom is of no use: so the ridge prunes atoms that are not worth
 * their length, and during learning they stay zero, since anything else would let J rise. A dictionary cannot hold them: at the end
 * each is replaced by the direction of a signal, the worst coded one first, counted in the result, and of the largest weight there may
 * be, so that the encoder goes on not to use it. Immutable and thread-safe.
 */
public final class ClosedFormLearner implements DictionaryLearner {

	public static final String NAME = "Closed forms";
	/** Share of an iteration's work until the atoms are found. */
	private static final double ATOMS = 0.3;

	private final ClosedFormOptions options;
	private final InitialDictionary initial;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public ClosedFormLearner(final ClosedFormOptions options, final InitialDictionary initial, final Parallel parallel) {
		this.options = options;
		this.initial = initial;
		this.parallel = parallel;
	}

	@Override
	public LearnResult learn(final Signals signals, final Progress progress) {
		Structure.require(signals);
		final Dictionary start = initial.create(options.atoms(), signals, new SplittableRandom(options.seed()));
		requireFit(start, signals);
		final Alternation alternation = new Alternation(options.objective(), options.constraint().zeroMean(), rows(signals), atoms(start), new double[signals.count()][options.atoms()], parallel);
		final double energy = energy(signals);
		final List<Double> objective = new ArrayList<>();
		final CodingCurves coding = new CodingCurves();
		boolean goOn = alternation.updateSources(options.sources(), part(progress, 0));
		while (goOn && objective.size() < options.iterations()) {
			final Progress ofIteration = part(progress, objective.size() + 1);
			goOn = alternation.updateAtoms(ofIteration.part(0, ATOMS)) && alternation.updateSources(options.sources(), ofIteration.part(ATOMS, 1));
			if (!goOn) break;
			objective.add(alternation.value().total());
			coding.add(Math.sqrt(alternation.value().squaredResidual() * signals.count() / energy), (double) alternation.nonzeros() / signals.count());
		}
		final List<LearningCurve> curves = new ArrayList<>(List.of(LearningCurve.everyStep("objective", objective)));
		curves.addAll(coding.curves());
		final UnitAtoms unit = UnitAtoms.of(alternation, start, signals, options.constraint());
		return new LearnResult(unit.dictionary(), unit.use(), curves, List.of(), unit.replaced(), goOn).withEncoder(options.encoder(unit.weights()));
	}

	private void requireFit(final Dictionary start, final Signals signals) {
		if (start.signalLength() != signals.length())
			throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be described by initial atoms of length " + start.signalLength());
		if (start.atomCount() != options.atoms()) throw new IllegalArgumentException("learning " + options.atoms() + " atoms cannot begin with a dictionary of " + start.atomCount());
	}

	/** Finding the first sources, and each iteration, count as the same work. */
	private Progress part(final Progress progress, final int step) {
		return (fraction, what) -> progress.report((step + fraction) / (options.iterations() + 1), Progress.LEARNING);
	}

	/** The initial atoms, as they must be; one of which nothing is left then is zero, and of no use. */
	private double[][] atoms(final Dictionary start) {
		final double[][] atoms = UnitRows.of(start);
		for (final double[] atom : atoms) if (!options.constraint().project(atom)) Arrays.fill(atom, 0);
		return atoms;
	}

	private static double[][] rows(final Signals signals) {
		final double[][] rows = new double[signals.count()][signals.length()];
		for (int i = 0; i < rows.length; i++) for (int j = 0; j < rows[i].length; j++) rows[i][j] = signals.value(i, j);
		return rows;
	}

	private static double energy(final Signals signals) {
		double sum = 0;
		for (final float value : signals.values()) sum += (double) value * value;
		return sum;
	}
}
