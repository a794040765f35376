package io.github.sparsej.learn.hebbian;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.AtomReplacement.Replaced;
import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.learn.step.BatchLearning;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Adam;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * The state of sparse Hebbian learning, taken on by one batch at a time: first {@link #encode}, then {@link #update} with
 * those codes. The formulas are those of {@link HebbianLearner}.
 * <p>
 * Atoms, gradients and Adam's means are kept in float64, because Adam turns the sign of a tiny gradient into a full step; codes and
 * residuals are float32. Modified by {@link #update}, hence for one thread at a time; parallel inside.
 */
public final class HebbianStep implements BatchLearning.Step {

	private static final int ATOMS_PER_CHUNK = 8;
	/** As published, atoms that are nearly the same stay. */
	private static final double NEVER_THE_SAME = 1;

	private final HebbianOptions options;
	private final double divisor;
	private final Parallel parallel;
	private final PatchShape shape;
	/** Of unit l2 norm. */
	private final double[][] atoms;
	/** The same in float32. */
	private final float[][] rounded;
	private final Adam adam;
	/** Null without precision. */
	private final AtomPrecision precision;
	private final AtomReplacement replacement;
	private final int[] idleBatches;
	private HomeostasisState homeostasis;
	private ReplacedAtoms replaced = ReplacedAtoms.NONE;

	/** Begins with a homeostasis that knows nothing. */
	public HebbianStep(final HebbianOptions options, final Dictionary initial, final int divisor, final Parallel parallel) {
		this(options, initial, options.homeostasis().initial(initial.atomCount()), divisor, parallel);
	}

	/**
	 * @param initial the atoms to begin with
	 * @param learned what is known of the use of these atoms, be it by another homeostasis
	 * @param divisor what the gradient of a batch is divided by: the nominal batch size, which its number of signals may
	 *                exceed
	 */
	public HebbianStep(final HebbianOptions options, final Dictionary initial, final HomeostasisState learned, final int divisor, final Parallel parallel) {
		if (initial.atomCount() != options.atoms())
			throw new IllegalArgumentException("learning " + options.atoms() + " atoms cannot begin with a dictionary of " + initial.atomCount());
		if (learned.atomCount() != initial.atomCount())
			throw new IllegalArgumentException("a dictionary of " + initial.atomCount() + " atoms cannot go on with a homeostasis of " + learned.atomCount());
		Require.atLeastOne("the divisor of the gradient", divisor);
		this.options = options;
		this.divisor = divisor;
		this.parallel = parallel;
		shape = initial.shape();
		atoms = UnitRows.of(initial);
		for (final double[] atom : atoms) options.constraint().projectEither(atom);
		rounded = UnitRows.rounded(atoms);
		adam = new Adam(initial.atomCount(), shape.length(), options.beta1(), options.beta2(), options.epsilon());
		precision = options.precisionRate() == 0 ? null : new AtomPrecision(options.precisionRate(), initial.atomCount(), shape.length());
		replacement = new AtomReplacement(options.constraint(), NEVER_THE_SAME);
		idleBatches = new int[initial.atomCount()];
		homeostasis = options.homeostasis().resume(learned);
	}

	@Override
	public SparseCodes encode(final Signals batch, final Progress progress) {
		return encoder().prepare(dictionary()).encode(batch, progress);
	}

	private Encoder encoder() {
		if (precision == null) return Encoders.create(options.encoder(), homeostasis, parallel);
		return ((MatchingPursuitOptions) options.encoder()).encoder(homeostasis, precision.weights(), parallel);
	}

	@Override
	public double update(final Signals batch, final SparseCodes codes, final Runnable beside) {
		beside.run();
		return update(batch, codes);
	}

	/**
	 * Learns from a batch and its codes.
	 *
	 * @return ||X - a D||_F / ||X||_F of the batch before the update
	 */
	public double update(final Signals batch, final SparseCodes codes) {
		final BatchResiduals residuals = new BatchResiduals(batch, codes, rounded, parallel);
		final AtomUses uses = new AtomUses(codes);
		if (precision != null) precision.update(batch, uses, atoms, parallel);
		final boolean[] degenerate = new boolean[options.atoms()];
		parallel.forChunks(options.atoms(), ATOMS_PER_CHUNK, (begin, end) -> {
			for (int i = begin; i < end; i++) degenerate[i] = !descend(i, uses, residuals);
		});
		homeostasis = options.homeostasis().update(homeostasis, codes);
		replaceDead(batch, residuals, uses, degenerate);
		return residuals.relative();
	}

	/** Moves one atom down its gradient; where that leaves no direction, it stays what it was and the result is false. */
	private boolean descend(final int atom, final AtomUses uses, final BatchResiduals residuals) {
		// With precision, atoms are not of unit length where they are moved, and coefficients are larger by what atoms are shorter.
		final double length = precision == null ? 1 : precision.length(atom);
		final double[] gradient = residuals.correlate(uses, atom), moved = atoms[atom].clone();
		for (int j = 0; j < gradient.length; j++) gradient[j] *= -1 / (divisor * length);
		for (int j = 0; j < moved.length; j++) moved[j] *= length;
		if (options.beta1() == 0) for (int j = 0; j < moved.length; j++) moved[j] -= options.eta() * gradient[j];
		else adam.step(atom, gradient, options.eta(), moved);
		if (!options.constraint().project(moved)) return false;
		atoms[atom] = moved;
		UnitRows.round(moved, rounded[atom]);
		if (precision != null) precision.normalize(atom, moved);
		return true;
	}

	/** Gives each dead atom the direction of a signal: the worst coded one to the first, the next worst to the second. */
	private void replaceDead(final Signals batch, final BatchResiduals residuals, final AtomUses uses, final boolean[] degenerate) {
		for (int i = 0; i < idleBatches.length; i++) idleBatches[i] = uses.count(i) > 0 ? 0 : idleBatches[i] + 1;
		final Replaced dead = replacement.replace(atoms, i -> degenerate[i] || idleBatches[i] >= options.deadAfter(), idleBatches, batch, residuals.energy);
		if (dead.atoms().length == 0) return;
		for (final int atom : dead.atoms()) {
			UnitRows.round(atoms[atom], rounded[atom]);
			adam.reset(atom);
			if (precision != null) precision.reset(atom);
			idleBatches[atom] = 0;
		}
		homeostasis = options.homeostasis().forget(homeostasis, dead.atoms());
		replaced = replaced.plus(dead.count());
	}

	/** The atoms so far, rounded to float32. */
	@Override
	public Dictionary dictionary() {
		return Dictionary.ofUnitAtoms(shape, rounded);
	}

	@Override
	public HomeostasisState homeostasis() {
		return homeostasis;
	}

	/** How many times a dead atom was replaced so far. */
	public ReplacedAtoms replaced() {
		return replaced;
	}
}
