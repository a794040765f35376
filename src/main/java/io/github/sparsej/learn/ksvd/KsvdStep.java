package io.github.sparsej.learn.ksvd;

import java.util.Optional;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.AtomReplacement.Replaced;
import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * The state of K-SVD, taken on by one sweep at a time: first {@link #encode}, then {@link #update} with those codes. The formulas
 * are those of {@link KsvdLearner}. Modified by {@link #update}, hence for one thread at a time; parallel inside.
 */
final class KsvdStep {

	/** Share of a signal's norm that a code without error leaves by rounding. */
	private static final double ROUNDING = 1e-6;

	private final KsvdOptions options;
	private final Parallel parallel;
	private final PatchShape shape;
	private final AtomFit fit;
	private final boolean nonnegativeCodes;
	/** Of unit l2 norm. */
	private final double[][] atoms;
	/** The same in float32. */
	private final float[][] rounded;
	private final AtomReplacement replacement;
	/** Formed at every sweep in the same arrays; null before the first. */
	private BatchResiduals residuals;
	private ReplacedAtoms replaced = ReplacedAtoms.NONE;

	/** @param initial atoms that are what they must be */
	KsvdStep(final KsvdOptions options, final Dictionary initial, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
		shape = initial.shape();
		fit = options.exact() ? new LeadingPair(options.constraint()) : new PowerSteps(options.powerSteps(), options.constraint());
		nonnegativeCodes = Encoders.options(options.encoder()).nonnegative();
		atoms = UnitRows.of(initial);
		replacement = new AtomReplacement(options.constraint(), AtomReplacement.NEARLY_SAME);
		rounded = new float[atoms.length][shape.length()];
		for (int i = 0; i < atoms.length; i++) UnitRows.round(atoms[i], rounded[i]);
	}

	/** The codes of the signals with the atoms so far. */
	SparseCodes encode(final Signals signals, final Progress progress) {
		return Encoders.create(options.encoder(), homeostasis(), parallel).prepare(dictionary()).encode(signals, progress);
	}

	/**
	 * Fits one atom after another anew, and replaces those of no use.
	 *
	 * @param residuals {@link #residuals} of the signals and their codes; modified
	 * @param progress  where it asks to stop, the atoms that come later stay as they are
	 * @return false if stopped
	 */
	boolean update(final Signals signals, final SparseCodes codes, final BatchResiduals residuals, final Progress progress) {
		final AtomUses uses = new AtomUses(codes);
		final boolean[] useless = new boolean[atoms.length];
		for (int i = 0; i < atoms.length; i++) {
			if (!progress.report((double) i / atoms.length, "")) return false;
			useless[i] = uses.count(i) == 0 || !refit(i, new AtomUsers(rounded[i], uses, i, residuals.values(), nonnegativeCodes, parallel));
		}
		residuals.measure(parallel);
		replaceUseless(signals, codes, uses, residuals, useless);
		return true;
	}

	/** Fits an atom and its coefficients; where nothing is left of it, it stays, with the coefficients that fit it best, and the result is false. */
	private boolean refit(final int i, final AtomUsers users) {
		final Optional<double[]> fitted = fit.fit(users);
		if (fitted.isPresent()) atoms[i] = fitted.get();
		final float[] settled = PowerSteps.rounded(atoms[i]);
		users.settle(settled);
		rounded[i] = settled;
		return fitted.isPresent();
	}

	private void replaceUseless(final Signals signals, final SparseCodes codes, final AtomUses uses, final BatchResiduals residuals, final boolean[] useless) {
		final int[] counts = new int[atoms.length];
		for (int i = 0; i < counts.length; i++) counts[i] = uses.count(i);
		final double[] energy = residuals.energy.clone();
		for (int row = 0; row < energy.length; row++) if (isWellCoded(codes, row, energy[row], residuals.signalEnergy(row))) energy[row] = 0;
		final Replaced now = replacement.replace(atoms, i -> useless[i], counts, signals, energy);
		for (final int i : now.atoms()) UnitRows.round(atoms[i], rounded[i]);
		replaced = replaced.plus(now.count());
	}

	/** Whether a signal gains nothing by an atom of its own: it was coded without error, or within the tolerance by one atom at most. */
	private static boolean isWellCoded(final SparseCodes codes, final int row, final double energy, final double signalEnergy) {
		return codes.stopReason(row) == StopReason.TOLERANCE && codes.nonzeros(row) <= 1 || energy <= ROUNDING * ROUNDING * signalEnergy;
	}

	/** The residuals of signals, the same in every sweep, and their codes; those of the sweep before are lost. */
	BatchResiduals residuals(final Signals signals, final SparseCodes codes) {
		if (residuals == null) residuals = new BatchResiduals(signals, codes, rounded, parallel);
		else residuals.form(codes, rounded, parallel);
		return residuals;
	}

	/** The atoms so far, rounded to float32. */
	Dictionary dictionary() {
		final float[] all = new float[atoms.length * shape.length()];
		for (int i = 0; i < atoms.length; i++) System.arraycopy(rounded[i], 0, all, i * shape.length(), shape.length());
		return Dictionary.ofUnitAtoms(shape, options.atoms(), all);
	}

	/** None is learned. */
	HomeostasisState homeostasis() {
		return HomeostasisState.neutral(NoHomeostasis.NAME, atoms.length);
	}

	/** How many times an atom was replaced so far. */
	ReplacedAtoms replaced() {
		return replaced;
	}
}
