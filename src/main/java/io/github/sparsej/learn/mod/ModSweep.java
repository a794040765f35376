package io.github.sparsej.learn.mod;

import java.util.stream.IntStream;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.AtomReplacement.Replaced;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.SufficientStatistics;

/** The state of the method of optimal directions, taken on by one sweep at a time. For one thread at a time; parallel inside. */
final class ModSweep {

	/** Share of a sweep's progress when all signals are encoded. */
	private static final double ENCODED = 0.9;

	private final ModOptions options;
	private final Parallel parallel;
	private final PatchShape shape;
	private final AtomReplacement replacement;
	/** Of unit l2 norm. */
	private double[][] atoms;
	private HomeostasisState homeostasis;
	private SufficientStatistics statistics;
	private ReplacedAtoms replaced = ReplacedAtoms.NONE;
	private double relativeResidual;
	private double nonzeros;

	/**
	 * @param initial the atoms to begin with
	 * @param learned what is known of their use, be it by another homeostasis
	 */
	ModSweep(final ModOptions options, final Dictionary initial, final HomeostasisState learned, final Parallel parallel) {
		if (learned.atomCount() != initial.atomCount())
			throw new IllegalArgumentException("a dictionary of " + initial.atomCount() + " atoms cannot go on with a homeostasis of " + learned.atomCount());
		this.options = options;
		this.parallel = parallel;
		shape = initial.shape();
		replacement = new AtomReplacement(options.constraint(), options.coherence());
		atoms = UnitRows.of(initial);
		homeostasis = options.homeostasis().resume(learned);
		statistics = SufficientStatistics.none(initial.atomCount(), initial.signalLength());
	}

	/** Encodes all signals and finds the atoms anew. False if the progress asked to stop: then atoms are what they were. */
	boolean sweep(final Signals signals, final Progress progress) {
		final StatisticsSum sum = new StatisticsSum(SufficientStatistics.none(atoms.length, shape.length()));
		final int[] uses = new int[atoms.length];
		final double[] energy = new double[signals.count()];
		if (!encode(signals, sum, uses, energy, progress.part(0, ENCODED))) return false;
		final double[][] found = new LeastSquaresAtoms(options.constraint(), parallel).find(sum, atoms, progress.part(ENCODED, 1));
		if (found == null) return false;
		final boolean[] lost = new boolean[atoms.length];
		for (int i = 0; i < atoms.length; i++) {
			final double norm = UnitRows.norm(found[i]);
			lost[i] = !options.constraint().project(found[i]);
			if (lost[i]) found[i] = atoms[i];
			else sum.rescale(i, norm);
		}
		atoms = found;
		final Replaced useless = replacement.replace(atoms, i -> uses[i] == 0 || lost[i], uses, signals, energy);
		for (final int atom : useless.atoms()) sum.forget(atom);
		if (useless.atoms().length > 0) homeostasis = options.homeostasis().forget(homeostasis, useless.atoms());
		replaced = replaced.plus(useless.count());
		statistics = sum.statistics();
		return true;
	}

	private boolean encode(final Signals signals, final StatisticsSum sum, final int[] uses, final double[] energy, final Progress progress) {
		final Dictionary dictionary = dictionary();
		final float[][] rounded = UnitRows.rounded(atoms);
		HomeostasisState learned = homeostasis;
		long entries = 0;
		double left = 0, all = 0;
		for (int begin = 0; begin < signals.count(); begin += StatisticsSum.CHUNK) {
			final int end = Math.min(signals.count(), begin + StatisticsSum.CHUNK);
			final Signals some = begin == 0 && end == signals.count() ? signals : signals.select(IntStream.range(begin, end).toArray());
			final SparseCodes codes = Encoders.create(options.encoder(), learned, parallel).prepare(dictionary).encode(some, progress.part((double) begin / signals.count(), (double) end / signals.count()));
			if (codes.count(StopReason.CANCELLED) > 0) return false;
			final BatchResiduals residuals = new BatchResiduals(some, codes, rounded, parallel);
			System.arraycopy(residuals.energy, 0, energy, begin, end - begin);
			for (int row = 0; row < end - begin; row++) all += residuals.signalEnergy(row);
			for (int k = 0; k < codes.nonzeros(); k++) uses[codes.atom(k)]++;
			entries += codes.nonzeros();
			learned = options.homeostasis().update(learned, codes);
			sum.add(some, codes, parallel);
		}
		for (final double one : energy) left += one;
		relativeResidual = all == 0 ? 0 : Math.sqrt(left / all);
		nonzeros = (double) entries / signals.count();
		homeostasis = learned;
		return true;
	}

	/** ||X - a D||_F / ||X||_F of the last sweep, before its update. */
	double relativeResidual() {
		return relativeResidual;
	}

	/** Nonzeros per signal in the last sweep. */
	double nonzeros() {
		return nonzeros;
	}

	/** The atoms so far, in float32. */
	Dictionary dictionary() {
		return Dictionary.ofUnitAtoms(shape, UnitRows.rounded(atoms));
	}

	HomeostasisState homeostasis() {
		return homeostasis;
	}

	/** Of the last sweep, for coefficients of the atoms it found. */
	SufficientStatistics statistics() {
		return statistics;
	}

	/** How many atoms were replaced so far. */
	ReplacedAtoms replaced() {
		return replaced;
	}
}
