package io.github.sparsej.learn;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.linalg.Adam;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/**
 * The state of sparse Hebbian learning, taken on by one batch at a time: first {@link #encode}, then {@link #update} with
 * those codes. The formulas are those of {@link HebbianLearner}.
 * <p>
 * Atoms, gradients and Adam's means are kept in float64, because Adam turns the sign of a tiny gradient into a full step; codes and
 * residuals are float32. Modified by {@link #update}, hence for one thread at a time; parallel inside.
 */
public final class HebbianStep {

	private static final int ATOMS_PER_CHUNK = 8;

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
	private final int[] idleBatches;
	private HomeostasisState homeostasis;
	private int replacedAtoms;

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
		if (divisor < 1) throw new IllegalArgumentException("the divisor of the gradient must be at least 1, got " + divisor);
		this.options = options;
		this.divisor = divisor;
		this.parallel = parallel;
		shape = initial.shape();
		atoms = UnitRows.of(initial);
		if (options.nonnegative()) for (final double[] atom : atoms) makeNonnegative(atom);
		rounded = new float[initial.atomCount()][shape.length()];
		for (int i = 0; i < atoms.length; i++) UnitRows.round(atoms[i], rounded[i]);
		adam = new Adam(initial.atomCount(), shape.length(), options.beta1(), options.beta2(), options.epsilon());
		precision = options.precisionRate() == 0 ? null : new AtomPrecision(options.precisionRate(), initial.atomCount(), shape.length());
		idleBatches = new int[initial.atomCount()];
		homeostasis = options.homeostasis().resume(learned);
	}

	/** The codes of a batch with the atoms and the homeostasis so far. */
	public SparseCodes encode(final Signals batch, final Progress progress) {
		return encoder().prepare(dictionary()).encode(batch, progress);
	}

	private Encoder encoder() {
		if (precision == null) return Encoders.create(options.encoder(), homeostasis, parallel);
		return ((MatchingPursuitOptions) options.encoder()).encoder(homeostasis, precision.weights(), parallel);
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
		if (!project(moved)) return false;
		atoms[atom] = moved;
		UnitRows.round(moved, rounded[atom]);
		if (precision != null) precision.normalize(atom, moved);
		return true;
	}

	/** Brings an atom back to those allowed: of values of 0 and more if asked for, and of l2 norm 1. False where that leaves nothing of it. */
	private boolean project(final double[] atom) {
		if (options.nonnegative()) for (int j = 0; j < atom.length; j++) atom[j] = Math.max(0, atom[j]);
		return UnitRows.normalize(atom);
	}

	/** An atom and its opposite say the same to begin with. */
	private void makeNonnegative(final double[] atom) {
		if (Arrays.stream(atom).noneMatch(value -> value > 0)) for (int j = 0; j < atom.length; j++) atom[j] = -atom[j];
		project(atom);
	}

	private static boolean isPositiveSomewhere(final Signals signals, final int row) {
		return IntStream.range(signals.offset(row), signals.offset(row) + signals.length()).anyMatch(j -> signals.values()[j] > 0);
	}

	/** Gives each dead atom the direction of a signal: the worst coded one to the first, the next worst to the second. */
	private void replaceDead(final Signals batch, final BatchResiduals residuals, final AtomUses uses, final boolean[] degenerate) {
		for (int i = 0; i < idleBatches.length; i++) idleBatches[i] = uses.count(i) > 0 ? 0 : idleBatches[i] + 1;
		final int[] dead = IntStream.range(0, idleBatches.length).filter(i -> degenerate[i] || idleBatches[i] >= options.deadAfter()).toArray();
		if (dead.length == 0) return;
		final int[] signals = IntStream.range(0, batch.count()).filter(row -> residuals.energy[row] > 0 && residuals.signalEnergy(row) > 0)
			.filter(row -> !options.nonnegative() || isPositiveSomewhere(batch, row)).boxed()
			.sorted((a, b) -> Double.compare(residuals.energy[b], residuals.energy[a])).mapToInt(Integer::intValue).limit(dead.length).toArray();
		final int[] replaced = Arrays.copyOf(dead, signals.length);
		for (int k = 0; k < replaced.length; k++) {
			final double[] atom = atoms[replaced[k]];
			for (int j = 0; j < atom.length; j++) atom[j] = batch.value(signals[k], j);
			project(atom);
			UnitRows.round(atom, rounded[replaced[k]]);
			adam.reset(replaced[k]);
			if (precision != null) precision.reset(replaced[k]);
			idleBatches[replaced[k]] = 0;
		}
		homeostasis = options.homeostasis().forget(homeostasis, replaced);
		replacedAtoms += replaced.length;
	}

	/** The atoms so far, rounded to float32. */
	public Dictionary dictionary() {
		final float[] all = new float[atoms.length * shape.length()];
		for (int i = 0; i < atoms.length; i++) System.arraycopy(rounded[i], 0, all, i * shape.length(), shape.length());
		return Dictionary.ofUnitAtoms(shape, options.atoms(), all);
	}

	public HomeostasisState homeostasis() {
		return homeostasis;
	}

	/** How many times a dead atom was replaced so far. */
	public int replacedAtoms() {
		return replacedAtoms;
	}
}
