package io.github.sparsej.learn.masked;

import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.greedy.MaskedOmp;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.Structure;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomReplacement;
import io.github.sparsej.learn.step.CodingCurves;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * K-SVD of signals of which values are missing (Mairal, Elad &amp; Sapiro, IEEE Trans. Image Processing 17, 2008): descent of
 * 1/2 sum ||M_k (x_k - D a_k)||^2, where M_k keeps what is known of signal k. Each sweep
 * <ol>
 * <li>codes all signals by {@link MaskedOmp}. It has no preference of atoms here ({@link AtomStrength}): where strong atoms are
 * preferred, they get stronger from sweep to sweep, and the others starve
 * <li>fits one atom after another and its coefficients to the known values ({@link KnownResiduals#fit}), which never raises the objective
 * <li>replaces atoms that no signal uses, and atoms nearly the same as another, by the signals of the largest mean squared residual
 * ({@link AtomReplacement}). Of these only signals of which as much is known as of the mean signal are taken; what is missing of them is
 * told by their codes.
 * </ol>
 * Recorded at every sweep, before its update: the norm of the residual of the known values relative to theirs, and the mean number
 * of nonzeros. Where all is known, the fit of an atom is that of the approximate K-SVD of Rubinstein et al. (2008), in two rounds. Immutable and thread-safe.
 */
public final class MaskedKsvd implements DictionaryLearner {

	/** Share of a sweep's time that goes into coding. */
	private static final double CODING = 0.8;
	private static final int ATOMS_PER_REPORT = 16;
	private static final AtomReplacement REPLACEMENT = new AtomReplacement(AtomConstraint.NONE, AtomReplacement.NEARLY_SAME);

	private final MaskedKsvdOptions options;
	private final InitialDictionary initial;
	private final Parallel parallel;

	/** @param initial where learning begins */
	public MaskedKsvd(final MaskedKsvdOptions options, final InitialDictionary initial, final Parallel parallel) {
		this.options = options;
		this.initial = initial;
		this.parallel = parallel;
	}

	/** Learns from signals of which all values are known. */
	@Override
	public LearnResult learn(final Signals signals, final Progress progress) {
		return learn(signals, SignalMask.of(signals.count(), signals.length(), (row, j) -> true), progress);
	}

	/**
	 * As {@link DictionaryLearner#learn}, from the known values alone.
	 *
	 * @param mask says which values are known; the others are not looked at, and may be anything
	 * @throws IllegalArgumentException also if the mask is one of other signals, naming the sizes
	 */
	public LearnResult learn(final Signals signals, final SignalMask mask, final Progress progress) {
		final Signals known = mask.fill(signals);
		Structure.require(known);
		final Dictionary start = initial.create(options.atoms(), known, new SplittableRandom(options.seed()));
		if (start.signalLength() != signals.length())
			throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be described by initial atoms of length " + start.signalLength());
		return new Run(known, mask, start).learn(progress);
	}

	private final class Run {

		private final Signals signals;
		private final SignalMask mask;
		private final Dictionary start;
		private final double[][] atoms;
		private final double signalEnergy;
		private final double meanKnown;
		private final MaskedOmp encoder = options.encoder(parallel);
		private final CodingCurves curves = new CodingCurves();
		private ReplacedAtoms replaced = ReplacedAtoms.NONE;

		Run(final Signals signals, final SignalMask mask, final Dictionary start) {
			this.signals = signals;
			this.mask = mask;
			this.start = start;
			atoms = UnitRows.of(start);
			double energy = 0;
			for (final float value : signals.values()) energy += (double) value * value;
			signalEnergy = energy;
			double known = 0;
			for (int row = 0; row < signals.count(); row++) known += mask.known(row);
			meanKnown = known / signals.count();
		}

		LearnResult learn(final Progress progress) {
			boolean goOn = true;
			for (int sweep = 0; goOn && sweep < options.sweeps(); sweep++) goOn = sweep(progress.part((double) sweep / options.sweeps(), (sweep + 1.0) / options.sweeps()));
			return new LearnResult(dictionary(), new NoHomeostasis(0).initial(start.atomCount()), curves.curves(), List.of(), replaced, goOn);
		}

		/** False if it was stopped; what was fitted until then stays. */
		private boolean sweep(final Progress progress) {
			final SparseCodes codes = encoder.prepare(dictionary()).encode(signals, mask, (fraction, what) -> progress.report(CODING * fraction, Progress.LEARNING));
			if (codes.count(StopReason.CANCELLED) > 0) return false;
			final KnownResiduals residuals = new KnownResiduals(signals, mask, codes, atoms, parallel);
			final double[] energy = new double[signals.count()];
			double all = 0;
			for (int row = 0; row < energy.length; row++) {
				energy[row] = mask.known(row) < meanKnown ? 0 : residuals.energy(row) / mask.known(row);
				all += residuals.energy(row);
			}
			curves.add(Math.sqrt(all / signalEnergy), (double) codes.nonzeros() / codes.count());
			final Signals told = told(codes);
			final int[] uses = new int[atoms.length];
			final boolean[] unused = new boolean[atoms.length];
			for (int i = 0; i < atoms.length; i++) {
				if (i % ATOMS_PER_REPORT == 0 && !progress.report(CODING + (1 - CODING) * i / atoms.length, Progress.LEARNING)) return false;
				uses[i] = residuals.uses(i);
				unused[i] = !residuals.fit(i, atoms[i]);
			}
			replaced = replaced.plus(REPLACEMENT.replace(atoms, i -> unused[i], uses, told, energy).count());
			return true;
		}

		/** The signals, and where values are missing what their codes tell. */
		private Signals told(final SparseCodes codes) {
			final Signals told = codes.decode(dictionary());
			for (int row = 0; row < told.count(); row++)
				for (int j = 0, at = told.offset(row); j < told.length(); j++, at++) if (mask.isKnown(row, j)) told.values()[at] = signals.values()[at];
			return told;
		}

		private Dictionary dictionary() {
			final float[] all = new float[atoms.length * start.signalLength()];
			for (int i = 0; i < atoms.length; i++) for (int j = 0; j < atoms[i].length; j++) all[i * atoms[i].length + j] = (float) atoms[i][j];
			return Dictionary.ofUnitAtoms(start.shape(), atoms.length, all);
		}
	}
}
