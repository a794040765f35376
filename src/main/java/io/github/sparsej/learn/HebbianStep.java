package io.github.sparsej.learn;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.linalg.Adam;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RowCombination;
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
 * Atoms and Adam's means are kept in float64, because Adam turns the sign of a tiny gradient into a full step; coding is
 * float32. Modified by {@link #update}, hence for one thread at a time; parallel inside.
 */
public final class HebbianStep {

	private static final int ATOMS_PER_CHUNK = 8;

	private final HebbianOptions options;
	private final double divisor;
	private final Parallel parallel;
	private final PatchShape shape;
	private final double[] atoms;
	private final Adam adam;
	private final int[] idleBatches;
	private HomeostasisState homeostasis;
	private int replacedAtoms;

	/**
	 * @param divisor what the gradient of a batch is divided by: the nominal batch size, which its number of signals may
	 *                exceed
	 */
	public HebbianStep(final HebbianOptions options, final Dictionary initial, final int divisor, final Parallel parallel) {
		if (initial.atomCount() != options.atoms())
			throw new IllegalArgumentException("learning " + options.atoms() + " atoms cannot begin with a dictionary of " + initial.atomCount());
		if (divisor < 1) throw new IllegalArgumentException("the divisor of the gradient must be at least 1, got " + divisor);
		this.options = options;
		this.divisor = divisor;
		this.parallel = parallel;
		shape = initial.shape();
		final float[] start = initial.toArray();
		atoms = IntStream.range(0, start.length).mapToDouble(j -> start[j]).toArray();
		for (int i = 0; i < initial.atomCount(); i++) {
			if (options.nonnegative() && !isPositiveSomewhere(start, i * shape.length())) for (int j = i * shape.length(); j < (i + 1) * shape.length(); j++) atoms[j] = -atoms[j]; // an atom or its opposite, it says the same
			project(i);
		}
		adam = new Adam(initial.atomCount(), shape.length(), options.beta1(), options.beta2(), options.epsilon());
		idleBatches = new int[initial.atomCount()];
		homeostasis = options.homeostasis().initial(initial.atomCount());
	}

	/** Goes on with what another run of the same homeostasis has learned about the use of the same atoms; before the first batch. */
	void resume(final HomeostasisState learned) {
		if (learned.atomCount() != options.atoms())
			throw new IllegalArgumentException("learning " + options.atoms() + " atoms cannot go on with a homeostasis of " + learned.atomCount());
		if (learned.method().equals(homeostasis.method())) homeostasis = learned;
	}

	/** The codes of a batch with the atoms and the homeostasis so far. */
	public SparseCodes encode(final Signals batch, final Progress progress) {
		return Encoders.create(options.encoder(), homeostasis, parallel).prepare(dictionary()).encode(batch, progress);
	}

	/**
	 * Learns from a batch and its codes.
	 *
	 * @return ||X - a D||_F / ||X||_F of the batch before the update
	 */
	public double update(final Signals batch, final SparseCodes codes) {
		final BatchResiduals residuals = new BatchResiduals(batch, codes, atoms, parallel);
		final AtomUses uses = new AtomUses(codes);
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
		final int m = shape.length();
		final double[] gradient = new double[m];
		RowCombination.add(-1 / divisor, uses.coefficient, uses.row, uses.start[atom], uses.start[atom + 1], residuals.values, m, gradient, 0);
		final double[] before = Arrays.copyOfRange(atoms, atom * m, (atom + 1) * m);
		if (options.beta1() == 0) for (int j = 0; j < m; j++) atoms[atom * m + j] -= options.eta() * gradient[j];
		else adam.step(atom, gradient, options.eta(), atoms);
		if (project(atom)) return true;
		System.arraycopy(before, 0, atoms, atom * m, m);
		return false;
	}

	/** Brings an atom back to those allowed: of values of 0 and more if asked for, and of l2 norm 1. False where that leaves nothing of it. */
	private boolean project(final int atom) {
		final int m = shape.length();
		if (options.nonnegative()) for (int j = atom * m; j < (atom + 1) * m; j++) atoms[j] = Math.max(0, atoms[j]);
		return normalize(atom);
	}

	private boolean isPositiveSomewhere(final float[] values, final int offset) {
		for (int j = offset; j < offset + shape.length(); j++) if (values[j] > 0) return true;
		return false;
	}

	/** Divides an atom by its l2 norm, unless that is zero or not finite: then the result is false. */
	private boolean normalize(final int atom) {
		final int m = shape.length();
		double sum = 0;
		for (int j = atom * m; j < (atom + 1) * m; j++) sum += atoms[j] * atoms[j];
		final double norm = Math.sqrt(sum);
		if (!(norm > Double.MIN_NORMAL) || Double.isInfinite(norm)) return false;
		for (int j = atom * m; j < (atom + 1) * m; j++) atoms[j] /= norm;
		return true;
	}

	/** Gives each dead atom the direction of a signal: the worst coded one to the first, the next worst to the second. */
	private void replaceDead(final Signals batch, final BatchResiduals residuals, final AtomUses uses, final boolean[] degenerate) {
		for (int i = 0; i < idleBatches.length; i++) idleBatches[i] = uses.count(i) > 0 ? 0 : idleBatches[i] + 1;
		final int[] dead = IntStream.range(0, idleBatches.length).filter(i -> degenerate[i] || idleBatches[i] >= options.deadAfter()).toArray();
		if (dead.length == 0) return;
		final int[] signals = IntStream.range(0, batch.count()).filter(row -> residuals.energy[row] > 0 && residuals.signalEnergy(row) > 0)
			.filter(row -> !options.nonnegative() || isPositiveSomewhere(batch.values(), batch.offset(row))).boxed()
			.sorted((a, b) -> Double.compare(residuals.energy[b], residuals.energy[a])).mapToInt(Integer::intValue).limit(dead.length).toArray();
		final int[] replaced = Arrays.copyOf(dead, signals.length);
		for (int k = 0; k < replaced.length; k++) {
			final int offset = replaced[k] * shape.length();
			for (int j = 0; j < shape.length(); j++) atoms[offset + j] = batch.value(signals[k], j);
			project(replaced[k]);
			adam.reset(replaced[k]);
			idleBatches[replaced[k]] = 0;
		}
		homeostasis = options.homeostasis().forget(homeostasis, replaced);
		replacedAtoms += replaced.length;
	}

	/** The atoms so far, rounded to float32. */
	public Dictionary dictionary() {
		final float[] rounded = new float[atoms.length];
		for (int j = 0; j < rounded.length; j++) rounded[j] = (float) atoms[j];
		return Dictionary.ofUnitAtoms(shape, options.atoms(), rounded);
	}

	public HomeostasisState homeostasis() {
		return homeostasis;
	}

	/** How many times a dead atom was replaced so far. */
	public int replacedAtoms() {
		return replacedAtoms;
	}
}
