package io.github.sparsej.learn.mod;

import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.StartAtoms;
import io.github.sparsej.learn.step.CodingCurves;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/**
 * The method of optimal directions (Engan, Aase &amp; Hus&oslash;y, ICASSP 1999): all atoms at once, as least squares over the codes of
 * all signals has them. Each sweep goes as follows:
 * <ol>
 * <li>a = codes of all signals X in D, some signals at a time, of which nothing but the sums A = sum a a' and B = sum a x' is kept
 * <li>D = A^-1 B, the dictionary of the least ||X - a D||_F for these codes among those of allowed atoms of any norm (see {@link
 * LeastSquaresAtoms})
 * <li>every atom is divided by its l2 norm, and its coefficients in A and B are multiplied by it, so that D a is what it was
 * <li>atoms that no signal used, atoms of which nothing is left, and of two near-duplicates the one less used are replaced by the
 * signals with the largest residuals
 * </ol>
 * The homeostasis learns from the codes of every {@value io.github.sparsej.learn.step.StatisticsSum#CHUNK} signals, as it does from a
 * batch in other learners, and acts on those that come next: learning once a sweep it would hardly begin in the few sweeps that
 * this method takes. Codes of different signals of one sweep are then selected by different gains, which least squares does not
 * mind. It acts through the selection of matching pursuit, and has no effect on other encoders.
 * <p>
 * Recorded at every sweep: ||X - a D||_F / ||X||_F before the update, and the mean number of nonzeros. The result has the
 * statistics of the last sweep. Immutable and thread-safe.
 */
public final class ModLearner implements DictionaryLearner {

	public static final String NAME = "Method of optimal directions";

	private final ModOptions options;
	private final InitialDictionary initial;
	private final HomeostasisState learned;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public ModLearner(final ModOptions options, final InitialDictionary initial, final Parallel parallel) {
		this(options, initial, options.homeostasis().initial(options.atoms()), parallel);
	}

	/**
	 * @param initial where learning begins
	 * @param learned what is known of the use of these atoms, be it by another homeostasis
	 */
	public ModLearner(final ModOptions options, final InitialDictionary initial, final HomeostasisState learned, final Parallel parallel) {
		this.options = options;
		this.initial = initial;
		this.learned = learned;
		this.parallel = parallel;
	}

	@Override
	public LearnResult learn(final Signals signals, final Progress progress) {
		Structure.require(signals, parallel);
		final StartAtoms start = StartAtoms.of(initial, options.atoms(), options.constraint(), signals, new SplittableRandom(options.seed()).split());
		final ModSweep sweep = new ModSweep(options, start.dictionary(), learned, parallel);
		final CodingCurves curves = new CodingCurves();
		boolean goOn = true;
		for (int done = 0; goOn && done < options.sweeps(); done++) {
			final double before = done;
			goOn = sweep.sweep(signals, (fraction, what) -> progress.report((before + fraction) / options.sweeps(), Progress.LEARNING));
			if (!goOn) break;
			curves.add(sweep.relativeResidual(), sweep.nonzeros());
		}
		return new LearnResult(sweep.dictionary(), sweep.homeostasis(), sweep.statistics(), curves.curves(), List.of(), start.replaced().plus(sweep.replaced()), goOn);
	}
}
