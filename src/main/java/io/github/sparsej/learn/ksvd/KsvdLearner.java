package io.github.sparsej.learn.ksvd;

import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.StartAtoms;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.learn.step.CodingCurves;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * K-SVD (Aharon, Elad &amp; Bruckstein 2006): descent of ||X - A D||_F^2 in the dictionary D, p x m, and the nonzeros of the codes A,
 * n x p, in turn. A sweep:
 * <ol>
 * <li>A = codes of all signals X in D
 * <li>for each atom d, in the order of the dictionary, with its coefficients g, nonzero in u signals: E = what all other atoms leave of
 * these signals, u x m; d and g = those of the smallest ||E - g d'||_F with d of unit norm, or nearer to it than they were
 * (d = E'g / ||E'g||, g = E d: Rubinstein, Zibulevsky &amp; Elad 2008). The next atom sees what this one left
 * <li>atoms that no signal uses, or whose fit left nothing, and of two atoms with |coherence| above 0.99 the one used less, are
 * replaced by the signals that are coded worst then, of those that one atom more can help: not coded without error, nor within the
 * encoder's tolerance by one atom or none. Where there is no such signal they stay
 * </ol>
 * The coefficients fitted are for the next atoms' sake; the next sweep codes anew. Encoders that need a homeostasis get none.
 * <p>
 * Recorded at every sweep after its first step: ||X - A D||_F / ||X||_F, and the mean number of nonzeros. Where stopped, atoms
 * fitted before are kept. Immutable and thread-safe.
 */
public final class KsvdLearner implements DictionaryLearner {

	public static final String NAME = "K-SVD";

	/** Share of a sweep that coding takes, about. */
	private static final double CODING = 0.7;

	private final KsvdOptions options;
	private final InitialDictionary initial;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public KsvdLearner(final KsvdOptions options, final InitialDictionary initial, final Parallel parallel) {
		this.options = options;
		this.initial = initial;
		this.parallel = parallel;
	}

	@Override
	public LearnResult learn(final Signals signals, final Progress progress) {
		Structure.require(signals);
		final StartAtoms start = StartAtoms.of(initial, options.atoms(), options.constraint(), signals, new SplittableRandom(options.seed()));
		final KsvdStep step = new KsvdStep(options, start.dictionary(), parallel);
		final CodingCurves curves = new CodingCurves();
		boolean goOn = true;
		for (int sweep = 0; goOn && sweep < options.sweeps(); sweep++) {
			final Progress whole = (fraction, what) -> progress.report(fraction, Progress.LEARNING);
			final Progress ofSweep = whole.part((double) sweep / options.sweeps(), (sweep + 1.0) / options.sweeps());
			final SparseCodes codes = step.encode(signals, ofSweep.part(0, CODING));
			goOn = codes.count(StopReason.CANCELLED) == 0;
			if (!goOn) break;
			final BatchResiduals residuals = step.residuals(signals, codes);
			curves.add(residuals.relative(), (double) codes.nonzeros() / codes.count());
			goOn = step.update(signals, codes, residuals, ofSweep.part(CODING, 1));
		}
		return new LearnResult(step.dictionary(), step.homeostasis(), curves.curves(), List.of(), start.replaced().plus(step.replaced()), goOn);
	}
}
